// leeway check: designs in, a report out.
#include <algorithm>
#include <istream>
#include <iterator>
#include <memory>
#include <ostream>
#include <span>

#include "checker/cli/unknown_word.h"
#include "checker/cli/verbs.h"
#include "checker/cli/write_reports.h"
#include "checker/eval/check_records.h"
#include "checker/eval/evaluate.h"
#include "checker/report/baseline.h"
#include "checker/report/filter.h"
#include "checker/report/report.h"
#include <fmt/core.h>
#include <spdlog/spdlog.h>

namespace checker {
namespace {

const dsl::SourceFile* read_design_text(const CheckCommand& command, const std::string& path,
                                        const Streams& streams, dsl::SourceMap& sources,
                                        dsl::Diagnostics& diagnostics) {
  if (path != "-") return read_file(path, sources, diagnostics);
  std::string text{std::istreambuf_iterator<char>(streams.in), std::istreambuf_iterator<char>()};
  return &sources.add(command.stdin_name, std::move(text));
}

// Calculations that a design's values make impossible are faults of that design.
void report_faults(const std::vector<Verdict>& verdicts, const dsl::Program& program,
                   const Design& design, dsl::Diagnostics& diagnostics) {
  for (const Verdict& verdict : verdicts) {
    for (const VerdictPart& part : verdict.parts) {
      for (const Cause& cause : part.faults) {
        const bool overflow = cause.kind == CauseKind::Overflow;
        if (!overflow && cause.kind != CauseKind::DivisionByZero) continue;
        const auto kind =
            overflow ? dsl::DiagnosticKind::Overflow : dsl::DiagnosticKind::DivisionByZero;
        const auto builder = diagnostics.report(kind, program.expr(cause.expr).span);
        auto helped = builder;
        helped.help("the values in " + design.file_name + " make this calculation impossible");
      }
    }
  }
}

struct Checked {
  std::vector<Report> reports;
  ExitStatus status = ExitStatus::Success;  // what was found
  std::string relaxed_by;                   // the option that turns it into exit 0; else empty
  bool has_empty = false;                   // a design to which nothing applied, as allowed
};

bool wants(const CheckCommand& command, bool ReportFormat::*what) {
  return std::any_of(command.reports.begin(), command.reports.end(),
                     [&](const ReportTarget& target) { return target.format->*what; });
}

// Only a file that is there can be mended, and only where it alone says what the design is.
bool wants_repairs(const CheckCommand& command, const std::string& path) {
  const bool is_file = path != "-" || command.stdin_name != CheckCommand().stdin_name;
  return is_file && command.look.facts.empty() && wants(command, &ReportFormat::proposes_repairs);
}

Checked check_designs(const CheckCommand& command, const Baseline* baseline, const Streams& streams,
                      const dsl::Program& program, dsl::SourceMap& sources,
                      dsl::Diagnostics& diagnostics) {
  Checked checked;
  for (const std::string& path : command.designs) {
    const std::size_t errors_before = diagnostics.error_count();
    const auto* file = read_design_text(command, path, streams, sources, diagnostics);
    const auto dated = read_dated_design(file, program, command.look, sources, diagnostics);
    if (!dated) {
      checked.status = worse(checked.status, ExitStatus::DesignFault);
      continue;
    }
    const auto& [design, as_of] = *dated;
    const std::vector<Verdict> verdicts = evaluate(program, design, as_of.date);
    report_faults(verdicts, program, design, diagnostics);
    check_records(program, design, verdicts, as_of.date, diagnostics);
    spdlog::info("judged {} by {} norms as of {} ({})", design.file_name, verdicts.size(),
                 dsl::format_date(as_of.date), as_of.source);
    const std::vector<Verdict> pending =
        command.pending ? evaluate_pending(program, design, as_of.date) : std::vector<Verdict>();
    checked.reports.push_back(
        build_report({program, design, sources, verdicts, command.pending ? &pending : nullptr,
                      as_of.date, as_of.source, command.fail_on, baseline,
                      wants(command, &ReportFormat::draws_network), wants_repairs(command, path)}));
    ExitStatus status = exit_status(checked.reports.back().decision);
    if (status == ExitStatus::NothingChecked && command.allow_empty) {
      checked.has_empty = true;
      status = ExitStatus::Success;
    }
    if (diagnostics.error_count() > errors_before) status = worse(status, ExitStatus::DesignFault);
    checked.status = worse(checked.status, status);
  }
  return checked;
}

bool is_fault(ExitStatus status) {
  return status == ExitStatus::RuleFault || status == ExitStatus::DesignFault ||
         status == ExitStatus::Internal || status == ExitStatus::Usage;
}

ExitStatus exit_of(const Checked& checked) {
  return checked.relaxed_by.empty() ? checked.status : ExitStatus::Success;
}

std::string exit_line(const Checked& checked) {
  const std::string found = std::to_string(static_cast<int>(checked.status)) + ": " +
                            std::string(exit_sentence(checked.status));
  if (checked.relaxed_by.empty()) return "exit " + found;
  return "exit 0 as asked by " + checked.relaxed_by + "; without it " + found;
}

// What the options name has to be there, or nothing would be shown or known without a word.
std::string filter_fault(const CheckCommand& command, const dsl::Program& program) {
  const auto fault = [](const char* what, const std::string& name, const auto& declared) {
    std::vector<std::string> known;
    known.reserve(declared.size());
    for (const auto& each : declared) known.push_back(each.name);
    const bool is_known = std::find(known.begin(), known.end(), name) != known.end();
    if (is_known) return std::string();
    std::sort(known.begin(), known.end());
    return unknown_word(fmt::format("the rules declare no {}", what), name, known);
  };
  for (const std::string& name : command.stakeholders) {
    std::string text = fault("stakeholder", name, program.typed().stakeholders);
    if (!text.empty()) return text;
  }
  for (const std::string& name : command.topics) {
    std::string text = fault("topic", name, program.typed().topics);
    if (!text.empty()) return text;
  }
  return {};
}

// nullopt after a complaint; a null baseline where none is asked for.
std::optional<std::unique_ptr<Baseline>> load_baseline(const CheckCommand& command,
                                                       const Streams& streams) {
  if (command.baseline.empty()) return nullptr;
  dsl::SourceMap sources;
  dsl::Diagnostics diagnostics;
  const auto* file = read_file(command.baseline, sources, diagnostics);
  std::string fault = "it cannot be read";
  if (file != nullptr) {
    ReadBaseline read = read_baseline(file->name, file->text);
    if (read.fault.empty()) return std::make_unique<Baseline>(std::move(read.baseline));
    fault = read.fault;
  } else if (!diagnostics.all().empty()) {
    fault = diagnostics.all().front().message;
  }
  streams.err << "leeway: `" << command.baseline << "` cannot serve as a baseline: " << fault
              << '\n';
  return std::nullopt;
}

// The reports as people are shown them, where that is not all of them.
std::vector<Report> shown_reports(const CheckCommand& command, const Checked& checked) {
  const Filter filter{command.only, command.stakeholders, command.topics};
  std::vector<Report> reports;
  if (filter.empty()) return reports;
  for (const Report& report : checked.reports) reports.push_back(narrowed(report, filter));
  return reports;
}

}  // namespace

ExitStatus run_check(const CheckCommand& command, const Streams& streams) {
  dsl::SourceMap sources;
  dsl::Diagnostics diagnostics;
  const auto baseline = load_baseline(command, streams);
  if (!baseline) return ExitStatus::Usage;
  const auto program = load_program(command.common, RuleFiles::WithoutTests, sources, diagnostics);
  Checked checked;
  if (program) {
    const std::string fault = filter_fault(command, *program);
    if (!fault.empty()) {
      streams.err << "leeway: " << fault << '\n';
      return ExitStatus::Usage;
    }
    checked = check_designs(command, baseline->get(), streams, *program, sources, diagnostics);
  } else {
    checked.status = ExitStatus::RuleFault;
  }
  if (command.exit_zero && checked.status != ExitStatus::Success && !is_fault(checked.status)) {
    checked.relaxed_by = "--exit-zero";
  } else if (checked.has_empty && checked.status == ExitStatus::Success) {
    checked.status = ExitStatus::NothingChecked;
    checked.relaxed_by = "--allow-empty";
  }
  show_diagnostics(diagnostics, sources, streams, command.common.color);
  if (!program) advise_on_rules(diagnostics, command.common.rules, "--rules", streams);
  const int code = static_cast<int>(exit_of(checked));
  const ExitEntry exit{code, std::string(exit_word(checked.status)), exit_line(checked)};
  const RunReport whole{checked.reports, diagnostics.all(), sources, exit};
  const std::vector<Report> shown = shown_reports(command, checked);
  const RunReport for_people{shown.empty() ? whole.reports : std::span<const Report>(shown),
                             diagnostics.all(), sources, exit};
  const std::string fault = write_reports(command, whole, for_people, streams);
  if (fault.empty()) return exit_of(checked);
  streams.err << "leeway: " << fault << '\n';
  return ExitStatus::Usage;
}

}  // namespace checker
