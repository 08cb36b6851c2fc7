// Computed facts: worked out where the design does not state them, and what is named when it can't.
#include "checker/eval/evaluate.h"
#include "tests/support/compiled.h"
#include <catch2/catch.hpp>

namespace {

using checker::CauseKind;
using checker::Outcome;
using checker::Verdict;

constexpr const char* kWorld = R"(
stakeholder agency "An agency"
  kind agency
vocabulary design "A design"
group f "Facts"
  fact a, b yes/no "Plain flags"
  fact both yes/no "Both"
       computed as f.a and f.b
  fact any_good yes/no "Whether some block is good"
       computed as some x in blocks where x.good
  fact n, m count "Plain numbers"
  fact total count "Their sum"
       computed as f.n + f.m
  fact twice count "Twice the total"
       computed as f.total * 2
  fact share percent "A share"
       computed as f.n / f.m
  fact product count "A product"
       computed as f.n * f.m
  fact minutes minutes per day "Minutes of all blocks"
       computed as sum of x.minutes for x in blocks
list blocks of block "Blocks"
  fact start, end time "Clock times"
  fact good yes/no "Good"
  fact minutes minutes per day "Length"
       computed as (end - start) / 1 day
)";

struct World : test_support::Compiled {
  explicit World(const std::string& condition)
      : Compiled(std::string(kWorld) + "regulation n \"A norm\"\n  enforced by agency\n  require " +
                 condition + "\n") {}

  Verdict judge(const std::string& yaml) {
    const checker::Design facts = design(yaml);
    return checker::evaluate_norm(*program, facts, program->find_norm("n"),
                                  test_support::date(2026, 9, 1));
  }
  Outcome outcome(const std::string& yaml) { return judge(yaml).outcome; }

  // What is missing, as `f.n` or `blocks.start#2`.
  std::vector<std::string> needs(const std::string& yaml) {
    std::vector<std::string> names;
    const Verdict verdict = judge(yaml);
    for (const checker::FactRef& need : verdict.main().needs) {
      names.push_back(program->full_name(need.fact) +
                      (need.item < 0 ? "" : "#" + std::to_string(need.item + 1)));
    }
    return names;
  }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a_fact_that_is_not_stated_is_worked_out") {
  World world("f.total at least 5");
  CHECK(world.outcome("f: {n: 2, m: 3}") == Outcome::Clear);
  CHECK(world.outcome("f: {n: 2, m: 2}") == Outcome::Conflict);
}

TEST_CASE("a_fact_stated_as_unknown_is_worked_out_too") {
  World world("f.total at least 5");
  CHECK(world.outcome("f: {n: 2, m: 3, total: unknown}") == Outcome::Clear);
}

TEST_CASE("a_stated_value_is_used_rather_than_the_computed_one") {
  World world("f.total at least 5");
  CHECK(world.outcome("f: {n: 2, m: 2, total: 5}") == Outcome::Clear);
  CHECK(world.outcome("f: {n: 2, m: 3, total: 4}") == Outcome::Conflict);
}

TEST_CASE("a_fact_stated_as_absent_is_not_worked_out") {
  World world("f.total is present");
  CHECK(world.outcome("f: {n: 2, m: 3, total: null}") == Outcome::Conflict);
  CHECK(world.outcome("f: {n: 2, m: 3, total: not_applicable}") == Outcome::Conflict);
}

TEST_CASE("a_fact_that_can_be_worked_out_is_present") {
  World world("f.total is present");
  CHECK(world.outcome("f: {n: 2, m: 3}") == Outcome::Clear);
  CHECK(world.outcome("f: {n: 2}") == Outcome::CannotTell);
}

TEST_CASE("a_fact_is_worked_out_from_one_that_is_worked_out") {
  World world("f.twice at least 10");
  CHECK(world.outcome("f: {n: 2, m: 3}") == Outcome::Clear);
  CHECK(world.outcome("f: {n: 2, m: 2}") == Outcome::Conflict);
  CHECK(world.outcome("f: {total: 5}") == Outcome::Clear);
}

TEST_CASE("a_number_that_cannot_be_worked_out_is_itself_what_is_missing") {
  World world("f.total at least 5");
  CHECK(world.needs("f: {n: 2}") == Names{"f.total"});
  CHECK(world.needs("f: {}") == Names{"f.total"});
}

TEST_CASE("a_number_that_hangs_on_another_number_is_itself_what_is_missing") {
  World world("f.twice at least 10");
  CHECK(world.needs("f: {n: 2}") == Names{"f.twice"});
}

TEST_CASE("a_yes_or_no_hangs_on_the_plain_facts_behind_it") {
  World world("f.both");
  CHECK(world.needs("f: {}") == Names{"f.a", "f.b"});
  CHECK(world.needs("f: {a: true}") == Names{"f.b"});
  CHECK(world.outcome("f: {a: false}") == Outcome::Conflict);
}

TEST_CASE("a_yes_or_no_that_hangs_on_a_list_is_itself_what_is_missing") {
  World world("f.any_good");
  CHECK(world.needs("f: {}") == Names{"f.any_good"});
  CHECK(world.needs("blocks: [{good: false}, {}]") == Names{"f.any_good"});
  CHECK(world.outcome("blocks: [{good: true}, {}]") == Outcome::Clear);
}

TEST_CASE("a_computed_fact_that_is_so_or_not_so_does_not_matter") {
  CHECK(World("f.both or not f.both").outcome("f: {}") == Outcome::Clear);
  CHECK(World("f.any_good or not f.any_good").outcome("f: {}") == Outcome::Clear);
}

TEST_CASE("a_field_is_worked_out_from_the_fields_of_its_record") {
  World world("every x in blocks satisfies x.minutes at least 45 minutes per day");
  CHECK(world.outcome("blocks: [{start: \"9:00\", end: \"9:45\"}]") == Outcome::Clear);
  CHECK(world.outcome("blocks: [{start: \"9:00\", end: \"9:44\"}]") == Outcome::Conflict);
  CHECK(world.outcome("blocks: [{start: \"9:00\", end: \"9:44\", minutes: 45}]") == Outcome::Clear);
}

TEST_CASE("a_field_that_cannot_be_worked_out_is_itself_what_is_missing") {
  World world("every x in blocks satisfies x.minutes at least 45 minutes per day");
  CHECK(world.needs("blocks: [{start: \"9:00\", end: \"9:45\"}, {start: \"9:00\"}]") ==
        Names{"blocks.minutes#2"});
}

TEST_CASE("a_sum_over_records_that_cannot_be_worked_out_is_one_question") {
  World world("f.minutes at least 300 minutes per day");
  CHECK(world.needs("blocks: [{start: \"9:00\"}, {}, {start: \"10:00\"}]") == Names{"f.minutes"});
  CHECK(world.needs("f: {}") == Names{"f.minutes"});
}

TEST_CASE("a_computed_fact_of_absent_facts_is_asked_for") {
  World world("f.total at least 5");
  CHECK(world.needs("f: {n: 2, m: null}") == Names{"f.total"});
}

TEST_CASE("a_division_by_zero_in_a_computed_fact_is_a_fault_and_no_question") {
  World world("f.share at least 50%");
  const Verdict verdict = world.judge("f: {n: 2, m: 0}");
  CHECK(verdict.outcome == Outcome::CannotTell);
  CHECK(verdict.main().needs.empty());
  REQUIRE(verdict.main().faults.size() == 1);
  CHECK(verdict.main().faults[0].kind == CauseKind::DivisionByZero);
}

TEST_CASE("an_overflow_in_a_computed_fact_is_a_fault_and_no_question") {
  World world("f.product at least 5");
  const Verdict verdict = world.judge("f: {n: 900000000000000, m: 900000}");
  CHECK(verdict.outcome == Outcome::CannotTell);
  CHECK(verdict.main().needs.empty());
  REQUIRE(verdict.main().faults.size() == 1);
  CHECK(verdict.main().faults[0].kind == CauseKind::Overflow);
}

TEST_CASE("a_stated_value_mends_a_calculation_that_fails") {
  World world("f.share at least 50%");
  CHECK(world.outcome("f: {n: 2, m: 0, share: 50%}") == Outcome::Clear);
}
