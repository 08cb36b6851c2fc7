// Principles: what the design itself holds to, and when it has thinned.
#include "checker/eval/evaluate.h"
#include "tests/support/compiled.h"
#include <catch2/catch.hpp>

namespace {

using checker::Outcome;

constexpr const char* kWorld = R"(
stakeholder families "Families"
  kind community
vocabulary design "A design"
group f "Facts"
  fact scope, kept, hard yes/no "Flags"
  fact days days per week "Days"
principle choice "Families choose"
  upheld by families
  applies when f.scope
  require f.kept
  unless "hard" when f.hard
principle out "Two days out"
  require f.days at least 2 days per week
)";

Outcome judge(const char* norm, const std::string& facts_in_braces) {
  test_support::Compiled world(kWorld);
  const checker::Design facts = world.design("f: {" + facts_in_braces + "}");
  return checker::evaluate_norm(*world.program, facts, world.program->find_norm(norm),
                                test_support::date(2026, 9, 1))
      .outcome;
}

}  // namespace

TEST_CASE("a_principle_that_is_not_kept_is_thinned") {
  CHECK(judge("choice", "scope: true, kept: false, hard: false") == Outcome::Thinned);
}

TEST_CASE("a_principle_that_is_kept_is_clear") {
  CHECK(judge("choice", "scope: true, kept: true") == Outcome::Clear);
}

TEST_CASE("a_principle_out_of_scope_does_not_apply") {
  CHECK(judge("choice", "scope: false, kept: false") == Outcome::DoesNotApply);
}

TEST_CASE("a_principle_may_be_excepted") {
  CHECK(judge("choice", "scope: true, kept: false, hard: true") == Outcome::Excepted);
}

TEST_CASE("a_principle_of_which_a_fact_is_missing_cannot_be_told") {
  CHECK(judge("choice", "scope: true, hard: false") == Outcome::CannotTell);
}

TEST_CASE("a_principle_thins_below_its_threshold_only") {
  CHECK(judge("out", "days: 1") == Outcome::Thinned);
  CHECK(judge("out", "days: 2") == Outcome::Clear);
}
