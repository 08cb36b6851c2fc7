// What a run of the rule tests tells, as data: outcomes, and where asked for, what the tests have
// seen of the norms and which mistakes they would not notice.
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "checker/eval/coverage.h"
#include "checker/eval/mutate.h"
#include "checker/eval/rule_test.h"
#include "dsl/text/source_file.h"

namespace checker {

struct TestReport {
  std::size_t passed = 0;
  std::size_t failed = 0;
  std::vector<TestFailure> failures;
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

// The whole as one JSON object.
void write_test_json(std::ostream& out, const TestReport& report, const dsl::Program& program,
                     const dsl::SourceMap& sources);

}  // namespace checker
