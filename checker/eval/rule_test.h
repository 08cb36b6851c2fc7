// Holds a rule test's expectations against what the evaluator says.
#pragma once

#include <string>
#include <vector>

#include "checker/design/design.h"
#include "dsl/program/program.h"

namespace checker {

struct TestFailure {
  dsl::Span span;       // the expectation
  std::string message;  // what came out instead
  std::string help;
};

// `design` already holds what the test sets. Empty when every expectation is met.
std::vector<TestFailure> run_rule_test(const dsl::Program& program, const Design& design,
                                       const dsl::TestCase& test, dsl::Date as_of);

}  // namespace checker
