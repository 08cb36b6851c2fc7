#include "checker/cli/prepare_tests.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "checker/cli/files.h"
#include "checker/cli/session.h"
#include "checker/design/read_design.h"
#include "checker/design/test_overrides.h"
#include "checker/eval/consistency.h"

namespace checker {
namespace {

// The design that a test starts from; nullopt after a diagnostic.
std::optional<Design> given_design(const dsl::TestCase& test, const dsl::Program& program,
                                   dsl::SourceMap& sources, dsl::Diagnostics& diagnostics) {
  if (test.given.empty()) return Design::empty(program);
  const std::filesystem::path rule_file = sources.file(test.span.file).name;
  const std::string path = (rule_file.parent_path() / test.given).lexically_normal().string();
  // A name that the disk does not take is no file either.
  std::error_code error;
  if (!std::filesystem::exists(path, error)) {
    diagnostics
        .report(dsl::DiagnosticKind::TestGiven, test.given_span, "there is no file `" + path + "`")
        .help("the path is relative to the rule file");
    return std::nullopt;
  }
  const auto* file = read_file(path, sources, diagnostics);
  return file == nullptr ? std::nullopt : read_design(*file, program, diagnostics);
}

}  // namespace

std::optional<PreparedTest> prepare_test(const dsl::TestCase& test, const dsl::Program& program,
                                         dsl::SourceMap& sources, dsl::Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  auto design = given_design(test, program, sources, diagnostics);
  if (!design || diagnostics.error_count() > errors_before) return std::nullopt;
  apply_test_facts(*design, test, program, diagnostics);
  if (diagnostics.error_count() > errors_before) return std::nullopt;
  if (!test.as_of && !design->opens && !design->as_of) {
    diagnostics.report(dsl::DiagnosticKind::TestGiven, test.span, "this test has no date")
        .help("add `as of 2026-09-01`, or give the design an `opens`");
    return std::nullopt;
  }
  AsOf as_of = choose_as_of(test.as_of, &*design);
  if (test.as_of) as_of.source = "the test's `as of`";
  check_fact_requirements(program, *design, as_of.date, diagnostics);
  if (diagnostics.error_count() > errors_before) return std::nullopt;
  if (design->name.empty()) design->name = "the facts of this test";
  return PreparedTest{&test, std::move(*design), as_of.date, std::move(as_of.source)};
}

}  // namespace checker
