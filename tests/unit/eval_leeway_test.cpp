// Leeway: the signed distance to the limit that decides, in the norm's own unit.
#include "checker/eval/evaluate.h"
#include "checker/eval/leeway.h"
#include "tests/support/compiled.h"
#include <catch2/catch.hpp>

namespace {

constexpr const char* kWorld = R"(
stakeholder agency "An agency"
  kind agency
vocabulary design "A design"
group f "Facts"
  fact days     days per year    "Days"
  fact minutes  minutes per day  "Minutes"
  fact learners count            "Learners"
  fact adults   count            "Adults"
  fact share    percent          "A share"
  fact cost     money            "A cost"
  fact start, end time           "Clock times"
  fact first    date             "First day"
  fact rural    yes/no           "Rural"
  fact grade    grade            "A grade"
list blocks of block "Blocks"
  fact minutes minutes per day   "Length"
  fact end     time              "End"
  fact counts  yes/no            "Counts"
define long_enough yes/no
  "Whether the day is long enough"
  as f.minutes at least 300 minutes per day
)";

// `outcome leeway`, as `conflict -1 day per year`; `outcome none` where there is no leeway.
std::string measured(const std::string& clauses, const std::string& design) {
  test_support::Compiled world(std::string(kWorld) +
                               "regulation n \"A norm\"\n  enforced by agency\n" + clauses);
  const checker::Design facts = world.design(design);
  const checker::Verdict verdict = checker::evaluate_norm(
      *world.program, facts, world.program->find_norm("n"), test_support::date(2026, 9, 1));
  const auto& leeway = verdict.main().leeway;
  return std::string(checker::outcome_word(verdict.outcome)) + " " +
         (leeway ? checker::format_leeway(*leeway) : "none");
}

std::string required(const std::string& condition, const std::string& design) {
  return measured("  require " + condition + "\n", design);
}

}  // namespace

TEST_CASE("leeway_of_at_least_is_what_there_is_above_the_limit") {
  const std::string limit = "f.days at least 180 days per year";
  CHECK(required(limit, "f: {days: 179}") == "conflict -1 day per year");
  CHECK(required(limit, "f: {days: 180}") == "clear 0 days per year");
  CHECK(required(limit, "f: {days: 181}") == "clear 1 day per year");
}

TEST_CASE("leeway_of_at_most_is_what_there_is_below_the_limit") {
  const std::string limit = "f.learners at most 25";
  CHECK(required(limit, "f: {learners: 24}") == "clear 1");
  CHECK(required(limit, "f: {learners: 25}") == "clear 0");
  CHECK(required(limit, "f: {learners: 26}") == "conflict -1");
}

TEST_CASE("a_strict_limit_met_exactly_fails_by_nothing") {
  CHECK(required("f.learners more than 25", "f: {learners: 25}") == "conflict 0");
  CHECK(required("f.learners more than 25", "f: {learners: 26}") == "clear 1");
  CHECK(required("f.learners less than 25", "f: {learners: 25}") == "conflict 0");
  CHECK(required("f.learners less than 25", "f: {learners: 24}") == "clear 1");
}

TEST_CASE("leeway_is_the_same_with_the_fact_on_the_right") {
  CHECK(required("180 days per year at most f.days", "f: {days: 179}") ==
        "conflict -1 day per year");
  CHECK(required("180 days per year at most f.days", "f: {days: 181}") == "clear 1 day per year");
}

TEST_CASE("leeway_of_clock_times_is_in_minutes") {
  CHECK(required("f.start no earlier than 8:30 am", "f: {start: \"8:29\"}") ==
        "conflict -1 minute");
  CHECK(required("f.start no earlier than 8:30 am", "f: {start: \"8:30\"}") == "clear 0 minutes");
  CHECK(required("f.end no later than 4:00 pm", "f: {end: \"16:30\"}") == "conflict -30 minutes");
  CHECK(required("f.end no later than 4:00 pm", "f: {end: \"15:00\"}") == "clear 60 minutes");
}

TEST_CASE("leeway_of_dates_is_in_calendar_days") {
  const std::string limit = "f.first no earlier than 2027-08-23";
  CHECK(required(limit, "f: {first: 2027-08-16}") == "conflict -7 calendar_days");
  CHECK(required(limit, "f: {first: 2027-08-23}") == "clear 0 calendar_days");
  CHECK(required(limit, "f: {first: 2027-08-24}") == "clear 1 calendar_day");
}

TEST_CASE("leeway_of_percentages_is_in_percentage_points") {
  CHECK(required("f.share at most 50%", "f: {share: 55%}") == "conflict -5 percentage points");
  CHECK(required("f.share at most 50%", "f: {share: 49%}") == "clear 1 percentage point");
  CHECK(required("f.share at least 50%", "f: {share: 50.5%}") == "clear 0.5 percentage points");
}

TEST_CASE("a_ratio_held_against_a_percentage_is_measured_in_percentage_points") {
  CHECK(required("f.learners / f.adults at least 75%", "f: {learners: 30, adults: 40}") ==
        "clear 0 percentage points");
  CHECK(required("f.learners / f.adults at least 75%", "f: {learners: 20, adults: 40}") ==
        "conflict -25 percentage points");
}

TEST_CASE("leeway_of_money_is_in_dollars") {
  CHECK(required("f.cost at most $20", "f: {cost: $21.50}") == "conflict -1.5 dollars");
}

TEST_CASE("leeway_is_in_the_norms_own_unit") {
  CHECK(required("f.minutes at least 6 hours per day", "f: {minutes: 330}") ==
        "conflict -0.5 hours per day");
  CHECK(required("f.minutes at least 360 minutes per day", "f: {minutes: 330}") ==
        "conflict -30 minutes per day");
}

TEST_CASE("between_is_measured_at_the_end_that_is_missed") {
  CHECK(required("f.learners between 15 and 25", "f: {learners: 14}") == "conflict -1");
  CHECK(required("f.learners between 15 and 25", "f: {learners: 27}") == "conflict -2");
}

TEST_CASE("between_is_measured_at_the_nearer_end_where_it_holds") {
  CHECK(required("f.learners between 15 and 25", "f: {learners: 15}") == "clear 0");
  CHECK(required("f.learners between 15 and 25", "f: {learners: 16}") == "clear 1");
  CHECK(required("f.learners between 15 and 25", "f: {learners: 25}") == "clear 0");
  CHECK(required("f.learners between 15 and 25", "f: {learners: 23}") == "clear 2");
  CHECK(required("f.learners between 0 and 10", "f: {learners: 1}") == "clear 1");
  CHECK(required("f.start between 8:00 am and 9:00 am", "f: {start: \"8:50\"}") ==
        "clear 10 minutes");
}

TEST_CASE("and_is_measured_at_the_part_that_fails") {
  const std::string both = "f.days at least 180 days per year and f.learners at most 25";
  CHECK(required(both, "f: {days: 170, learners: 25}") == "conflict -10 days per year");
  CHECK(required(both, "f: {days: 180, learners: 26}") == "conflict -1");
}

TEST_CASE("and_is_measured_at_the_tightest_of_parts_that_all_hold") {
  const std::string both = "f.days at least 180 days per year and f.learners at most 25";
  CHECK(required(both, "f: {days: 190, learners: 25}") == "clear 0");
  CHECK(required(both, "f: {days: 181, learners: 20}") == "clear 1 day per year");
}

TEST_CASE("or_is_measured_at_the_alternative_that_holds") {
  const std::string either = "f.days at least 180 days per year or f.learners at most 25";
  CHECK(required(either, "f: {days: 170, learners: 20}") == "clear 5");
  CHECK(required(either, "f: {days: 182, learners: 26}") == "clear 2 days per year");
}

TEST_CASE("or_is_measured_at_the_nearest_of_alternatives_that_all_fail") {
  const std::string either = "f.days at least 180 days per year or f.learners at most 25";
  CHECK(required(either, "f: {days: 179, learners: 50}") == "conflict -1 day per year");
  CHECK(required(either, "f: {days: 90, learners: 26}") == "conflict -1");
}

TEST_CASE("if_is_measured_in_the_branch_that_is_taken") {
  const std::string by_place =
      "(if f.rural then f.days at least 170 days per year else f.days at least 180 days per year)";
  CHECK(required(by_place, "f: {rural: true, days: 175}") == "clear 5 days per year");
  CHECK(required(by_place, "f: {rural: false, days: 175}") == "conflict -5 days per year");
}

TEST_CASE("a_limit_that_depends_on_a_condition_is_measured") {
  const std::string limit =
      "f.days at least (if f.rural then 170 days per year else 180 days per year)";
  CHECK(required(limit, "f: {rural: true, days: 175}") == "clear 5 days per year");
  CHECK(required(limit, "f: {rural: false, days: 175}") == "conflict -5 days per year");
}

TEST_CASE("every_is_measured_at_the_worst_record_where_it_fails") {
  const std::string all = "every b in blocks satisfies b.minutes at least 40 minutes per day";
  CHECK(required(all, "blocks: [{minutes: 39}, {minutes: 20}, {minutes: 60}]") ==
        "conflict -20 minutes per day");
}

TEST_CASE("every_is_measured_at_the_tightest_record_where_it_holds") {
  const std::string all = "every b in blocks satisfies b.minutes at least 40 minutes per day";
  CHECK(required(all, "blocks: [{minutes: 90}, {minutes: 41}]") == "clear 1 minute per day");
}

TEST_CASE("the_filter_of_every_is_no_limit_to_measure") {
  const std::string filtered =
      "every b in blocks where b.minutes at least 30 minutes per day satisfies b.end no later than "
      "4:00 pm";
  CHECK(required(filtered, "blocks: [{minutes: 31, end: \"15:00\"}]") == "clear 60 minutes");
  CHECK(
      required(filtered, "blocks: [{minutes: 5, end: \"18:00\"}, {minutes: 60, end: \"16:10\"}]") ==
      "conflict -10 minutes");
}

TEST_CASE("some_is_measured_at_the_nearest_record_where_it_fails") {
  const std::string one = "some b in blocks where b.minutes at least 40 minutes per day";
  CHECK(required(one, "blocks: [{minutes: 10}, {minutes: 38}]") == "conflict -2 minutes per day");
}

TEST_CASE("some_is_measured_at_the_roomiest_record_where_it_holds") {
  const std::string one = "some b in blocks where b.minutes at least 40 minutes per day";
  CHECK(required(one, "blocks: [{minutes: 41}, {minutes: 60}, {minutes: 10}]") ==
        "clear 20 minutes per day");
}

TEST_CASE("a_sum_is_measured_as_a_whole") {
  CHECK(required("(sum of b.minutes for b in blocks) at least 300 minutes per day",
                 "blocks: [{minutes: 100}, {minutes: 150}]") == "conflict -50 minutes per day");
}

TEST_CASE("several_requirements_are_measured_at_the_one_that_fails") {
  const std::string two =
      "  require f.days at least 180 days per year\n  require f.learners at most 25\n";
  CHECK(measured(two, "f: {days: 180, learners: 30}") == "conflict -5");
  CHECK(measured(two, "f: {days: 179, learners: 10}") == "conflict -1 day per year");
}

TEST_CASE("several_requirements_that_hold_are_measured_at_the_tightest") {
  const std::string two =
      "  require f.days at least 180 days per year\n  require f.learners at most 25\n";
  CHECK(measured(two, "f: {days: 200, learners: 25}") == "clear 0");
  CHECK(measured(two, "f: {days: 181, learners: 5}") == "clear 1 day per year");
}

TEST_CASE("a_definition_that_is_a_comparison_is_measured_through") {
  CHECK(required("long_enough", "f: {minutes: 290}") == "conflict -10 minutes per day");
}

TEST_CASE("what_is_no_comparison_of_amounts_has_no_leeway") {
  CHECK(required("f.rural", "f: {rural: false}") == "conflict none");
  CHECK(required("f.learners is 25", "f: {learners: 24}") == "conflict none");
  CHECK(required("f.grade at least 9", "f: {grade: 8}") == "conflict none");
}

TEST_CASE("what_cannot_be_told_has_no_leeway") {
  CHECK(required("f.days at least 180 days per year", "f: {}") == "cannot_tell none");
}

TEST_CASE("a_norm_that_does_not_apply_has_no_leeway") {
  CHECK(measured("  applies when f.rural\n  require f.learners at most 25\n",
                 "f: {rural: false, learners: 30}") == "does_not_apply none");
}

TEST_CASE("an_excepted_norm_has_no_leeway") {
  CHECK(measured("  require f.learners at most 25\n  unless \"rural\" when f.rural\n",
                 "f: {rural: true, learners: 30}") == "excepted none");
}

TEST_CASE("leeway_keeps_both_sides_of_the_comparison") {
  test_support::Compiled world(std::string(kWorld) +
                               "regulation n \"A norm\"\n  enforced by agency\n"
                               "  require f.minutes at least 6 hours per day\n");
  const checker::Design facts = world.design("f: {minutes: 330}");
  const auto verdict = checker::evaluate_norm(*world.program, facts, world.program->find_norm("n"),
                                              test_support::date(2026, 9, 1));
  REQUIRE(verdict.main().leeway);
  CHECK(verdict.main().leeway->has == dsl::Value(dsl::Rational(330)));
  CHECK(verdict.main().leeway->limit == dsl::Value(dsl::Rational(360)));
  CHECK(verdict.main().leeway->op == dsl::Op::AtLeast);
}
