// Holds a rule test's expectations against what the evaluator says.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "checker/design/design.h"
#include "dsl/program/program.h"

namespace checker {

// A test ready to be run: the design holds what the test sets. The test must outlive it.
struct PreparedTest {
  const dsl::TestCase* test = nullptr;
  Design design;
  dsl::Date as_of;
  std::string as_of_source;  // what chose the date
};

struct TestFailure {
  dsl::Span span;       // the expectation
  std::string message;  // what came out instead
  std::string help;
  dsl::NormId norm;
  // One of those that came out so, where the norm runs over grades or over a list.
  std::optional<dsl::Grade> grade;
  std::optional<std::uint32_t> item;
};

// nullopt when the expectation is met.
std::optional<TestFailure> check_expectation(const dsl::Program& program, const Design& design,
                                             const dsl::TestExpectation& expected, dsl::Date as_of);

// Empty when every expectation is met.
std::vector<TestFailure> run_rule_test(const dsl::Program& program, const PreparedTest& prepared);

}  // namespace checker
