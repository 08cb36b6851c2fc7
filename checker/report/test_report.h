// What a run of the rule tests tells, as data: outcomes, and where asked for, what the tests have
// seen of the norms and which mistakes they would not notice.
#pragma once

#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <vector>

#include "checker/eval/coverage.h"
#include "checker/eval/mutate.h"
#include "checker/eval/rule_test.h"
#include "checker/report/exit_entry.h"
#include "dsl/diagnostics/diagnostic.h"
#include "dsl/text/source_file.h"

namespace checker {

inline constexpr int kTestReportSchemaVersion = 1;

struct FailedExpectation {
  std::string test;  // the title of the test that it is an expectation of
  TestFailure failure;
};

struct TestReport {
  std::size_t passed = 0;
  std::size_t failed = 0;
  std::vector<FailedExpectation> failures;
  std::optional<Coverage> coverage;
  std::optional<MutationRun> mutation;
};

// A share in percent with one decimal, rounded down: 100% is all of it. Nothing of nothing is all.
std::string percent_text(const Share& share);

// Norm by norm what was not seen, then the totals.
void write_coverage(std::ostream& out, const Coverage& coverage, const dsl::Program& program,
                    const dsl::SourceMap& sources);

// The survivors by file and line, then the totals.
void write_mutation(std::ostream& out, const MutationRun& run, const dsl::SourceMap& sources);

// The text of a span on one line, cut where it is long.
std::string text_on_one_line(dsl::Span span, const dsl::SourceMap& sources);

struct TestJsonInput {
  const TestReport& report;
  const dsl::Program* program;                   // null when the rules do not compile
  std::span<const dsl::Diagnostic> diagnostics;  // of rules and of designs that tests start from
  const dsl::SourceMap& sources;
  ExitEntry exit;
};

// The whole as one JSON object after docs/test_report.schema.json. Diagnostics of expectations that
// are not met are told as failures only.
void write_test_json(std::ostream& out, const TestJsonInput& input);

}  // namespace checker
