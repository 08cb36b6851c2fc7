// One value of a design by the type of its fact: what is taken, and what is said of the rest.
#include <string>
#include <utility>
#include <vector>

#include "checker/design/read_design.h"
#include "dsl/sema/type.h"
#include "tests/support/compiled.h"
#include <catch2/catch.hpp>

namespace {

constexpr const char* kVocabulary = R"(
unit credit, credits "A unit of credit"

choice us_state "A state" of CA, IA, NO, WA

vocabulary design "One fact of each type"
  fact told      yes/no "A yes or no"
  fact learners  count "A count"
  fact share     percent "A percentage"
  fact budget    money "Money"
  fact wage      dollars per hour "A rate of money"
  fact days      days per year "A rate"
  fact minutes   minutes per day "A rate with a convertible unit"
  fact age       age "An age"
  fact credits   credits "A declared unit"
  fact start     time "A time"
  fact opening   date "A date"
  fact lowest    grade "A grade"
  fact grades    set of grade "Grades"
  fact host      text "A text"
  fact state     us_state "A choice"
  fact form      one of charter, district_school "A choice of its own"
  fact weekdays  set of us_state "A set of a choice"
  fact relies_on norm "A norm"
  fact sponsor   stakeholder "A stakeholder"
  fact table     minutes per day by grade "A table"

choice stakeholder_kind "Kinds" of agency

pack us "A pack"

stakeholder us.board "The board"
  kind      agency

regulation us.days "Days"
  cite      "A statute"
  enforced  by us.board
  require   days at least 180 days per year
)";

test_support::Compiled& vocabulary() {
  static test_support::Compiled compiled(kVocabulary);
  return compiled;
}

// The reading of `leeway: 1` and one more line, in YAML unless the name says otherwise.
struct Reading {
  dsl::Diagnostics diagnostics;
  std::optional<checker::Design> design;

  explicit Reading(const std::string& line, const std::string& name = "design.yaml") {
    test_support::Compiled& compiled = vocabulary();
    const bool is_json = name.ends_with(".json");
    const dsl::SourceFile& file = compiled.sources.add(
        name, is_json ? "{\"leeway\": 1, " + line + "}" : "leeway: 1\n" + line + "\n");
    design = checker::read_design(file, *compiled.program, diagnostics);
  }

  const checker::FactValue& fact(std::string_view name) const {
    REQUIRE(design);
    return design->facts.at(vocabulary().program->find_fact(name).index);
  }

  // As a person reads it; `unknown`, `absent` or `not applicable` where it has no value.
  std::string value(std::string_view name) const {
    const checker::FactValue& found = fact(name);
    switch (found.state) {
      case dsl::FactState::NotStated: return "not stated";
      case dsl::FactState::Absent: return "absent";
      case dsl::FactState::Unknown: return "unknown";
      case dsl::FactState::NotApplicable: return "not applicable";
      case dsl::FactState::Stated: break;
    }
    const dsl::Program& program = *vocabulary().program;
    return dsl::format_value(*found.value, program.fact(program.find_fact(name)).type,
                             program.types());
  }

  // Code and message of the only diagnostic, and its help.
  std::string fault() const {
    REQUIRE(diagnostics.all().size() == 1);
    const dsl::Diagnostic& found = diagnostics.all().front();
    return std::string(dsl::info(found.kind).code) + " " + found.message + " -> " + found.help;
  }
};

struct Good {
  std::string line;
  std::string value;
};

void check_good(const std::vector<Good>& rows) {
  for (const Good& row : rows) {
    INFO(row.line);
    const Reading reading(row.line);
    CHECK(test_support::rendered(reading.diagnostics, vocabulary().sources).empty());
    CHECK(reading.value(row.line.substr(0, row.line.find(':'))) == row.value);
  }
}

struct Bad {
  std::string line;
  std::string fault;
};

void check_bad(const std::vector<Bad>& rows) {
  for (const Bad& row : rows) {
    INFO(row.line);
    CHECK(Reading(row.line).fault() == row.fault);
  }
}

TEST_CASE("yes_and_no_are_written_true_and_false_alone") {
  check_good({{"told: true", "yes"}, {"told: false", "no"}, {"told: unknown", "unknown"}});
  check_bad({
      {"told: no", "E0507 YAML readers disagree on what `no` means -> write `false`"},
      {"told: On", "E0507 YAML readers disagree on what `On` means -> write `true`"},
      {"told: y", "E0507 YAML readers disagree on what `y` means -> write `true`"},
      {"told: True", "E0507 YAML readers disagree on what `True` means -> write `true`"},
      {"told: \"true\"",
       "E0513 `true` in quotes is text, not yes or no -> write `true` without quotes"},
      {"told: 1",
       "E0504 `told` takes `true` or `false`, not `1` -> write `true`, `false` or "
       "`unknown`"},
      {"told: null",
       "E0516 `told` is yes or no and cannot be `null` -> write `false` if it is not "
       "so, `unknown` if it is not known"},
      {"told:", "E0515 `told` has no value -> write `true`, `false` or `unknown`"},
      {"told: [true]",
       "E0504 `told` takes `true` or `false`, not a list -> write one value, "
       "not a list"},
  });
}

TEST_CASE("numbers_are_exact_and_without_quotes") {
  check_good({{"learners: 160", "160"},
              {"learners: 1_600", "1600"},
              {"learners: 2.0", "2"},
              {"learners: -3", "-3"},
              {"credits: 0.125", "0.125 credits"},
              {"days: 999_999_999_999_999", "999,999,999,999,999 days per year"}});
  CHECK(std::get<dsl::Rational>(*Reading("credits: 0.1").fact("credits").value) ==
        *dsl::Rational::make(1, 10));
  check_bad({
      {"learners: 1.5",
       "E0504 `learners` takes a whole number, not `1.5` -> it counts whole things: write a whole "
       "number"},
      {"learners: \"160\"", "E0513 `160` in quotes is text, not a number -> remove the quotes"},
      {"learners: 160 days",
       "E0504 `learners` takes a whole number, not `160 days` -> write `160`"},
      {"learners: 010", "E0507 YAML readers disagree on what `010` means -> write `10`"},
      {"learners: 1e3",
       "E0504 `learners` takes a whole number, not `1e3` -> write the number with all "
       "its digits"},
      {"learners: 52,000",
       "E0504 `learners` takes a whole number, not `52,000` -> write `52_000`; join thousands with "
       "`_` or not at all"},
      {"learners: many",
       "E0504 `learners` takes a whole number, not `many` -> write it in figures, or `unknown`"},
      {"learners: TBD",
       "E0504 `learners` takes a whole number, not `TBD` -> write `unknown` if it is not known "
       "yet"},
      {"days: 1234567890123456",
       "E0509 `1234567890123456` has more digits than are kept exactly -> at most 15 digits before "
       "the point and 6 after it"},
      {"days: 0.1234567",
       "E0509 `0.1234567` has more digits than are kept exactly -> at most 15 digits before the "
       "point and 6 after it"},
      {"days: 999999999999999.999999",
       "E0509 `999999999999999.999999` has more digits than are kept exactly -> at most 15 digits "
       "before the point and 6 after it"},
  });
}

TEST_CASE("a_percentage_needs_its_sign") {
  check_good({{"share: 33%", "33%"},
              {"share: 33.5 %", "33.5%"},
              {"share: 33 percent", "33%"},
              {"share: \"33%\"", "33%"},
              {"share: 0%", "0%"}});
  check_bad({
      {"share: 0.33",
       "E0504 `share` takes a percentage, not `0.33` -> write it with its sign: `33%`"},
      {"share: 33", "E0504 `share` takes a percentage, not `33` -> write it with its sign: `33%`"},
      {"share: 1",
       "E0504 `share` takes a percentage, not `1` -> write it with its sign: `1%` or `100%`"},
      {"share: 3 days", "E0505 `share` is measured in percent, not in days -> write it in percent"},
  });
}

TEST_CASE("a_quantity_takes_its_unit_or_any_that_converts_exactly") {
  check_good({{"minutes: 360", "360 minutes per day"},
              {"minutes: 6 hours per day", "360 minutes per day"},
              {"minutes: \"5.5 hours per day\"", "330 minutes per day"},
              {"days: 180 days per year", "180 days per year"},
              {"days: 1 day per year", "1 day per year"},
              {"age: 14", "14 years old"},
              {"age: 14 years old", "14 years old"},
              {"budget: $52_000", "52,000 dollars"},
              {"budget: 52000 dollars", "52,000 dollars"},
              {"budget: -$5.50", "-5.5 dollars"},
              {"wage: $15 per hour", "15 dollars per hour"}});
  check_bad({
      {"days: 180 hours per year",
       "E0505 `days` is measured in days per year, not in hours per "
       "year -> write it in days per year"},
      {"days: 180 days",
       "E0505 `days` is measured in days per year, not in days -> write it in "
       "days per year"},
      {"days: 50%",
       "E0505 `days` is measured in days per year, not in percent -> write it in days per year"},
      {"days: $5",
       "E0505 `days` is measured in days per year, not in dollars -> write it in days per year"},
      {"credits: 1 creditt", "E0208 unknown unit `creditt` -> did you mean `credits`?"},
      {"age: old", "E0504 `age` takes an age in years, not `old` -> "},
  });
}

TEST_CASE("a_time_without_quotes_is_a_trap") {
  check_good({{"start: \"9:30\"", "9:30 am"},
              {"start: '13:05'", "1:05 pm"},
              {"start: 9:00 am", "9:00 am"},
              {"start: \"9:00 AM\"", "9:00 am"}});
  check_bad({
      {"start: 9:30",
       "E0507 YAML readers disagree on what `9:30` means -> put the time in quotes: `\"9:30\"`"},
      {"start: 570",
       "E0504 `start` takes a time of day, not `570` -> write a time in quotes, as in `\"9:30\"`"},
      {"start: \"25:00\"",
       "E0108 there is no such time of day as `25:00` -> write it as "
       "`\"9:30\"`, `\"1:05 pm\"` or `\"13:05\"`, in quotes"},
      {"start: noon", "E0504 `start` takes a time of day, not `noon` -> write `\"12:00 pm\"`"},
  });
}

TEST_CASE("a_date_is_a_day_of_the_calendar") {
  check_good({{"opening: 2027-08-16", "2027-08-16"}, {"opening: \"2027-08-16\"", "2027-08-16"}});
  const std::string help = " -> write year, month and day, as in `2027-08-16`";
  check_bad({
      {"opening: 2027-02-29",
       "E0107 there is no such date as `2027-02-29` -> there is no such month, or it has fewer "
       "days"},
      {"opening: 8/16/2027",
       "E0504 `opening` takes a date, not `8/16/2027` -> write `2027-08-16`, "
       "year first"},
      {"opening: 2027-08", "E0504 `opening` takes a date, not `2027-08`" + help},
  });
}

TEST_CASE("grades_are_given_one_by_one_or_in_ranges") {
  check_good({{"lowest: 9", "grade 9"},
              {"lowest: K", "grade K"},
              {"grades: [9, 10, 11, 12]", "grades 9..12"},
              {"grades: 9..12", "grades 9..12"},
              {"grades: [K, 1..5]", "grades K..5"},
              {"grades: K, 3..5", "grades K, 3..5"},
              {"grades: [\"9\", 12]", "grades 9, 12"},
              {"grades: []", "no grades"},
              {"grades: null", "absent"},
              {"grades: unknown", "unknown"}});
  check_bad({
      {"lowest: 09", "E0504 `lowest` takes a grade, not `09` -> write `9`"},
      {"lowest: k", "E0504 `lowest` takes a grade, not `k` -> write `K`"},
      {"lowest: 13",
       "E0504 `lowest` takes a grade, not `13` -> grades are PK, TK, K and 1 to 12, "
       "ranges of them `9..12`"},
      {"grades: 9-12", "E0504 `grades` takes grades, not `9-12` -> write `9..12`"},
      {"grades: 12..9",
       "E0312 this range is empty: its end comes before its start -> write `9..12`"},
      {"grades: [9, 9]", "E0503 `9` is given twice -> delete one of them, or write what was meant"},
      {"grades: [9, unknown]",
       "E0504 `grades` takes a grade, not `unknown` -> write `grades: "
       "unknown`, not as one of a list"},
      {"grades: {9: true}",
       "E0504 `grades` takes grades, not a group of keys -> write `grades: ...`, or "
       "give the value under a key `value`"},
  });
}

TEST_CASE("a_text_that_a_yaml_reader_may_take_for_something_else_needs_quotes") {
  check_good({{"host: Lincoln High", "Lincoln High"},
              {"host: \"no\"", "no"},
              {"host: \"unknown\"", "unknown"},
              {"host: unknown", "unknown"},
              {"host: null", "absent"},
              {"host: 12 Elm Street", "12 Elm Street"},
              {"host: nO", "nO"}});
  CHECK(Reading("host: \"unknown\"").fact("host").state == dsl::FactState::Stated);
  CHECK(Reading("host: unknown").fact("host").state == dsl::FactState::Unknown);
  check_bad({
      {"host: no", "E0507 YAML readers disagree on what `no` means -> put it in quotes: `\"no\"`"},
      {"host: 9:30",
       "E0507 YAML readers disagree on what `9:30` means -> put it in quotes: `\"9:30\"`"},
      {"host: 2027",
       "E0514 `2027` without quotes is a number, not text -> put it in quotes: `\"2027\"`"},
      {"host: 1e3",
       "E0514 `1e3` without quotes is a number, not text -> put it in quotes: `\"1e3\"`"},
      {"host: 2027-08-16",
       "E0514 `2027-08-16` without quotes is a date, not text -> put it in "
       "quotes: `\"2027-08-16\"`"},
      {"host: Null",
       "E0514 `Null` without quotes is nothing, not text -> write `null` if there is "
       "none; put a text in quotes: `\"Null\"`"},
      {"host:",
       "E0515 `host` has no value -> write `unknown` if it is not known yet, `null` if "
       "there is none"},
  });
}

TEST_CASE("a_choice_is_one_of_its_values_to_the_letter") {
  check_good({{"state: CA", "CA"},
              {"state: \"NO\"", "NO"},
              {"state: not_applicable", "not applicable"},
              {"form: charter", "charter"},
              {"weekdays: [WA, CA]", "CA, WA"},
              {"weekdays: CA", "CA"}});
  check_bad({
      {"state: NO", "E0507 YAML readers disagree on what `NO` means -> put it in quotes: `\"NO\"`"},
      {"state: ca",
       "E0506 `ca` is not a value of `state` -> did you mean `CA`? the values are `CA`,"
       " `IA`, `NO` and `WA`"},
      {"state: TX",
       "E0506 `TX` is not a value of `state` -> the values are `CA`, `IA`, `NO` and `WA`"},
      {"form: District School",
       "E0506 `District School` is not a value of `form` -> did you mean "
       "`district_school`? the values are `charter` and `district_school`"},
      {"weekdays: [CA, CA]",
       "E0503 `CA` is given twice -> delete one of them, or write what was meant"},
      {"weekdays: [[CA]]",
       "E0504 `weekdays` takes one word, not a list -> write one value, not a list"},
  });
}

TEST_CASE("names_of_norms_may_be_unknown_but_stakeholders_may_not") {
  check_good({{"relies_on: us.days", "us.days"}, {"sponsor: us.board", "us.board"}});
  const Reading reading("relies_on: us.dayz");
  CHECK(reading.fault() == "W0511 no norm is named `us.dayz` -> did you mean `us.days`?");
  CHECK(reading.value("relies_on") == "us.dayz");
  check_bad({
      {"sponsor: us.bord", "E0204 unknown stakeholder `us.bord` -> did you mean `us.board`?"},
      {"sponsor: 3", "E0504 `sponsor` takes the name of a stakeholder, not `3` -> "},
  });
}

TEST_CASE("a_value_knows_where_it_stands") {
  const Reading reading("days: {note: x, value: 180}");
  CHECK(vocabulary().sources.text(*reading.fact("days").span) == "180");
  CHECK(vocabulary().sources.text(*Reading("host: \"a b\"").fact("host").span) == "\"a b\"");
}

TEST_CASE("a_value_may_stand_with_its_provenance") {
  check_good({{"days: {value: 180, source: \"https://example.org\", as_of: 2025-01-01, "
               "confidence: recalled, note: seen, x-mine: 1}",
               "180 days per year"},
              {"days: {value: unknown}", "unknown"}});
  check_bad({
      {"days: {value: 180, sourse: x}", "E0502 unknown key `sourse` -> did you mean `source`?"},
      {"days: {value: 180, value: 181}", "E0503 `value` is given twice -> keep one of the two"},
      {"days: {source: x}",
       "E0504 `days` takes a number of days per year, not a group of keys -> write "
       "`days: ...`, or give the value under a key `value`"},
  });
}

TEST_CASE("a_table_by_grade_is_given_for_grades_and_ranges_or_as_one_value") {
  const auto minutes = [](const Reading& reading, std::uint8_t grade) {
    REQUIRE(reading.design);
    const auto table = vocabulary().program->find_fact("table");
    return reading.design->tables.at(table.index).by_grade.at(grade);
  };
  const Reading ranges("table: {\"9..11\": 300, 12: 5 hours per day, K: unknown, note: x}");
  CHECK(std::get<dsl::Rational>(*minutes(ranges, 11).value) == dsl::Rational(300));
  CHECK(std::get<dsl::Rational>(*minutes(ranges, 14).value) == dsl::Rational(300));
  CHECK(minutes(ranges, 2).state == dsl::FactState::Unknown);
  CHECK(minutes(ranges, 3).state == dsl::FactState::NotStated);
  const Reading single("table: 300");
  CHECK(std::get<dsl::Rational>(*minutes(single, 0).value) == dsl::Rational(300));
  check_bad({
      {"table: {9..11: 1, 10: 2}",
       "E0407 two values for grade 10 -> let each grade fall under one key"},
      {"table: {9-11: 1}", "E0504 `table` takes grades, not `9-11` -> write `9..11`"},
  });
}

TEST_CASE("json_gives_the_same_values_and_asks_for_the_same_care") {
  CHECK(Reading("\"start\": \"9:30\"", "design.json").value("start") == "9:30 am");
  CHECK(Reading("\"minutes\": \"6 hours per day\"", "design.json").value("minutes") ==
        "360 minutes per day");
  CHECK(Reading("\"host\": \"unknown\"", "design.json").value("host") == "unknown");
  CHECK(Reading("\"host\": \"2027\"", "design.json").value("host") == "2027");
  CHECK(Reading("\"days\": \"180\"", "design.json").fault() ==
        "E0513 `180` in quotes is text, not a number -> remove the quotes");
  CHECK(Reading("\"host\": 2027", "design.json").fault() ==
        "E0514 `2027` without quotes is a number, not text -> put it in quotes: `\"2027\"`");
}

}  // namespace
