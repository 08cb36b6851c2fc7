#include "checker/eval/rule_test.h"

#include <algorithm>

#include "checker/eval/evaluate.h"
#include <fmt/core.h>

namespace checker {
namespace {

// Whether an expected leeway is of the kind that came out: calendar days are no school days.
bool same_unit(const dsl::Type& expected, const Leeway& leeway, const dsl::Program& program) {
  if (leeway.percentage_points) return expected.kind == dsl::TypeKind::Percent;
  if (expected.kind != dsl::TypeKind::Quantity) return leeway.unit.dimension.is_number();
  return program.types().unit(expected.unit).dimension == leeway.unit.dimension;
}

// What is wrong with one part; empty when it is as expected.
std::string mismatch(const dsl::TestExpectation& expected, const VerdictPart& part,
                     const dsl::Program& program) {
  if (outcome_word(part.outcome) != expected.verdict) {
    return fmt::format("is {}, not {}", outcome_word(part.outcome), expected.verdict);
  }
  if (expected.leeway) {
    if (!part.leeway) return "has no leeway";
    if (part.leeway->amount != *expected.leeway ||
        !same_unit(expected.leeway_type, *part.leeway, program)) {
      return "has another leeway: " + format_leeway(*part.leeway);
    }
  }
  for (const dsl::FactId fact : expected.needs) {
    const bool there = std::any_of(part.needs.begin(), part.needs.end(),
                                   [&](const FactRef& need) { return need.fact == fact; });
    if (!there) return "does not need `" + program.full_name(fact) + "`";
  }
  return {};
}

std::string part_words(const VerdictPart& part) {
  std::string text(outcome_word(part.outcome));
  if (!part.grades.empty()) {
    text += (part.grades.size() == 1 ? " for grade " : " for grades ") +
            dsl::format_grades(part.grades);
  }
  if (part.leeway) text += " (leeway " + format_leeway(*part.leeway) + ")";
  return text;
}

std::string describe(const Verdict& verdict) {
  std::string text;
  for (const VerdictPart& part : verdict.parts)
    text += (text.empty() ? "" : "; ") + part_words(part);
  return text;
}

// With grades, every grade named must lie in a part that is as expected; without, the first part.
std::string check(const dsl::TestExpectation& expected, const Verdict& verdict,
                  const dsl::Program& program) {
  if (expected.grades.empty()) return mismatch(expected, verdict.main(), program);
  for (std::uint8_t i = 0; i < dsl::kGradeCount; ++i) {
    if (!expected.grades.contains({i})) continue;
    std::string problem = "says nothing of grade " + dsl::format_grade({i});
    for (const VerdictPart& part : verdict.parts) {
      if (!part.grades.contains({i})) continue;
      problem = mismatch(expected, part, program);
      if (!problem.empty()) problem += ", for grade " + dsl::format_grade({i});
    }
    if (!problem.empty()) return problem;
  }
  return {};
}

}  // namespace

std::vector<TestFailure> run_rule_test(const dsl::Program& program, const Design& design,
                                       const dsl::TestCase& test, dsl::Date as_of) {
  std::vector<TestFailure> failures;
  for (const dsl::TestExpectation& expected : test.expectations) {
    const Verdict verdict = evaluate_norm(program, design, expected.norm, as_of);
    const std::string problem = check(expected, verdict, program);
    if (problem.empty()) continue;
    failures.push_back({expected.span,
                        fmt::format("`{}` {}", program.norm(expected.norm).name, problem),
                        "the verdict is " + describe(verdict)});
  }
  return failures;
}

}  // namespace checker
