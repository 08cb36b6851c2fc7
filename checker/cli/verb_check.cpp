// leeway check: designs in, a report out.
#include <istream>
#include <iterator>
#include <ostream>
#include <sstream>
#include <unistd.h>

#include "checker/cli/verbs.h"
#include "checker/eval/evaluate.h"
#include "checker/eval/unused_records.h"
#include "checker/report/html/write_html.h"
#include "checker/report/report.h"
#include "checker/report/write_json.h"
#include "checker/report/write_text.h"
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

Checked check_designs(const CheckCommand& command, const Streams& streams,
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
    check_records(program, design, verdicts, diagnostics);
    spdlog::info("judged {} by {} norms as of {} ({})", design.file_name, verdicts.size(),
                 dsl::format_date(as_of.date), as_of.source);
    const std::vector<Verdict> pending =
        command.pending ? evaluate_pending(program, design, as_of.date) : std::vector<Verdict>();
    checked.reports.push_back(
        build_report({program, design, sources, verdicts, pending, as_of.date, as_of.source,
                      command.fail_on, command.format == OutputFormat::Html}));
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

void write_reports(std::ostream& out, const CheckCommand& command, const Checked& checked,
                   const dsl::SourceMap& sources, const dsl::Diagnostics& diagnostics) {
  const int code = static_cast<int>(exit_of(checked));
  if (command.format == OutputFormat::Json) {
    write_json(out, {checked.reports,
                     diagnostics.all(),
                     sources,
                     {code, std::string(exit_word(checked.status))}});
    return;
  }
  if (command.format == OutputFormat::Html) {
    write_html(out, checked.reports);
    return;
  }
  const Terminal terminal =
      command.output.empty() ? terminal_of(STDOUT_FILENO, command.common.color) : Terminal{};
  for (std::size_t i = 0; i < checked.reports.size(); ++i) {
    if (i > 0) out << '\n';
    const bool last = i + 1 == checked.reports.size();
    write_text(out, checked.reports[i], {terminal.width, terminal.color},
               last ? exit_line(checked) : "");
  }
}

}  // namespace

ExitStatus run_check(const CheckCommand& command, const Streams& streams) {
  dsl::SourceMap sources;
  dsl::Diagnostics diagnostics;
  const auto program = load_program(command.common, RuleFiles::WithoutTests, sources, diagnostics);
  Checked checked;
  if (program) {
    checked = check_designs(command, streams, *program, sources, diagnostics);
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
  // The whole report is made before a byte of it is written.
  std::ostringstream text;
  write_reports(text, command, checked, sources, diagnostics);
  const ExitStatus written = write_output(text.str(), command.output, streams);
  return written == ExitStatus::Success ? exit_of(checked) : written;
}

}  // namespace checker
