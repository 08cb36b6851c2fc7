// Norms judged for each grade or record: the parts, how like ones merge, and what sums them up.
#include "checker/eval/evaluate.h"
#include "tests/support/compiled.h"
#include <catch2/catch.hpp>

namespace {

using checker::Outcome;
using checker::Verdict;
using checker::VerdictPart;

constexpr const char* kWorld = R"(
stakeholder agency "An agency"
  kind agency
vocabulary design "A design"
group school "School"
  fact grades  set of grade            "Grades"
  fact rural   yes/no                  "Rural"
group year "Year"
  fact hours   hours per year by grade "Hours"
  fact days    days per year           "Days"
list blocks of block "Blocks"
  fact minutes minutes per day         "Length"
  fact counts  yes/no                  "Counts"
parameter limit(grade) hours per year
  "Hours asked for"
  from 2000-01-01
    K..5  900
    6..8  990
    9..11 1_000
regulation hours "Every grade has its hours"
  enforced by agency
  for each grade in school.grades where grade is not TK
  require year.hours(grade) at least limit(grade)
regulation days "Enough days, whatever the grade"
  enforced by agency
  for each grade in school.grades
  require year.days at least 180 days per year
regulation long_blocks "Every block is long"
  enforced by agency
  for each block in blocks where block.counts
  require block.minutes at least 40 minutes per day
)";

struct World : test_support::Compiled {
  World() : Compiled(kWorld) {}

  Verdict judge(const char* norm, const std::string& yaml) {
    const checker::Design facts = design(yaml);
    return checker::evaluate_norm(*program, facts, program->find_norm(norm),
                                  test_support::date(2026, 9, 1));
  }

  // `conflict K..2 -100 hours per year; clear 3..5 0 hours per year`
  std::string parts(const char* norm, const std::string& yaml) {
    std::string text;
    const Verdict verdict = judge(norm, yaml);
    for (const VerdictPart& part : verdict.parts) {
      if (!text.empty()) text += "; ";
      text += checker::outcome_word(part.outcome);
      if (!part.grades.empty()) text += " " + dsl::format_grades(part.grades);
      for (const std::uint32_t item : part.items) text += " #" + std::to_string(item + 1);
      if (part.leeway) text += " (" + checker::format_leeway(*part.leeway) + ")";
    }
    return text;
  }
};

}  // namespace

TEST_CASE("grades_with_the_same_outcome_merge_into_a_range") {
  World world;
  CHECK(world.parts("hours",
                    "school: {grades: [3, 4, 5]}\nyear: {hours: {3: 900, 4: 900, 5: 900}}") ==
        "clear 3..5 (0 hours per year)");
}

TEST_CASE("grades_with_the_same_outcome_merge_over_a_gap") {
  World world;
  CHECK(world.parts("hours",
                    "school: {grades: [K, 2, 3]}\nyear: {hours: {K: 900, 2: 900, 3: 900}}") ==
        "clear K, 2..3 (0 hours per year)");
}

TEST_CASE("grades_that_differ_in_leeway_stay_apart") {
  World world;
  CHECK(world.parts("hours", "school: {grades: [4, 5]}\nyear: {hours: {4: 900, 5: 901}}") ==
        "clear 4 (0 hours per year); clear 5 (1 hour per year)");
}

TEST_CASE("a_conflict_in_one_grade_sums_up_the_norm_and_comes_first") {
  World world;
  const std::string design = "school: {grades: [5, 6]}\nyear: {hours: {5: 950, 6: 950}}";
  CHECK(world.judge("hours", design).outcome == Outcome::Conflict);
  CHECK(world.parts("hours", design) ==
        "conflict 6 (-40 hours per year); clear 5 (50 hours per year)");
}

TEST_CASE("a_conflict_is_stronger_than_a_grade_that_cannot_be_told") {
  World world;
  const std::string design = "school: {grades: [5, 6]}\nyear: {hours: {6: 950}}";
  CHECK(world.parts("hours", design) == "conflict 6 (-40 hours per year); cannot_tell 5");
}

TEST_CASE("a_grade_that_cannot_be_told_is_stronger_than_one_that_is_clear") {
  World world;
  CHECK(world.judge("hours", "school: {grades: [5, 6]}\nyear: {hours: {6: 990}}").outcome ==
        Outcome::CannotTell);
}

TEST_CASE("what_is_missing_for_a_grade_is_named_with_that_grade") {
  World world;
  const Verdict verdict = world.judge("hours", "school: {grades: [5, 6]}\nyear: {hours: {6: 990}}");
  REQUIRE(verdict.main().needs.size() == 1);
  CHECK(verdict.main().needs[0].fact == world.program->find_fact("year.hours"));
  CHECK(verdict.main().needs[0].grade == dsl::parse_grade("5")->index);
}

TEST_CASE("a_grade_that_the_filter_leaves_out_is_a_part_that_does_not_apply") {
  World world;
  CHECK(world.parts("hours", "school: {grades: [TK, K]}\nyear: {hours: {TK: 1, K: 900}}") ==
        "clear K (0 hours per year); does_not_apply TK");
}

TEST_CASE("a_grade_without_a_value_in_the_table_cannot_be_told_and_asks_for_no_fact") {
  World world;
  const Verdict verdict =
      world.judge("hours", "school: {grades: [11, 12]}\nyear: {hours: {11: 1000, 12: 2000}}");
  CHECK(verdict.outcome == Outcome::CannotTell);
  CHECK(dsl::format_grades(verdict.main().grades) == "12");
  CHECK(verdict.main().needs.empty());
  REQUIRE(verdict.main().faults.size() == 1);
  CHECK(verdict.main().faults[0].kind == checker::CauseKind::NoValueInForce);
}

TEST_CASE("an_empty_set_of_grades_has_no_instance") {
  World world;
  const Verdict verdict = world.judge("hours", "school: {grades: []}");
  CHECK(verdict.outcome == Outcome::DoesNotApply);
  CHECK(verdict.main().reason == checker::Reason::NoInstance);
}

TEST_CASE("an_absent_set_of_grades_has_no_instance") {
  World world;
  const Verdict verdict = world.judge("hours", "school: {grades: null}");
  CHECK(verdict.outcome == Outcome::DoesNotApply);
  CHECK(verdict.main().reason == checker::Reason::NoInstance);
}

TEST_CASE("an_unknown_set_of_grades_is_what_is_missing") {
  World world;
  const Verdict verdict = world.judge("hours", "year: {hours: {9: 1}}");
  CHECK(verdict.outcome == Outcome::CannotTell);
  REQUIRE(verdict.main().needs.size() == 1);
  CHECK(verdict.main().needs[0].fact == world.program->find_fact("school.grades"));
}

TEST_CASE("an_unknown_set_of_grades_may_be_empty_so_a_failing_requirement_is_no_conflict_yet") {
  World world;
  CHECK(world.judge("days", "year: {days: 179}").outcome == Outcome::CannotTell);
  CHECK(world.judge("days", "school: {grades: unknown}\nyear: {days: 179}").outcome ==
        Outcome::CannotTell);
}

TEST_CASE("an_unknown_set_of_grades_does_not_matter_where_every_grade_would_be_clear") {
  World world;
  CHECK(world.judge("days", "year: {days: 180}").outcome == Outcome::Clear);
}

TEST_CASE("an_unknown_list_may_be_empty_so_a_failing_requirement_is_no_conflict_yet") {
  test_support::Compiled world(std::string(kWorld) +
                               "regulation n \"A norm\"\n  enforced by agency\n"
                               "  for each b in blocks\n  require school.rural\n");
  const auto judge = [&](const std::string& yaml) {
    const checker::Design facts = world.design(yaml);
    return checker::evaluate_norm(*world.program, facts, world.program->find_norm("n"),
                                  test_support::date(2026, 9, 1))
        .outcome;
  };
  CHECK(judge("school: {rural: false}") == Outcome::CannotTell);
  CHECK(judge("school: {rural: false}\nblocks: []") == Outcome::DoesNotApply);
  CHECK(judge("school: {rural: false}\nblocks: [{}]") == Outcome::Conflict);
}

TEST_CASE("records_are_judged_one_by_one_and_like_ones_merge") {
  World world;
  CHECK(world.parts("long_blocks",
                    "blocks: [{minutes: 30, counts: true}, {minutes: 40, counts: true}, "
                    "{minutes: 30, counts: true}, {minutes: 5, counts: false}]") ==
        "conflict #1 #3 (-10 minutes per day); clear #2 (0 minutes per day); does_not_apply #4");
}

TEST_CASE("an_empty_list_has_no_instance") {
  World world;
  CHECK(world.judge("long_blocks", "blocks: []").main().reason == checker::Reason::NoInstance);
  CHECK(world.judge("long_blocks", "blocks: null").main().reason == checker::Reason::NoInstance);
  CHECK(world.judge("long_blocks", "blocks: not_applicable").main().reason ==
        checker::Reason::NoInstance);
}

TEST_CASE("an_unknown_filter_of_a_record_that_fails_is_what_is_missing") {
  World world;
  const Verdict verdict = world.judge("long_blocks", "blocks: [{minutes: 40}, {minutes: 39}]");
  CHECK(verdict.outcome == Outcome::CannotTell);
  REQUIRE(verdict.main().needs.size() == 1);
  CHECK(verdict.main().needs[0].item == 1);
  CHECK(world.program->full_name(verdict.main().needs[0].fact) == "blocks.counts");
}

TEST_CASE("an_unknown_filter_of_a_record_that_meets_the_norm_does_not_matter") {
  World world;
  CHECK(world.judge("long_blocks", "blocks: [{minutes: 40}]").outcome == Outcome::Clear);
}
