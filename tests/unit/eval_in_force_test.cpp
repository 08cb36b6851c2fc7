// When and to whom a norm applies: its period, its pack and its own scope.
#include "checker/eval/evaluate.h"
#include "tests/support/compiled.h"
#include <catch2/catch.hpp>

namespace {

using checker::Outcome;
using checker::Reason;
using checker::Verdict;
using test_support::date;

constexpr const char* kWorld = R"(
stakeholder agency "An agency"
  kind agency
vocabulary design "A design"
group f "Facts"
  fact here, scope, kept yes/no "Flags"
pack p "A pack"
  applies when f.here
regulation bounded "With a first and a last day"
  enforced by agency
  in force from 2020-07-01 until 2025-06-30
  require f.kept
regulation since "With a first day"
  enforced by agency
  in force from 2020-07-01
  require f.kept
regulation until "With a last day"
  enforced by agency
  in force until 2025-06-30
  require f.kept
regulation one_day "For one day"
  enforced by agency
  in force from 2020-07-01 until 2020-07-01
  require f.kept
regulation p.n "In a pack, with a scope"
  enforced by agency
  applies when f.scope
  require f.kept
)";

struct World : test_support::Compiled {
  World() : Compiled(kWorld) {}

  Verdict judge(const char* norm, dsl::Date as_of, const std::string& yaml = "f: {kept: false}") {
    const checker::Design facts = design(yaml);
    return checker::evaluate_norm(*program, facts, program->find_norm(norm), as_of);
  }
  Verdict in_pack(const std::string& yaml) { return judge("p.n", date(2026, 9, 1), yaml); }
};

std::string outcome(const Verdict& verdict) {
  const std::string_view reason = checker::reason_word(verdict.main().reason);
  return std::string(checker::outcome_word(verdict.outcome)) +
         (reason.empty() ? "" : " " + std::string(reason));
}

}  // namespace

TEST_CASE("a_norm_is_in_force_from_its_first_day") {
  World world;
  CHECK(outcome(world.judge("bounded", date(2020, 6, 30))) == "does_not_apply not_yet_in_force");
  CHECK(outcome(world.judge("bounded", date(2020, 7, 1))) == "conflict");
}

TEST_CASE("a_norm_is_in_force_on_its_last_day") {
  World world;
  CHECK(outcome(world.judge("bounded", date(2025, 6, 30))) == "conflict");
  CHECK(outcome(world.judge("bounded", date(2025, 7, 1))) == "does_not_apply no_longer_in_force");
}

TEST_CASE("a_norm_without_a_last_day_stays_in_force") {
  World world;
  CHECK(outcome(world.judge("since", date(2020, 6, 30))) == "does_not_apply not_yet_in_force");
  CHECK(outcome(world.judge("since", date(9999, 12, 31))) == "conflict");
}

TEST_CASE("a_norm_without_a_first_day_has_always_been_in_force") {
  World world;
  CHECK(outcome(world.judge("until", date(1, 1, 1))) == "conflict");
  CHECK(outcome(world.judge("until", date(2025, 7, 1))) == "does_not_apply no_longer_in_force");
}

TEST_CASE("a_norm_may_be_in_force_for_one_day") {
  World world;
  CHECK(outcome(world.judge("one_day", date(2020, 6, 30))) == "does_not_apply not_yet_in_force");
  CHECK(outcome(world.judge("one_day", date(2020, 7, 1))) == "conflict");
  CHECK(outcome(world.judge("one_day", date(2020, 7, 2))) == "does_not_apply no_longer_in_force");
}

TEST_CASE("a_norm_out_of_force_does_not_apply_whatever_is_unknown") {
  World world;
  CHECK(outcome(world.judge("bounded", date(2026, 1, 1), "f: {}")) ==
        "does_not_apply no_longer_in_force");
}

TEST_CASE("a_norm_outside_its_pack_does_not_apply_and_says_so") {
  World world;
  CHECK(outcome(world.in_pack("f: {here: false, scope: true, kept: false}")) ==
        "does_not_apply out_of_pack");
}

TEST_CASE("a_norm_outside_its_scope_does_not_apply_and_says_so") {
  World world;
  CHECK(outcome(world.in_pack("f: {here: true, scope: false, kept: false}")) ==
        "does_not_apply out_of_scope");
}

TEST_CASE("a_norm_in_its_pack_and_scope_applies") {
  World world;
  CHECK(outcome(world.in_pack("f: {here: true, scope: true, kept: false}")) == "conflict");
  CHECK(outcome(world.in_pack("f: {here: true, scope: true, kept: true}")) == "clear");
}

TEST_CASE("a_pack_that_is_out_settles_it_though_the_scope_is_unknown") {
  World world;
  CHECK(outcome(world.in_pack("f: {here: false}")) == "does_not_apply out_of_pack");
}

TEST_CASE("a_scope_that_is_out_settles_it_though_the_pack_is_unknown") {
  World world;
  CHECK(outcome(world.in_pack("f: {scope: false}")) == "does_not_apply out_of_scope");
}

TEST_CASE("a_requirement_that_holds_settles_it_though_the_scope_is_unknown") {
  World world;
  CHECK(outcome(world.in_pack("f: {here: true, kept: true}")) == "clear");
}

TEST_CASE("an_unknown_scope_hangs_on_the_facts_of_the_pack_first") {
  World world;
  const Verdict verdict = world.in_pack("f: {kept: false}");
  CHECK(verdict.outcome == Outcome::CannotTell);
  REQUIRE(verdict.main().hangs_on.size() == 1);
  CHECK(verdict.main().hangs_on[0].fact == world.program->find_fact("f.here"));
}

TEST_CASE("an_unknown_scope_hangs_on_its_own_facts_once_the_pack_is_known") {
  World world;
  const Verdict verdict = world.in_pack("f: {here: true, kept: false}");
  CHECK(verdict.outcome == Outcome::CannotTell);
  REQUIRE(verdict.main().hangs_on.size() == 1);
  CHECK(verdict.main().hangs_on[0].fact == world.program->find_fact("f.scope"));
}

TEST_CASE("an_unknown_requirement_hangs_on_no_scope") {
  World world;
  const Verdict verdict = world.in_pack("f: {here: true, scope: true}");
  CHECK(verdict.outcome == Outcome::CannotTell);
  CHECK(verdict.main().hangs_on.empty());
}

TEST_CASE("a_scope_that_no_answer_can_open_does_not_apply") {
  test_support::Compiled world(std::string(kWorld) +
                               "regulation n \"A norm\"\n  enforced by agency\n"
                               "  applies when f.scope and not f.scope\n  require f.kept\n");
  const checker::Design facts = world.design("f: {kept: false}");
  const Verdict verdict = checker::evaluate_norm(*world.program, facts,
                                                 world.program->find_norm("n"), date(2026, 9, 1));
  CHECK(outcome(verdict) == "does_not_apply out_of_scope");
}
