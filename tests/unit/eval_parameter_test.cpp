// Parameters: which dated value is in force, and what happens where there is none.
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
group year "Year"
  fact days  days per year "Days"
  fact grade grade         "A grade"
parameter minimum days per year
  "Days, with a gap in 2012"
  from 2010-07-01 until 2011-12-31
    all 160
  from 2013-01-01
    all 170
  from 2015-07-01 until 2020-06-30
    all 180
parameter by_grade(grade) days per year
  "A table without grade 12"
  from 2010-01-01
    K..5   150
    6, 8   160
    9..11  170
parameter hours hours per year
  "An hour is 60 minutes, in the parameter's unit"
  from 2010-01-01
    all 1_080
define doubled days per year
  "Twice the minimum"
  in force from 2016-01-01 until 2016-12-31
  as minimum * 2
regulation n "A norm"
  enforced by agency
  require year.days at least minimum
regulation twice "Another norm"
  enforced by agency
  require year.days at least doubled
regulation table "By grade"
  enforced by agency
  require year.days at least by_grade(year.grade)
)";

struct World : test_support::Compiled {
  World() : Compiled(kWorld) {}

  Verdict judge(dsl::Date as_of, const std::string& yaml = "year: {days: 0}",
                const char* norm = "n") {
    const checker::Design facts = design(yaml);
    return checker::evaluate_norm(*program, facts, program->find_norm(norm), as_of);
  }

  // The days that the norm asks for on a date; 0 where none are in force.
  int asked(dsl::Date as_of, const std::string& yaml = "year: {days: 0}", const char* norm = "n") {
    const Verdict verdict = judge(as_of, yaml, norm);
    if (!verdict.main().leeway) return 0;
    return static_cast<int>(std::get<dsl::Rational>(verdict.main().leeway->limit).numerator());
  }
};

using test_support::date;

}  // namespace

TEST_CASE("a_parameter_has_no_value_before_its_first_version") {
  World world;
  CHECK(world.asked(date(2010, 6, 30)) == 0);
  CHECK(world.asked(date(2010, 7, 1)) == 160);
}

TEST_CASE("the_last_day_of_a_version_belongs_to_it") {
  World world;
  CHECK(world.asked(date(2011, 12, 31)) == 160);
  CHECK(world.asked(date(2012, 1, 1)) == 0);
}

TEST_CASE("a_parameter_has_no_value_in_a_gap") {
  World world;
  const Verdict verdict = world.judge(date(2012, 6, 15));
  CHECK(verdict.outcome == Outcome::CannotTell);
  CHECK(verdict.main().needs.empty());
  REQUIRE(verdict.main().faults.size() == 1);
  CHECK(verdict.main().faults[0].kind == CauseKind::NoValueInForce);
  CHECK(world.asked(date(2012, 12, 31)) == 0);
  CHECK(world.asked(date(2013, 1, 1)) == 170);
}

TEST_CASE("a_version_without_an_end_ends_where_the_next_begins") {
  World world;
  CHECK(world.asked(date(2015, 6, 30)) == 170);
  CHECK(world.asked(date(2015, 7, 1)) == 180);
}

TEST_CASE("the_last_version_ends_when_it_says_so") {
  World world;
  CHECK(world.asked(date(2020, 6, 30)) == 180);
  CHECK(world.asked(date(2020, 7, 1)) == 0);
}

TEST_CASE("the_value_in_force_decides_between_conflict_and_clear") {
  World world;
  CHECK(world.judge(date(2015, 6, 30), "year: {days: 175}").outcome == Outcome::Clear);
  CHECK(world.judge(date(2015, 7, 1), "year: {days: 175}").outcome == Outcome::Conflict);
}

TEST_CASE("a_table_by_grade_has_a_value_for_each_end_of_a_row") {
  World world;
  const dsl::Date day = date(2016, 6, 1);
  CHECK(world.asked(day, "year: {days: 0, grade: K}", "table") == 150);
  CHECK(world.asked(day, "year: {days: 0, grade: 5}", "table") == 150);
  CHECK(world.asked(day, "year: {days: 0, grade: 6}", "table") == 160);
  CHECK(world.asked(day, "year: {days: 0, grade: 8}", "table") == 160);
  CHECK(world.asked(day, "year: {days: 0, grade: 9}", "table") == 170);
  CHECK(world.asked(day, "year: {days: 0, grade: 11}", "table") == 170);
}

TEST_CASE("a_grade_that_no_row_names_has_no_value") {
  World world;
  for (const char* grade : {"TK", "7", "12"}) {
    const Verdict verdict = world.judge(
        date(2016, 6, 1), std::string("year: {days: 0, grade: ") + grade + "}", "table");
    CAPTURE(grade);
    CHECK(verdict.outcome == Outcome::CannotTell);
    REQUIRE(verdict.main().faults.size() == 1);
    CHECK(verdict.main().faults[0].kind == CauseKind::NoValueInForce);
  }
}

TEST_CASE("a_table_asked_for_an_unknown_grade_asks_for_the_grade") {
  World world;
  const Verdict verdict = world.judge(date(2016, 6, 1), "year: {days: 0}", "table");
  REQUIRE(verdict.main().needs.size() == 1);
  CHECK(verdict.main().needs[0].fact == world.program->find_fact("year.grade"));
}

TEST_CASE("a_definition_is_in_force_on_its_first_and_last_day_only_between") {
  World world;
  CHECK(world.asked(date(2015, 12, 31), "year: {days: 0}", "twice") == 0);
  CHECK(world.asked(date(2016, 1, 1), "year: {days: 0}", "twice") == 360);
  CHECK(world.asked(date(2016, 12, 31), "year: {days: 0}", "twice") == 360);
  CHECK(world.asked(date(2017, 1, 1), "year: {days: 0}", "twice") == 0);
}

TEST_CASE("a_definition_out_of_force_cannot_be_told_and_asks_for_no_fact") {
  World world;
  const Verdict verdict = world.judge(date(2017, 1, 1), "year: {days: 0}", "twice");
  CHECK(verdict.outcome == Outcome::CannotTell);
  CHECK(verdict.main().needs.empty());
  REQUIRE(verdict.main().faults.size() == 1);
  CHECK(verdict.main().faults[0].kind == CauseKind::NoValueInForce);
}

TEST_CASE("a_bare_number_in_a_row_takes_the_unit_of_the_parameter") {
  World world;
  const dsl::Parameter& hours = world.program->typed().parameters[2];
  REQUIRE(hours.name == "hours");
  CHECK(hours.versions.at(0).values.at(0).value == dsl::Value(dsl::Rational(1080 * 60)));
}
