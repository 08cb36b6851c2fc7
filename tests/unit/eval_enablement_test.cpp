// Enablements: what speaks for a design, and which norms it takes away.
#include "checker/eval/evaluate.h"
#include "tests/support/compiled.h"
#include <catch2/catch.hpp>

namespace {

using checker::Outcome;
using checker::Verdict;
using test_support::date;

constexpr const char* kWorld = R"(
topic time   "Time"
topic credit "Credit"
stakeholder agency "An agency"
  kind agency
stakeholder board "A board"
  kind board
vocabulary design "A design"
group f "Facts"
  fact free, kept, stopped, here yes/no "Flags"
pack us "The country"
pack us.ia "A state"
  uses us
pack us.ia.town "A town"
  uses us.ia
pack other "Another pack"
regulation us.days "Days"
  topic time
  enforced by agency
  require f.kept
regulation us.ia.hours "Hours"
  topic time
  enforced by board
  require f.kept
regulation us.ia.credit "Credit"
  topic credit
  enforced by agency
  enforced by board
  require f.kept
regulation us.ia.plain "No topic"
  enforced by board
  require f.kept
regulation us.ia.town.bell "A town's"
  enforced by board
  require f.kept
agreement other.contract "A contract"
  topic time
  enforced by agency
  require f.kept
approval us.ia.vote "A vote"
  topic time
  decided by board
  enforced by agency
principle us.ia.choice "A principle"
  topic time
  upheld by agency
  require f.kept
)";

constexpr const char* kFree = "f: {free: true, kept: false}";

// The world with one enablement `us.ia.e` of these clauses.
struct World : test_support::Compiled {
  explicit World(const std::string& clauses, const std::string& more = "")
      : Compiled(kWorld +
                 ("enablement us.ia.e \"An enablement\"\n  applies when f.free\n" + clauses) +
                 more) {}

  Verdict judge(const char* norm, const std::string& yaml = kFree,
                dsl::Date as_of = date(2026, 9, 1)) {
    const checker::Design facts = design(yaml);
    return checker::evaluate_norm(*program, facts, program->find_norm(norm), as_of);
  }

  // The names of the norms that it lifts from a design that keeps none of them.
  std::vector<std::string> lifted() {
    std::vector<std::string> names;
    const checker::Design facts = design(kFree);
    for (const Verdict& verdict : checker::evaluate(*program, facts, date(2026, 9, 1))) {
      if (verdict.outcome == Outcome::Lifted) names.push_back(program->norm(verdict.norm).name);
    }
    return names;
  }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("an_enablement_that_applies_is_enabled") {
  World world("");
  CHECK(world.judge("us.ia.e").outcome == Outcome::Enabled);
  CHECK(world.judge("us.ia.e", "f: {free: false}").outcome == Outcome::DoesNotApply);
  CHECK(world.judge("us.ia.e", "f: {}").outcome == Outcome::CannotTell);
}

TEST_CASE("an_enablement_that_lifts_nothing_leaves_every_norm_standing") {
  World world("");
  CHECK(world.lifted().empty());
}

TEST_CASE("a_norm_is_lifted_by_its_name_and_the_enablement_is_named") {
  World world("  lifts us.days\n");
  CHECK(world.lifted() == Names{"us.days"});
  CHECK(world.judge("us.days").main().lifted_by == world.program->find_norm("us.ia.e"));
}

TEST_CASE("several_names_are_all_lifted") {
  World world("  lifts us.days, us.ia.credit\n");
  CHECK(world.lifted() == Names{"us.days", "us.ia.credit"});
}

TEST_CASE("a_pack_is_lifted_without_the_packs_below_it") {
  World world("  lifts pack us.ia\n");
  CHECK(world.lifted() == Names{"us.ia.hours", "us.ia.credit", "us.ia.plain"});
}

TEST_CASE("a_topic_is_lifted_in_every_pack") {
  World world("  lifts topic time\n");
  CHECK(world.lifted() == Names{"us.days", "us.ia.hours", "other.contract"});
}

TEST_CASE("the_norms_of_an_enforcer_are_lifted_even_where_it_enforces_with_another") {
  World world("  lifts norms enforced by agency\n");
  CHECK(world.lifted() == Names{"us.days", "us.ia.credit", "other.contract"});
}

TEST_CASE("an_approval_is_lifted_by_its_name_alone") {
  World by_name("  lifts us.ia.vote\n");
  CHECK(by_name.lifted() == Names{"us.ia.vote"});
  World by_all("  lifts pack us.ia, topic time, norms enforced by agency\n");
  CHECK(by_all.judge("us.ia.vote").outcome == Outcome::NeedsApproval);
}

TEST_CASE("a_principle_is_never_lifted") {
  World world("  lifts pack us.ia, topic time\n");
  CHECK(world.judge("us.ia.choice").outcome == Outcome::Thinned);
}

TEST_CASE("cannot_lift_a_norm_keeps_it_from_a_wider_lift") {
  World world("  lifts topic time\n  cannot lift us.days\n");
  CHECK(world.lifted() == Names{"us.ia.hours", "other.contract"});
}

TEST_CASE("cannot_lift_a_pack_keeps_it_from_a_wider_lift") {
  World world("  lifts norms enforced by agency\n  cannot lift pack us.ia\n");
  CHECK(world.lifted() == Names{"us.days", "other.contract"});
}

TEST_CASE("cannot_lift_a_topic_keeps_it_from_a_wider_lift") {
  World world("  lifts pack us.ia\n  cannot lift topic credit \"Credit stays.\"\n");
  CHECK(world.lifted() == Names{"us.ia.hours", "us.ia.plain"});
}

TEST_CASE("cannot_lift_an_enforcer_keeps_its_norms_from_a_wider_lift") {
  World world("  lifts topic time\n  cannot lift norms enforced by board\n");
  CHECK(world.lifted() == Names{"us.days", "other.contract"});
}

TEST_CASE("an_enablement_lifts_from_its_first_to_its_last_day") {
  World world("  in force from 2020-07-01 until 2025-06-30\n  lifts us.days\n");
  CHECK(world.judge("us.days", kFree, date(2020, 6, 30)).outcome == Outcome::Conflict);
  CHECK(world.judge("us.days", kFree, date(2020, 7, 1)).outcome == Outcome::Lifted);
  CHECK(world.judge("us.days", kFree, date(2025, 6, 30)).outcome == Outcome::Lifted);
  CHECK(world.judge("us.days", kFree, date(2025, 7, 1)).outcome == Outcome::Conflict);
}

TEST_CASE("an_enablement_out_of_force_does_not_matter_though_its_scope_is_unknown") {
  World world("  in force until 2025-06-30\n  lifts us.days\n");
  CHECK(world.judge("us.days", "f: {kept: false}", date(2025, 7, 1)).outcome == Outcome::Conflict);
}

TEST_CASE("an_enablement_that_does_not_apply_lifts_nothing") {
  World world("  lifts us.days\n");
  CHECK(world.judge("us.days", "f: {free: false, kept: false}").outcome == Outcome::Conflict);
}

TEST_CASE("an_unknown_enablement_of_a_norm_that_fails_is_what_is_missing") {
  World world("  lifts us.days\n");
  const Verdict verdict = world.judge("us.days", "f: {kept: false}");
  CHECK(verdict.outcome == Outcome::CannotTell);
  REQUIRE(verdict.main().needs.size() == 1);
  CHECK(verdict.main().needs[0].fact == world.program->find_fact("f.free"));
}

TEST_CASE("an_unknown_enablement_of_a_norm_that_holds_does_not_matter") {
  World world("  lifts us.days\n");
  CHECK(world.judge("us.days", "f: {kept: true}").outcome == Outcome::Clear);
}

TEST_CASE("clear_comes_before_lifted") {
  World world("  lifts us.days\n");
  CHECK(world.judge("us.days", "f: {free: true, kept: true}").outcome == Outcome::Clear);
}

TEST_CASE("a_lift_settles_it_though_the_requirement_is_unknown") {
  World world("  lifts us.days\n");
  CHECK(world.judge("us.days", "f: {free: true}").outcome == Outcome::Lifted);
}

TEST_CASE("an_enablement_that_is_excepted_lifts_nothing") {
  World world("  lifts us.days\n  unless \"stopped\" when f.stopped\n");
  CHECK(world.judge("us.ia.e", "f: {free: true, stopped: true}").outcome == Outcome::Excepted);
  CHECK(world.judge("us.days", "f: {free: true, kept: false, stopped: true}").outcome ==
        Outcome::Conflict);
  CHECK(world.judge("us.days", "f: {free: true, kept: false, stopped: false}").outcome ==
        Outcome::Lifted);
}

TEST_CASE("an_enablement_outside_its_pack_lifts_nothing") {
  World world("", R"(
pack local "A local pack"
  uses us
  applies when f.here
enablement local.e "A local one"
  applies when f.free
  lifts us.days
)");
  CHECK(world.judge("us.days", "f: {here: false, free: true, kept: false}").outcome ==
        Outcome::Conflict);
  CHECK(world.judge("us.days", "f: {here: true, free: true, kept: false}").outcome ==
        Outcome::Lifted);
  CHECK(world.judge("us.days", "f: {free: true, kept: false}").outcome == Outcome::CannotTell);
}

TEST_CASE("of_two_enablements_one_is_enough") {
  World world("  lifts us.days\n", R"(
enablement us.ia.second "A second one"
  applies when f.here
  lifts us.days
)");
  const Verdict verdict = world.judge("us.days", "f: {free: false, here: true, kept: false}");
  CHECK(verdict.outcome == Outcome::Lifted);
  CHECK(verdict.main().lifted_by == world.program->find_norm("us.ia.second"));
  CHECK(world.judge("us.days", "f: {here: true, kept: false}").outcome == Outcome::Lifted);
}

TEST_CASE("enablements_one_of_which_must_apply_lift_whatever_the_missing_fact_is") {
  World world("  lifts us.days\n", R"(
enablement us.ia.second "A second one"
  applies when not f.free
  lifts us.days
)");
  CHECK(world.judge("us.days", "f: {kept: false}").outcome == Outcome::Lifted);
}
