// Exceptions: `unless` defeats its own norm, and only where the norm would stand.
#include "checker/eval/evaluate.h"
#include "tests/support/compiled.h"
#include <catch2/catch.hpp>

namespace {

using checker::Outcome;
using checker::Verdict;

constexpr const char* kWorld = R"(
choice form "A form" of charter, private, district
stakeholder agency "An agency"
  kind agency
vocabulary design "A design"
group f "Facts"
  fact scope, kept, first, second yes/no "Flags"
  fact form form "A form"
  fact size count "A size"
regulation n "With two exceptions"
  enforced by agency
  applies when f.scope
  require f.kept
  unless "the first" when f.first
  unless "the second" when f.second
regulation sized "With an exception for the small"
  enforced by agency
  require f.kept
  unless "small" when f.size less than 50
regulation either "With exceptions that leave nothing over"
  enforced by agency
  require f.kept
  unless "charter" when f.form is charter
  unless "no charter" when f.form is not charter
)";

struct World : test_support::Compiled {
  World() : Compiled(kWorld) {}

  Verdict judge(const std::string& facts_in_braces, const char* norm = "n") {
    const checker::Design facts = design("f: {" + facts_in_braces + "}");
    return checker::evaluate_norm(*program, facts, program->find_norm(norm),
                                  test_support::date(2026, 9, 1));
  }

  std::vector<std::string> needs(const Verdict& verdict) const {
    std::vector<std::string> names;
    for (const checker::FactRef& need : verdict.main().needs) {
      names.push_back(program->full_name(need.fact));
    }
    return names;
  }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a_norm_that_fails_without_an_exception_is_a_conflict") {
  World world;
  CHECK(world.judge("scope: true, kept: false, first: false, second: false").outcome ==
        Outcome::Conflict);
}

TEST_CASE("an_exception_that_holds_excepts_a_norm_that_fails_and_is_named") {
  World world;
  const Verdict first = world.judge("scope: true, kept: false, first: true, second: false");
  CHECK(first.outcome == Outcome::Excepted);
  CHECK(first.main().exception == 0U);
  const Verdict second = world.judge("scope: true, kept: false, first: false, second: true");
  CHECK(second.outcome == Outcome::Excepted);
  CHECK(second.main().exception == 1U);
}

TEST_CASE("of_two_exceptions_that_hold_the_first_is_named") {
  World world;
  CHECK(world.judge("scope: true, kept: false, first: true, second: true").main().exception == 0U);
}

TEST_CASE("clear_comes_before_excepted") {
  World world;
  CHECK(world.judge("scope: true, kept: true, first: true").outcome == Outcome::Clear);
}

TEST_CASE("does_not_apply_comes_before_excepted") {
  World world;
  CHECK(world.judge("scope: false, kept: false, first: true").outcome == Outcome::DoesNotApply);
}

TEST_CASE("an_unknown_exception_of_a_norm_that_fails_is_what_is_missing") {
  World world;
  const Verdict verdict = world.judge("scope: true, kept: false, first: false");
  CHECK(verdict.outcome == Outcome::CannotTell);
  CHECK(world.needs(verdict) == Names{"f.second"});
}

TEST_CASE("an_unknown_exception_of_a_norm_that_holds_does_not_matter") {
  World world;
  CHECK(world.judge("scope: true, kept: true").outcome == Outcome::Clear);
}

TEST_CASE("an_exception_that_holds_settles_it_though_another_is_unknown") {
  World world;
  const Verdict verdict = world.judge("scope: true, kept: false, second: true");
  CHECK(verdict.outcome == Outcome::Excepted);
  CHECK(verdict.main().exception == 1U);
}

TEST_CASE("an_exception_that_holds_settles_it_though_the_requirement_is_unknown") {
  World world;
  CHECK(world.judge("scope: true, first: true").outcome == Outcome::Excepted);
}

TEST_CASE("an_unknown_exception_and_an_unknown_requirement_are_both_missing") {
  World world;
  CHECK(world.needs(world.judge("scope: true, first: false")) == Names{"f.kept", "f.second"});
}

TEST_CASE("an_exception_holds_up_to_its_threshold_and_no_further") {
  World world;
  CHECK(world.judge("kept: false, size: 49", "sized").outcome == Outcome::Excepted);
  CHECK(world.judge("kept: false, size: 50", "sized").outcome == Outcome::Conflict);
}

TEST_CASE("an_exception_that_compares_an_absent_amount_cannot_be_told") {
  World world;
  const Verdict verdict = world.judge("kept: false, size: null", "sized");
  CHECK(verdict.outcome == Outcome::CannotTell);
  CHECK(verdict.main().needs.empty());
  REQUIRE(verdict.main().faults.size() == 1);
  CHECK(verdict.main().faults[0].kind == checker::CauseKind::Absent);
}

TEST_CASE("exceptions_one_of_which_must_hold_except_whatever_the_missing_fact_is") {
  World world;
  const Verdict verdict = world.judge("kept: false", "either");
  CHECK(verdict.outcome == Outcome::Excepted);
}
