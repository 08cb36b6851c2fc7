#include "checker/eval/rule_test.h"

#include <algorithm>

#include "checker/eval/evaluate.h"
#include <fmt/core.h>

namespace checker {
namespace {

// Whether an expected leeway is of the kind that came out: calendar days are no school days.
bool same_unit(const dsl::Type& expected, const Leeway& leeway, const dsl::Program& program) {
  if (is_share(leeway)) return expected.kind == dsl::TypeKind::Percent;
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
  if (!part.grades.empty()) text += " for " + dsl::grades_in_words(part.grades);
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
struct Problem {
  std::string text;  // empty: none
  std::optional<dsl::Grade> grade;
  std::optional<std::uint32_t> item;
};

std::optional<dsl::Grade> first_of(dsl::GradeSet grades) {
  for (std::uint8_t i = 0; i < dsl::kGradeCount; ++i) {
    if (grades.contains({i})) return dsl::Grade{i};
  }
  return std::nullopt;
}

Problem check(const dsl::TestExpectation& expected, const Verdict& verdict,
              const dsl::Program& program) {
  const VerdictPart& main = verdict.main();
  if (expected.grades.empty()) {
    return {mismatch(expected, main, program), first_of(main.grades),
            main.items.empty() ? std::nullopt : std::optional(main.items.front())};
  }
  for (std::uint8_t i = 0; i < dsl::kGradeCount; ++i) {
    if (!expected.grades.contains({i})) continue;
    std::string problem = "says nothing of grade " + dsl::format_grade({i});
    for (const VerdictPart& part : verdict.parts) {
      if (!part.grades.contains({i})) continue;
      problem = mismatch(expected, part, program);
      if (!problem.empty()) problem += ", for grade " + dsl::format_grade({i});
    }
    if (!problem.empty()) return {problem, dsl::Grade{i}, std::nullopt};
  }
  return {};
}

}  // namespace

std::optional<TestFailure> check_expectation(const dsl::Program& program, const Design& design,
                                             const dsl::TestExpectation& expected,
                                             dsl::Date as_of) {
  const Verdict verdict = evaluate_norm(program, design, expected.norm, as_of);
  const Problem problem = check(expected, verdict, program);
  if (problem.text.empty()) return std::nullopt;
  TestFailure failure;
  failure.span = expected.span;
  failure.message = fmt::format("`{}` {}", program.norm(expected.norm).name, problem.text);
  failure.help = "the verdict is " + describe(verdict);
  failure.norm = expected.norm;
  failure.grade = problem.grade;
  failure.item = problem.item;
  return failure;
}

std::vector<TestFailure> run_rule_test(const dsl::Program& program, const PreparedTest& prepared) {
  std::vector<TestFailure> failures;
  for (const dsl::TestExpectation& expected : prepared.test->expectations) {
    auto failure = check_expectation(program, prepared.design, expected, prepared.as_of);
    if (failure) failures.push_back(std::move(*failure));
  }
  return failures;
}

}  // namespace checker
