// leeway test: runs the `test` declarations of rule files.
#include <algorithm>
#include <ostream>
#include <set>
#include <unistd.h>

#include "checker/cli/prepare_tests.h"
#include "checker/cli/test_rules.h"
#include "checker/cli/verbs.h"
#include "checker/report/test_report.h"
#include "checker/report/write_failure.h"

namespace checker {
namespace {

bool matches(const dsl::TestCase& test, const dsl::Program& program, const std::string& filter) {
  if (filter.empty() || test.title.find(filter) != std::string::npos) return true;
  return std::any_of(test.expectations.begin(), test.expectations.end(),
                     [&](const dsl::TestExpectation& expectation) {
                       return program.norm(expectation.norm).name.find(filter) != std::string::npos;
                     });
}

struct Session {
  const TestCommand& command;
  const TestRules& rules;
  const dsl::Program& program;
  dsl::SourceMap& sources;
  dsl::Diagnostics& diagnostics;
  int width;

  // Whether every expectation is met; those that are not are reported with their derivation.
  bool run(const PreparedTest& prepared, TestReport& report) const {
    auto failures = run_rule_test(program, prepared);
    // Two columns are kept for the indent on either side.
    const TextStyle style{std::max(width - 4, 40), false};
    for (TestFailure& failure : failures) {
      diagnostics.report(dsl::DiagnosticKind::TestFailed, failure.span, failure.message)
          .label(prepared.test->span, "in this test")
          .help(failure.help)
          .details(failure_details(
              failure, {program, prepared.design, sources, prepared.as_of, prepared.as_of_source},
              style));
      report.failures.push_back({prepared.test->title, std::move(failure)});
    }
    return failures.empty();
  }

  // The norms that the run is about: those that its tests name and, unless a filter chose the
  // tests, those that the chosen files declare.
  std::vector<dsl::NormId> norms_meant(const std::vector<PreparedTest>& tests) const {
    std::set<dsl::NormId> meant;
    for (const PreparedTest& test : tests) {
      for (const auto& expected : test.test->expectations) meant.insert(expected.norm);
    }
    const auto& norms = program.typed().norms;
    for (std::uint32_t i = 0; i < norms.size() && command.filter.empty(); ++i) {
      if (rules.is_chosen(norms[i].span, sources)) meant.insert({i});
    }
    return {meant.begin(), meant.end()};
  }

  TestReport run_all() const {
    TestReport report;
    std::vector<PreparedTest> ready;
    for (const dsl::TestCase& test : program.typed().tests) {
      if (!rules.is_chosen(test.span, sources) || !matches(test, program, command.filter)) continue;
      auto prepared = prepare_test(test, program, sources, diagnostics);
      ++(prepared && run(*prepared, report) ? report.passed : report.failed);
      if (prepared) ready.push_back(std::move(*prepared));
    }
    if (command.coverage) {
      report.coverage = measure_coverage(program, ready, norms_meant(ready));
    }
    if (command.mutate) report.mutation = run_mutations(program, ready, norms_meant(ready));
    return report;
  }
};

// Which rules were read, where a name may be missing because it was other ones.
std::string advice(const TestRules& rules) {
  if (rules.shipped_added) {
    return "leeway: no file given declares a `vocabulary`, so they were read together with the "
           "shipped packs; `--rules PATH` reads other packs instead\n";
  }
  if (!rules.stand_alone) return "";
  std::vector<std::string> paths = rules.paths;
  paths.push_back(shipped_rules_folder());
  dsl::SourceMap sources;
  dsl::Diagnostics unheard;
  if (!load_program(paths, RuleFiles::All, sources, unheard)) return "";
  return "leeway: the files given declare a `vocabulary`, so they were read without the shipped "
         "packs; with `--add-rules " +
         display_path(shipped_rules_folder()) + "` they have no fault\n";
}

// seen of all, in percent, compared without rounding.
bool is_less(const Share& share, const dsl::Rational& percent) {
  if (share.all == 0) return false;
  const auto exact = dsl::Rational::make(static_cast<std::int64_t>(share.seen) * 100,
                                         static_cast<std::int64_t>(share.all));
  return exact && *exact < percent;
}

// Whether the run stays within what `--min` and `--max-survivors` ask for.
bool holds_thresholds(const TestCommand& command, const TestReport& report, std::ostream& err) {
  bool holds = true;
  if (report.coverage && command.min &&
      is_less(report.coverage->branches_covered(), *command.min)) {
    err << "leeway: the tests have seen " << percent_text(report.coverage->branches_covered())
        << " of the branches; --min asks for " << dsl::format_exact(*command.min) << "%\n";
    holds = false;
  }
  if (report.mutation && command.max_survivors) {
    const MutationRun& run = *report.mutation;
    // Fewer than 100 - PERCENT noticed are more than PERCENT not noticed.
    const auto noticed = dsl::subtract(dsl::Rational(100), *command.max_survivors);
    if (is_less({run.noticed, run.mutants}, *noticed)) {
      err << "leeway: " << percent_text({run.survivors.size(), run.mutants})
          << " of the mutants are not noticed; --max-survivors allows "
          << dsl::format_exact(*command.max_survivors) << "%\n";
      holds = false;
    }
  }
  return holds;
}

void write_text(const TestReport& report, const dsl::Program& program,
                const dsl::SourceMap& sources, std::ostream& out) {
  if (report.coverage) write_coverage(out, *report.coverage, program, sources);
  if (report.mutation) write_mutation(out, *report.mutation, sources);
}

ExitStatus status_of(const TestReport& report, bool holds) {
  if (report.failed > 0 || !holds) return ExitStatus::RuleFault;
  return report.passed == 0 ? ExitStatus::NothingChecked : ExitStatus::Success;
}

}  // namespace

ExitStatus run_test(const TestCommand& command, const Streams& streams) {
  dsl::SourceMap sources;
  dsl::Diagnostics diagnostics;
  const bool for_programs = command.format == OutputFormat::Json;
  const auto write_json = [&](const TestReport& report, const dsl::Program* program,
                              ExitStatus status) {
    const ExitEntry exit{static_cast<int>(status), std::string(exit_word(status))};
    write_test_json(streams.out, {report, program, diagnostics.all(), sources, exit});
  };
  const TestRules rules = choose_test_rules(command);
  const auto program = load_program(rules.paths, RuleFiles::All, sources, diagnostics);
  if (!program) {
    show_diagnostics(diagnostics, sources, streams, command.common.color);
    if (has_fault_of_names(diagnostics)) streams.err << advice(rules);
    if (for_programs) write_json({}, nullptr, ExitStatus::RuleFault);
    return ExitStatus::RuleFault;
  }
  const int width = terminal_of(STDERR_FILENO, command.common.color).width;
  const TestReport report =
      Session{command, rules, *program, sources, diagnostics, width}.run_all();
  show_diagnostics(diagnostics, sources, streams, command.common.color);
  const bool holds = holds_thresholds(command, report, streams.err);
  if (report.passed + report.failed == 0) streams.err << "leeway: no test was run\n";
  const ExitStatus status = status_of(report, holds);
  if (for_programs) {
    write_json(report, &*program, status);
  } else {
    write_text(report, *program, sources, streams.out);
  }
  (for_programs ? streams.err : streams.out)
      << report.passed << " passed, " << report.failed << " failed\n";
  return status;
}

}  // namespace checker
