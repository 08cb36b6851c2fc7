// leeway test: runs the `test` declarations of rule files.
#include <filesystem>
#include <ostream>

#include "checker/cli/verbs.h"
#include "checker/design/read_design.h"
#include "checker/design/test_overrides.h"
#include "checker/eval/rule_test.h"

namespace checker {
namespace {

// The design that a test starts from; nullopt after a diagnostic.
std::optional<Design> given_design(const dsl::TestCase& test, const dsl::Program& program,
                                   dsl::SourceMap& sources, dsl::Diagnostics& diagnostics) {
  if (test.given.empty()) return Design::empty(program);
  const std::filesystem::path rule_file = sources.file(test.span.file).name;
  const std::string path = (rule_file.parent_path() / test.given).lexically_normal().string();
  if (!std::filesystem::exists(path)) {
    diagnostics
        .report(dsl::DiagnosticKind::TestGiven, test.given_span, "there is no file `" + path + "`")
        .help("the path is relative to the rule file");
    return std::nullopt;
  }
  const auto* file = read_file(path, sources, diagnostics);
  return file == nullptr ? std::nullopt : read_design(*file, program, diagnostics);
}

bool is_chosen(const dsl::TestCase& test, const dsl::Program& program, const std::string& filter) {
  if (filter.empty() || test.title.find(filter) != std::string::npos) return true;
  for (const dsl::TestExpectation& expectation : test.expectations) {
    if (program.norm(expectation.norm).name.find(filter) != std::string::npos) return true;
  }
  return false;
}

bool run_one(const dsl::TestCase& test, const dsl::Program& program, dsl::SourceMap& sources,
             dsl::Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  auto design = given_design(test, program, sources, diagnostics);
  if (!design) return false;
  apply_test_facts(*design, test, program);
  const bool dated = test.as_of || design->opens || design->as_of;
  if (!dated) {
    diagnostics.report(dsl::DiagnosticKind::TestGiven, test.span, "this test has no date")
        .help("add `as of 2026-09-01`, or give the design an `opens`");
    return false;
  }
  const AsOf as_of = choose_as_of(test.as_of, &*design);
  for (const TestFailure& failure : run_rule_test(program, *design, test, as_of.date)) {
    diagnostics.report(dsl::DiagnosticKind::TestFailed, failure.span, failure.message)
        .label(test.span, "in this test")
        .help(failure.help);
  }
  return diagnostics.error_count() == errors_before;
}

}  // namespace

ExitStatus run_test(const TestCommand& command, const Streams& streams) {
  dsl::SourceMap sources;
  dsl::Diagnostics diagnostics;
  const auto program = load_program(command.common, RuleFiles::All, sources, diagnostics);
  if (!program) {
    show_diagnostics(diagnostics, sources, streams, command.common.color);
    return ExitStatus::RuleFault;
  }
  int passed = 0;
  int failed = 0;
  for (const dsl::TestCase& test : program->typed().tests) {
    if (!is_chosen(test, *program, command.filter)) continue;
    ++(run_one(test, *program, sources, diagnostics) ? passed : failed);
  }
  show_diagnostics(diagnostics, sources, streams, command.common.color);
  streams.out << passed << " passed, " << failed << " failed\n";
  if (failed > 0) return ExitStatus::RuleFault;
  if (passed == 0) {
    streams.err << "leeway: no test was run\n";
    return ExitStatus::NothingChecked;
  }
  return ExitStatus::Success;
}

}  // namespace checker
