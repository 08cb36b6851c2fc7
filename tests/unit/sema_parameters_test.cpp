// Parameters: dated versions that do not overlap, rows that do not, values of the declared type.
#include <catch2/catch.hpp>

#include "tests/support/compiled.h"

namespace {

std::vector<std::string> faults(const std::string& rules) {
  dsl::SourceMap sources;
  dsl::Diagnostics diagnostics;
  const dsl::SourceFile* const file = &sources.add("test.rules", rules);
  dsl::compile(std::span(&file, 1), diagnostics);
  std::vector<std::string> all;
  for (const dsl::Diagnostic& diagnostic : diagnostics.all()) {
    all.push_back(std::string(dsl::info(diagnostic.kind).code) + " " + diagnostic.message);
  }
  return all;
}

std::vector<std::string> parameter(const std::string& head, const std::string& versions) {
  return faults("parameter " + head + "\n  \"A parameter\"\n" + versions);
}

using Faults = std::vector<std::string>;

}  // namespace

TEST_CASE("versions_may_touch_and_may_leave_a_gap") {
  CHECK(parameter("p count", "  from 2000-01-01 until 2009-12-31\n    all 1\n  from 2010-01-01\n    all 2\n")
            .empty());
  CHECK(parameter("p count", "  from 2000-01-01 until 2005-12-31\n    all 1\n  from 2010-01-01\n    all 2\n")
            .empty());
  CHECK(parameter("p count", "  from 2000-01-01\n    all 1\n  from 2010-01-01\n    all 2\n").empty());
}

TEST_CASE("versions_may_stand_in_any_order") {
  CHECK(parameter("p count", "  from 2010-01-01\n    all 2\n  from 2000-01-01\n    all 1\n").empty());
}

TEST_CASE("versions_that_overlap_by_a_day_are_an_error") {
  CHECK(parameter("p count", "  from 2000-01-01 until 2010-01-01\n    all 1\n  from 2010-01-01\n    all 2\n") ==
        Faults{"E0405 two values of `p` are in force on 2010-01-01"});
}

TEST_CASE("a_version_within_another_is_an_error") {
  CHECK(parameter("p count",
                  "  from 2000-01-01 until 2020-12-31\n    all 1\n"
                  "  from 2005-01-01 until 2006-12-31\n    all 2\n") ==
        Faults{"E0405 two values of `p` are in force on 2005-01-01"});
}

TEST_CASE("a_version_is_held_against_every_earlier_one") {
  CHECK(parameter("p count",
                  "  from 2000-01-01 until 2020-12-31\n    all 1\n"
                  "  from 2005-01-01 until 2006-12-31\n    all 2\n"
                  "  from 2010-01-01 until 2011-12-31\n    all 3\n") ==
        Faults{"E0405 two values of `p` are in force on 2005-01-01",
               "E0405 two values of `p` are in force on 2010-01-01"});
}

TEST_CASE("two_versions_from_the_same_day_are_an_error") {
  CHECK(parameter("p count", "  from 2010-01-01\n    all 1\n  from 2010-01-01\n    all 2\n") ==
        Faults{"E0405 two values of `p` are in force on 2010-01-01"});
}

TEST_CASE("a_version_that_ends_before_it_starts_is_an_error") {
  CHECK(parameter("p count", "  from 2010-01-01 until 2009-12-31\n    all 1\n") ==
        Faults{"E0406 this period ends before it starts"});
  CHECK(parameter("p count", "  from 2010-01-01 until 2010-01-01\n    all 1\n").empty());
}

TEST_CASE("a_version_from_a_day_that_there_is_not_is_an_error") {
  CHECK(parameter("p count", "  from 2010-02-29\n    all 1\n") ==
        Faults{"E0107 there is no such date as `2010-02-29`"});
}

TEST_CASE("a_grade_has_one_row") {
  CHECK(parameter("p(grade) count", "  from 2010-01-01\n    K..5 1\n    6..12 2\n").empty());
  CHECK(parameter("p(grade) count", "  from 2010-01-01\n    K..5 1\n    5..12 2\n") ==
        Faults{"E0407 grade 5 has two values"});
  CHECK(parameter("p(grade) count", "  from 2010-01-01\n    9, 9 1\n") ==
        Faults{"E0407 grade 9 has two values"});
}

TEST_CASE("a_row_for_all_grades_stands_alone") {
  CHECK(parameter("p(grade) count", "  from 2010-01-01\n    all 1\n").empty());
  CHECK(parameter("p(grade) count", "  from 2010-01-01\n    all 1\n    K 2\n").size() == 1);
  CHECK(parameter("p(grade) count", "  from 2010-01-01\n    K 2\n    all 1\n").size() == 1);
  CHECK(parameter("p count", "  from 2010-01-01\n    all 1\n    all 2\n").size() == 1);
}

TEST_CASE("the_same_grade_may_stand_in_two_versions") {
  CHECK(parameter("p(grade) count",
                  "  from 2010-01-01 until 2010-12-31\n    K 1\n  from 2011-01-01\n    K 2\n")
            .empty());
}

TEST_CASE("rows_for_grades_ask_for_a_table_by_grade") {
  CHECK(parameter("p count", "  from 2010-01-01\n    K 1\n") ==
        Faults{"E0302 expected one value for all grades, found a row for some grades"});
}

TEST_CASE("a_table_has_no_other_key_than_the_grade") {
  CHECK(parameter("p(size count) count", "  from 2010-01-01\n    all 1\n") ==
        Faults{"E0302 expected `grade` as the key, found `size`"});
}

TEST_CASE("a_value_has_the_type_of_the_parameter") {
  CHECK(parameter("p hours per year", "  from 2010-01-01\n    all 1_080\n").empty());
  CHECK(parameter("p hours per year", "  from 2010-01-01\n    all 64_800 minutes per year\n").empty());
  CHECK(parameter("p percent", "  from 2010-01-01\n    all 75%\n").empty());
  CHECK(parameter("p time", "  from 2010-01-01\n    all 8:30 am\n").empty());
  CHECK(parameter("p money", "  from 2010-01-01\n    all $1_500\n").empty());
  CHECK(parameter("p yes/no", "  from 2010-01-01\n    all true\n").empty());
}

TEST_CASE("a_value_of_another_type_is_an_error") {
  CHECK(parameter("p hours per year", "  from 2010-01-01\n    all 5 days\n") ==
        Faults{"E0302 expected hours per year, found days"});
  CHECK(parameter("p percent", "  from 2010-01-01\n    all 75\n").size() == 1);
  CHECK(parameter("p time", "  from 2010-01-01\n    all 830\n") ==
        Faults{"E0302 expected a time of day, found a count"});
  CHECK(parameter("p count", "  from 2010-01-01\n    all 5 days\n") ==
        Faults{"E0302 expected a count, found days"});
}

TEST_CASE("a_value_stands_in_the_rule_file_and_is_not_worked_out") {
  CHECK(faults("vocabulary d \"D\"\n  fact n count \"N\"\n"
               "parameter p count\n  \"P\"\n  from 2010-01-01\n    all n\n") ==
        Faults{"E0309 a value that stands in the rule file is expected here"});
}
