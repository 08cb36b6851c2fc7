// Parameters: dated versions that do not overlap, rows that do not, values of the declared type.
#include "tests/support/compiled.h"
#include <catch2/catch.hpp>

namespace {

// The code of a message and the words that it quotes: `E0402 x require`. Its wording is the golden
// cases' business, but for units, both of which it must name.
std::string in_short(const dsl::Diagnostic& diagnostic) {
  std::string text(dsl::info(diagnostic.kind).code);
  if (diagnostic.kind == dsl::DiagnosticKind::DifferentUnits)
    return text + " " + diagnostic.message;
  bool quoted = false;
  for (const char c : diagnostic.message) {
    if (c == '`') {
      quoted = !quoted;
      if (quoted) text += ' ';
    } else if (quoted) {
      text += c;
    }
  }
  return text;
}

std::vector<std::string> faults(const std::string& rules) {
  dsl::SourceMap sources;
  dsl::Diagnostics diagnostics;
  const dsl::SourceFile* const file = &sources.add("test.rules", rules);
  dsl::compile(std::span(&file, 1), diagnostics);
  std::vector<std::string> all;
  for (const dsl::Diagnostic& diagnostic : diagnostics.all()) {
    all.push_back(in_short(diagnostic));
  }
  return all;
}

std::vector<std::string> parameter(const std::string& head, const std::string& versions) {
  return faults("parameter " + head + "\n  \"A parameter\"\n" + versions);
}

using Faults = std::vector<std::string>;

}  // namespace

TEST_CASE("versions_may_touch_and_may_leave_a_gap") {
  CHECK(parameter("p count",
                  "  from 2000-01-01 until 2009-12-31\n    all 1\n  from 2010-01-01\n    all 2\n")
            .empty());
  CHECK(parameter("p count",
                  "  from 2000-01-01 until 2005-12-31\n    all 1\n  from 2010-01-01\n    all 2\n")
            .empty());
  CHECK(
      parameter("p count", "  from 2000-01-01\n    all 1\n  from 2010-01-01\n    all 2\n").empty());
}

TEST_CASE("versions_may_stand_in_any_order") {
  CHECK(
      parameter("p count", "  from 2010-01-01\n    all 2\n  from 2000-01-01\n    all 1\n").empty());
}

TEST_CASE("versions_that_overlap_by_a_day_are_an_error") {
  CHECK(
      parameter("p count",
                "  from 2000-01-01 until 2010-01-01\n    all 1\n  from 2010-01-01\n    all 2\n") ==
      Faults{"E0405 p"});
}

TEST_CASE("a_version_within_another_is_an_error") {
  CHECK(parameter("p count",
                  "  from 2000-01-01 until 2020-12-31\n    all 1\n"
                  "  from 2005-01-01 until 2006-12-31\n    all 2\n") == Faults{"E0405 p"});
}

TEST_CASE("two_versions_from_the_same_day_are_an_error") {
  CHECK(parameter("p count", "  from 2010-01-01\n    all 1\n  from 2010-01-01\n    all 2\n") ==
        Faults{"E0405 p"});
}

TEST_CASE("a_version_that_ends_before_it_starts_is_an_error") {
  CHECK(parameter("p count", "  from 2010-01-01 until 2009-12-31\n    all 1\n") == Faults{"E0406"});
  CHECK(parameter("p count", "  from 2010-01-01 until 2010-01-01\n    all 1\n").empty());
}

TEST_CASE("a_version_from_a_day_that_there_is_not_is_an_error") {
  CHECK(parameter("p count", "  from 2010-02-29\n    all 1\n") == Faults{"E0107 2010-02-29"});
}

TEST_CASE("a_grade_has_one_row") {
  CHECK(parameter("p(grade) count", "  from 2010-01-01\n    K..5 1\n    6..12 2\n").empty());
  CHECK(parameter("p(grade) count", "  from 2010-01-01\n    K..5 1\n    5..12 2\n") ==
        Faults{"E0407"});
  CHECK(parameter("p(grade) count", "  from 2010-01-01\n    9, 9 1\n") == Faults{"E0407"});
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
  CHECK(parameter("p count", "  from 2010-01-01\n    K 1\n") == Faults{"E0302"});
}

TEST_CASE("a_table_has_columns_of_single_values") {
  CHECK(parameter("p(size count) count", "  from 2010-01-01\n    1..20 1\n    21 2\n").empty());
  CHECK(parameter("p(size count) count", "  from 2010-01-01\n    1..20 1\n    20 2\n") ==
        Faults{"E0407"});
  CHECK(parameter("p(grade, size count) count",
                  "  from 2010-01-01\n    K | all 1\n    1..3 | 1..20 2\n    1..3 | 21..99 3\n")
            .empty());
  CHECK(parameter("p(sizes set of grade) count", "  from 2010-01-01\n    all 1\n") ==
        Faults{"E0302"});
}

TEST_CASE("a_value_has_the_type_of_the_parameter") {
  CHECK(parameter("p hours per year", "  from 2010-01-01\n    all 1_080\n").empty());
  CHECK(parameter("p hours per year", "  from 2010-01-01\n    all 64_800 minutes per year\n")
            .empty());
  CHECK(parameter("p percent", "  from 2010-01-01\n    all 75%\n").empty());
  CHECK(parameter("p time", "  from 2010-01-01\n    all 8:30 am\n").empty());
  CHECK(parameter("p money", "  from 2010-01-01\n    all $1_500\n").empty());
  CHECK(parameter("p yes/no", "  from 2010-01-01\n    all true\n").empty());
}

TEST_CASE("a_value_of_another_type_is_an_error") {
  CHECK(parameter("p hours per year", "  from 2010-01-01\n    all 5 days\n") == Faults{"E0302"});
  CHECK(parameter("p percent", "  from 2010-01-01\n    all 75\n").size() == 1);
  CHECK(parameter("p time", "  from 2010-01-01\n    all 830\n") == Faults{"E0302"});
  CHECK(parameter("p count", "  from 2010-01-01\n    all 5 days\n") == Faults{"E0302"});
}

TEST_CASE("a_value_stands_in_the_rule_file_and_is_not_worked_out") {
  CHECK(faults("vocabulary d \"D\"\n  fact n count \"N\"\n"
               "parameter p count\n  \"P\"\n  from 2010-01-01\n    all n\n") == Faults{"E0309"});
}
