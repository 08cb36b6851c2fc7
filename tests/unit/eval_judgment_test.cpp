// Judgments: what only a determination on record settles.
#include "checker/eval/evaluate.h"
#include "tests/support/compiled.h"
#include <catch2/catch.hpp>

namespace {

using checker::Outcome;
using checker::Verdict;
using test_support::date;

constexpr const char* kWorld = R"(
stakeholder agency "An agency"
  kind agency
stakeholder board "A board"
  kind board
vocabulary design "A design"
group f "Facts"
  fact fine, scope yes/no "Flags"
regulation guided "Learners are guided"
  enforced by agency
  require judged by agency "Are they guided?"
regulation other "Another norm"
  enforced by agency
  require judged by agency "Is it so?"
regulation or_fine "Guided, or fine anyway"
  enforced by agency
  applies when f.scope
  require f.fine or judged by agency "Are they guided?"
regulation excepted "Excepted by a judgment"
  enforced by agency
  require f.fine
  unless "hardship" when judged by board "Is it a hardship?"
)";

struct World : test_support::Compiled {
  World() : Compiled(kWorld) {}

  Verdict judge(const std::string& determinations, dsl::Date as_of = date(2026, 9, 1),
                const char* norm = "guided", const std::string& facts_in_braces = "") {
    const checker::Design facts =
        design("f: {" + facts_in_braces + "}\ndeterminations: [" + determinations + "]\n");
    return checker::evaluate_norm(*program, facts, program->find_norm(norm), as_of);
  }
};

}  // namespace

TEST_CASE("a_judgment_that_nobody_made_is_needed_and_named") {
  World world;
  const Verdict verdict = world.judge("");
  CHECK(verdict.outcome == Outcome::NeedsJudgment);
  REQUIRE(verdict.main().judgments.size() == 1);
  CHECK(world.program->typed().judgments[verdict.main().judgments[0]].question ==
        "Are they guided?");
  CHECK(verdict.main().needs.empty());
}

TEST_CASE("a_determination_of_yes_makes_it_clear") {
  World world;
  CHECK(world.judge("{norm: guided, by: agency, result: true}").outcome == Outcome::Clear);
}

TEST_CASE("a_determination_of_no_makes_it_a_conflict") {
  World world;
  CHECK(world.judge("{norm: guided, by: agency, result: false}").outcome == Outcome::Conflict);
}

TEST_CASE("a_determination_by_another_stakeholder_settles_nothing") {
  World world;
  CHECK(world.judge("{norm: guided, by: board, result: true}").outcome == Outcome::NeedsJudgment);
}

TEST_CASE("a_determination_for_another_norm_settles_nothing") {
  World world;
  CHECK(world.judge("{norm: other, by: agency, result: true}").outcome == Outcome::NeedsJudgment);
}

TEST_CASE("a_determination_counts_from_the_day_it_was_made") {
  World world;
  const std::string made = "{norm: guided, by: agency, result: true, on: 2026-09-01}";
  CHECK(world.judge(made, date(2026, 8, 31)).outcome == Outcome::NeedsJudgment);
  CHECK(world.judge(made, date(2026, 9, 1)).outcome == Outcome::Clear);
}

TEST_CASE("a_determination_counts_on_its_last_day_and_no_longer") {
  World world;
  const std::string made = "{norm: guided, by: agency, result: true, until: 2026-09-01}";
  CHECK(world.judge(made, date(2026, 9, 1)).outcome == Outcome::Clear);
  CHECK(world.judge(made, date(2026, 9, 2)).outcome == Outcome::NeedsJudgment);
}

TEST_CASE("of_two_determinations_the_later_wins_in_whatever_order_they_stand") {
  World world;
  const std::string yes = "{norm: guided, by: agency, result: true, on: 2025-01-10}";
  const std::string no = "{norm: guided, by: agency, result: false, on: 2026-01-10}";
  CHECK(world.judge(yes + ", " + no).outcome == Outcome::Conflict);
  CHECK(world.judge(no + ", " + yes).outcome == Outcome::Conflict);
}

TEST_CASE("a_determination_after_the_as_of_date_does_not_undo_an_earlier_one") {
  World world;
  const std::string both =
      "{norm: guided, by: agency, result: false, on: 2026-10-01}, "
      "{norm: guided, by: agency, result: true, on: 2025-01-10}";
  CHECK(world.judge(both, date(2026, 9, 30)).outcome == Outcome::Clear);
  CHECK(world.judge(both, date(2026, 10, 1)).outcome == Outcome::Conflict);
}

TEST_CASE("a_judgment_that_cannot_change_the_outcome_is_not_needed") {
  World world;
  CHECK(world.judge("", date(2026, 9, 1), "or_fine", "scope: true, fine: true").outcome ==
        Outcome::Clear);
  CHECK(world.judge("", date(2026, 9, 1), "or_fine", "scope: false, fine: false").outcome ==
        Outcome::DoesNotApply);
}

TEST_CASE("a_judgment_that_decides_alone_is_needed") {
  World world;
  CHECK(world.judge("", date(2026, 9, 1), "or_fine", "scope: true, fine: false").outcome ==
        Outcome::NeedsJudgment);
}

TEST_CASE("a_missing_fact_besides_a_judgment_makes_it_cannot_tell_and_both_are_named") {
  World world;
  const Verdict verdict = world.judge("", date(2026, 9, 1), "or_fine", "scope: true");
  CHECK(verdict.outcome == Outcome::CannotTell);
  CHECK(verdict.main().judgments.size() == 1);
  REQUIRE(verdict.main().needs.size() == 1);
  CHECK(verdict.main().needs[0].fact == world.program->find_fact("f.fine"));
}

TEST_CASE("an_exception_may_hang_on_a_judgment") {
  World world;
  const auto outcome = [&](const std::string& records, const std::string& facts) {
    return world.judge(records, date(2026, 9, 1), "excepted", facts).outcome;
  };
  CHECK(outcome("", "fine: false") == Outcome::NeedsJudgment);
  CHECK(outcome("", "fine: true") == Outcome::Clear);
  CHECK(outcome("{norm: excepted, by: board, result: true}", "fine: false") == Outcome::Excepted);
  CHECK(outcome("{norm: excepted, by: board, result: false}", "fine: false") == Outcome::Conflict);
}
