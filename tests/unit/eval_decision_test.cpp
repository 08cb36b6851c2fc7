// What a run comes to: which verdicts of which norms decide, and in which order of weight.
#include "checker/eval/decision.h"
#include "checker/eval/evaluate.h"
#include "tests/support/compiled.h"
#include <catch2/catch.hpp>

namespace {

using checker::Decision;
using checker::FailOn;
using checker::Outcome;
using dsl::Effect;

// Norms of every kind and effect; `f.x` states how each comes out.
constexpr const char* kWorld = R"(
choice result "How a norm comes out" of good, bad, out, excused
stakeholder agency "An agency"
  kind agency
vocabulary design "A design"
group f "Facts"
  fact duty, deal, custom, vote, belief, leave, told result "Results"
  fact fined, ignored, urged, hint result "More results"
regulation duty "Blocks"
  enforced by agency
  applies when f.duty is not out
  require f.duty is good
  unless "excused" when f.duty is excused
agreement deal "An agreement"
  enforced by agency
  applies when f.deal is not out
  require f.deal is good
practice custom "A practice"
  enforced by agency
  applies when f.custom is not out
  require f.custom is good
approval vote "An approval"
  decided by agency
  applies when f.vote is not out
approval hint "An approval without weight"
  decided by agency
  applies when f.hint is not out
  effect pressure
principle belief "A principle"
  applies when f.belief is not out
  require f.belief is good
enablement leave "An enablement"
  applies when f.leave is not out
regulation told "A judgment"
  enforced by agency
  applies when f.told is not out
  require judged by agency "Is it so?"
regulation fined "Costs"
  enforced by agency
  applies when f.fined is not out
  require f.fined is good
  effect costs "Ten dollars"
practice ignored "Unrecognised"
  enforced by agency
  applies when f.ignored is not out
  require f.ignored is good
  effect unrecognised
practice urged "Pressure"
  enforced by agency
  applies when f.urged is not out
  require f.urged is good
  effect pressure
)";

// Every norm is out of scope but those whose facts `stated` says; `unsaid` leaves one out.
Decision decided(const std::string& stated, const std::string& more = "",
                 const FailOn& fail_on = {}) {
  test_support::Compiled world(kWorld);
  std::string yaml = "f: {" + stated;
  for (const char* fact : {"duty", "deal", "custom", "vote", "belief", "told", "leave", "fined",
                           "ignored", "urged", "hint"}) {
    if ((", " + stated).find(std::string(" ") + fact + ":") != std::string::npos) continue;
    yaml += std::string(yaml.back() == '{' ? "" : ", ") + fact + ": out";
  }
  const checker::Design design = world.design(yaml + "}\n" + more);
  const auto verdicts = checker::evaluate(*world.program, design, test_support::date(2026, 9, 1));
  return checker::decide_run(*world.program, verdicts, fail_on);
}

constexpr const char* kRelieved = "reliefs: [{norm: duty, by: agency}]\n";

}  // namespace

TEST_CASE("a_run_in_which_no_norm_applies_has_checked_nothing") {
  CHECK(decided("") == Decision::NothingApplies);
}

TEST_CASE("a_norm_that_is_clear_makes_a_run_clear") {
  CHECK(decided("duty: good") == Decision::Clear);
  CHECK(decided("deal: good") == Decision::Clear);
  CHECK(decided("custom: good") == Decision::Clear);
}

TEST_CASE("a_norm_that_is_excepted_or_relieved_makes_a_run_clear") {
  CHECK(decided("duty: excused") == Decision::Clear);
  CHECK(decided("duty: bad", kRelieved) == Decision::Clear);
}

TEST_CASE("a_conflict_of_any_kind_of_duty_makes_a_run_a_conflict") {
  CHECK(decided("duty: bad") == Decision::Conflict);
  CHECK(decided("deal: bad") == Decision::Conflict);
  CHECK(decided("custom: bad") == Decision::Conflict);
}

TEST_CASE("a_norm_that_cannot_be_told_leaves_a_run_undecided") {
  CHECK(decided("duty: unknown") == Decision::Undecided);
}

TEST_CASE("a_norm_that_needs_judgment_leaves_a_run_undecided") {
  CHECK(decided("told: good") == Decision::Undecided);
}

TEST_CASE("an_approval_decides_by_what_is_on_record") {
  CHECK(decided("vote: good") == Decision::Undecided);
  CHECK(decided("vote: good", "approvals: [{norm: vote, result: granted}]") == Decision::Clear);
  CHECK(decided("vote: good", "approvals: [{norm: vote, result: refused}]") == Decision::Conflict);
  CHECK(decided("vote: good", "approvals: [{norm: vote, result: pending}]") == Decision::Undecided);
}

TEST_CASE("a_conflict_weighs_more_than_what_is_undecided_in_whatever_order") {
  CHECK(decided("duty: bad, fined: unknown") == Decision::Conflict);
  CHECK(decided("duty: unknown, fined: bad") == Decision::Conflict);
}

TEST_CASE("what_is_undecided_weighs_more_than_what_is_clear") {
  CHECK(decided("duty: good, fined: unknown") == Decision::Undecided);
}

TEST_CASE("by_default_all_effects_but_pressure_fail_a_run") {
  CHECK(decided("fined: bad") == Decision::Conflict);
  CHECK(decided("ignored: bad") == Decision::Conflict);
  CHECK(decided("urged: bad") == Decision::Clear);
}

TEST_CASE("a_norm_that_could_only_press_leaves_nothing_undecided") {
  CHECK(decided("urged: unknown") == Decision::Clear);
  CHECK(decided("hint: good") == Decision::Clear);
}

TEST_CASE("fail_on_says_which_effects_fail_a_run") {
  const FailOn pressure{{Effect::Pressure}};
  CHECK(decided("urged: bad", "", pressure) == Decision::Conflict);
  CHECK(decided("urged: unknown", "", pressure) == Decision::Undecided);
  CHECK(decided("duty: bad", "", pressure) == Decision::Clear);
  CHECK(decided("duty: unknown", "", pressure) == Decision::Clear);
}

TEST_CASE("fail_on_nothing_fails_no_run") {
  CHECK(decided("duty: bad, fined: unknown", "", FailOn{{}}) == Decision::Clear);
}

TEST_CASE("a_principle_never_decides") {
  CHECK(decided("belief: bad, duty: good") == Decision::Clear);
  CHECK(decided("belief: unknown, duty: good") == Decision::Clear);
  CHECK(decided("belief: good") == Decision::NothingApplies);
  CHECK(decided("belief: bad") == Decision::NothingApplies);
}

TEST_CASE("an_enablement_never_decides") {
  CHECK(decided("leave: unknown, duty: good") == Decision::Clear);
  CHECK(decided("leave: good") == Decision::NothingApplies);
  CHECK(decided("leave: unknown") == Decision::NothingApplies);
}

TEST_CASE("one_part_of_a_norm_that_conflicts_is_enough") {
  test_support::Compiled world(R"(
stakeholder agency "An agency"
  kind agency
vocabulary design "A design"
group f "Facts"
  fact grades set of grade "Grades"
regulation n "A norm"
  enforced by agency
  for each grade in f.grades
  require grade at least 9
)");
  const auto decide = [&](const std::string& grades) {
    const checker::Design design = world.design("f: {grades: " + grades + "}");
    return checker::decide_run(
        *world.program, checker::evaluate(*world.program, design, test_support::date(2026, 9, 1)),
        {});
  };
  CHECK(decide("[8, 9]") == Decision::Conflict);
  CHECK(decide("[9, 10]") == Decision::Clear);
  CHECK(decide("[]") == Decision::NothingApplies);
}

TEST_CASE("totals_count_every_norm_once_by_its_outcome") {
  test_support::Compiled world(kWorld);
  const checker::Design design = world.design(
      "f: {duty: bad, deal: good, custom: good, vote: good, belief: bad,"
      " leave: good, told: good, urged: unknown, fined: out, ignored: out,"
      " hint: out}");
  const checker::Totals totals =
      checker::count(checker::evaluate(*world.program, design, test_support::date(2026, 9, 1)));
  CHECK(totals.norms == 11);
  CHECK(totals.of(Outcome::Conflict) == 1);
  CHECK(totals.of(Outcome::Clear) == 2);
  CHECK(totals.of(Outcome::NeedsApproval) == 1);
  CHECK(totals.of(Outcome::NeedsJudgment) == 1);
  CHECK(totals.of(Outcome::CannotTell) == 1);
  CHECK(totals.of(Outcome::Thinned) == 1);
  CHECK(totals.of(Outcome::Enabled) == 1);
  CHECK(totals.of(Outcome::DoesNotApply) == 3);
}
