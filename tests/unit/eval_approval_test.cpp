// Approvals: a body decides, and the design puts on record what it decided and when.
#include "checker/eval/evaluate.h"
#include "tests/support/compiled.h"
#include <catch2/catch.hpp>

namespace {

using checker::Outcome;
using checker::Reason;
using checker::Verdict;
using test_support::date;

constexpr const char* kWorld = R"(
stakeholder board "A board"
  kind board
vocabulary design "A design"
group f "Facts"
  fact asks, exempt, free yes/no "Flags"
approval vote "A vote"
  applies when f.asks
  decided by board within 60 calendar_days
  unless "exempt" when f.exempt
approval hearing "A hearing"
  decided by board
approval plan "A plan"
  decided by board
  after approval hearing
  after approval notice
approval notice "A notice"
  decided by board
approval charter "A charter"
  decided by board
  lasting 5 years renewable
enablement e "An enablement"
  applies when f.free
  lifts vote
)";

constexpr const char* kFacts = "f: {asks: true, exempt: false, free: false}";

struct World : test_support::Compiled {
  World() : Compiled(kWorld) {}

  Verdict judge(const std::string& approvals, dsl::Date as_of = date(2026, 9, 1),
                const char* norm = "vote", const std::string& facts = kFacts) {
    const checker::Design made = design(facts + "\napprovals: [" + approvals + "]\n");
    return checker::evaluate_norm(*program, made, program->find_norm(norm), as_of);
  }

  std::vector<std::string> waits_for(const std::string& approvals) {
    std::vector<std::string> names;
    const Verdict verdict = judge(approvals, date(2026, 9, 1), "plan");
    for (const dsl::NormId id : verdict.main().waits_for) {
      names.push_back(program->norm(id).name);
    }
    return names;
  }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("an_approval_without_a_decision_needs_one") {
  World world;
  const Verdict verdict = world.judge("");
  CHECK(verdict.outcome == Outcome::NeedsApproval);
  CHECK(verdict.main().reason == Reason::None);
  CHECK_FALSE(verdict.main().approval);
}

TEST_CASE("an_approval_that_was_granted_is_clear") {
  World world;
  const Verdict verdict = world.judge("{norm: vote, result: granted, on: 2026-03-12}");
  CHECK(verdict.outcome == Outcome::Clear);
  CHECK(verdict.main().approval == 0U);
}

TEST_CASE("an_approval_that_was_refused_is_a_conflict_that_says_so") {
  World world;
  const Verdict verdict = world.judge("{norm: vote, result: refused, on: 2026-03-12}");
  CHECK(verdict.outcome == Outcome::Conflict);
  CHECK(verdict.main().reason == Reason::Refused);
}

TEST_CASE("an_approval_that_is_pending_still_needs_a_decision") {
  World world;
  const Verdict verdict = world.judge("{norm: vote, result: pending, on: 2026-03-12}");
  CHECK(verdict.outcome == Outcome::NeedsApproval);
  CHECK(verdict.main().approval == 0U);
}

TEST_CASE("an_approval_counts_from_the_day_of_its_decision") {
  World world;
  const std::string granted = "{norm: vote, result: granted, on: 2026-09-01}";
  CHECK(world.judge(granted, date(2026, 8, 31)).outcome == Outcome::NeedsApproval);
  CHECK(world.judge(granted, date(2026, 9, 1)).outcome == Outcome::Clear);
}

TEST_CASE("a_refusal_counts_from_the_day_of_its_decision") {
  World world;
  const std::string refused = "{norm: vote, result: refused, on: 2026-09-01}";
  CHECK(world.judge(refused, date(2026, 8, 31)).outcome == Outcome::NeedsApproval);
  CHECK(world.judge(refused, date(2026, 9, 1)).outcome == Outcome::Conflict);
}

TEST_CASE("an_approval_counts_on_its_last_day_and_then_says_that_it_ended") {
  World world;
  const std::string granted = "{norm: vote, result: granted, on: 2024-03-12, until: 2026-06-30}";
  CHECK(world.judge(granted, date(2026, 6, 30)).outcome == Outcome::Clear);
  const Verdict after = world.judge(granted, date(2026, 7, 1));
  CHECK(after.outcome == Outcome::NeedsApproval);
  CHECK(after.main().reason == Reason::ApprovalExpired);
}

TEST_CASE("an_approval_that_names_no_end_ends_when_the_rules_say") {
  World world;
  const std::string granted = "{norm: charter, result: granted, on: 2021-07-01}";
  CHECK(world.judge(granted, date(2026, 6, 30), "charter").outcome == Outcome::Clear);
  const Verdict after = world.judge(granted, date(2026, 7, 1), "charter");
  CHECK(after.outcome == Outcome::NeedsApproval);
  CHECK(after.main().reason == Reason::ApprovalExpired);
}

TEST_CASE("an_end_that_the_design_states_stands_before_the_rules_one") {
  World world;
  const std::string granted = "{norm: charter, result: granted, on: 2021-07-01, until: 2028-06-30}";
  CHECK(world.judge(granted, date(2028, 6, 30), "charter").outcome == Outcome::Clear);
  CHECK(world.judge(granted, date(2028, 7, 1), "charter").outcome == Outcome::NeedsApproval);
}

TEST_CASE("of_two_decisions_the_later_wins_in_whatever_order_they_stand") {
  World world;
  const std::string refused = "{norm: vote, result: refused, on: 2026-01-10}";
  const std::string granted = "{norm: vote, result: granted, on: 2026-03-10}";
  CHECK(world.judge(refused + ", " + granted).outcome == Outcome::Clear);
  CHECK(world.judge(granted + ", " + refused).outcome == Outcome::Clear);
  const std::string withdrawn = "{norm: vote, result: refused, on: 2026-05-10}";
  CHECK(world.judge(granted + ", " + withdrawn).outcome == Outcome::Conflict);
  CHECK(world.judge(withdrawn + ", " + granted).outcome == Outcome::Conflict);
}

TEST_CASE("a_decision_after_the_as_of_date_does_not_undo_an_earlier_one") {
  World world;
  const std::string both =
      "{norm: vote, result: granted, on: 2026-03-10}, {norm: vote, result: refused, on: "
      "2026-10-01}";
  CHECK(world.judge(both, date(2026, 9, 30)).outcome == Outcome::Clear);
  CHECK(world.judge(both, date(2026, 10, 1)).outcome == Outcome::Conflict);
}

TEST_CASE("the_approval_of_another_norm_decides_nothing") {
  World world;
  CHECK(world.judge("{norm: hearing, result: granted}").outcome == Outcome::NeedsApproval);
}

TEST_CASE("an_approval_that_does_not_apply_needs_no_decision") {
  World world;
  CHECK(world.judge("", date(2026, 9, 1), "vote", "f: {asks: false}").outcome ==
        Outcome::DoesNotApply);
}

TEST_CASE("an_approval_whose_scope_is_unknown_cannot_be_told") {
  World world;
  const Verdict verdict =
      world.judge("", date(2026, 9, 1), "vote", "f: {exempt: false, free: false}");
  CHECK(verdict.outcome == Outcome::CannotTell);
  REQUIRE(verdict.main().needs.size() == 1);
  CHECK(verdict.main().needs[0].fact == world.program->find_fact("f.asks"));
}

TEST_CASE("an_approval_is_excepted_and_lifted_like_any_norm") {
  World world;
  CHECK(world.judge("", date(2026, 9, 1), "vote", "f: {asks: true, exempt: true, free: false}")
            .outcome == Outcome::Excepted);
  CHECK(world.judge("", date(2026, 9, 1), "vote", "f: {asks: true, exempt: false, free: true}")
            .outcome == Outcome::Lifted);
}

TEST_CASE("an_approval_waits_for_those_that_must_come_first") {
  World world;
  CHECK(world.waits_for("") == Names{"hearing", "notice"});
}

TEST_CASE("an_approval_waits_no_longer_for_one_that_is_granted") {
  World world;
  CHECK(world.waits_for("{norm: hearing, result: granted}") == Names{"notice"});
  CHECK(
      world.waits_for("{norm: hearing, result: granted}, {norm: notice, result: granted}").empty());
}

TEST_CASE("an_approval_waits_for_one_that_is_pending_refused_ended_or_yet_to_come") {
  World world;
  const std::string notice = ", {norm: notice, result: granted}";
  CHECK(world.waits_for("{norm: hearing, result: pending}" + notice) == Names{"hearing"});
  CHECK(world.waits_for("{norm: hearing, result: refused}" + notice) == Names{"hearing"});
  CHECK(world.waits_for("{norm: hearing, result: granted, until: 2026-08-31}" + notice) ==
        Names{"hearing"});
  CHECK(world.waits_for("{norm: hearing, result: granted, until: 2026-09-01}" + notice).empty());
  CHECK(world.waits_for("{norm: hearing, result: granted, on: 2026-09-02}" + notice) ==
        Names{"hearing"});
}

TEST_CASE("an_approval_waits_for_one_whose_grant_was_later_withdrawn") {
  World world;
  CHECK(world.waits_for("{norm: hearing, result: granted, on: 2026-01-10}, "
                        "{norm: hearing, result: refused, on: 2026-03-10}, "
                        "{norm: notice, result: granted}") == Names{"hearing"});
}

TEST_CASE("an_approval_that_is_decided_waits_for_nothing") {
  World world;
  CHECK(world.waits_for("{norm: plan, result: granted}").empty());
  CHECK(world.waits_for("{norm: plan, result: refused}").empty());
}
