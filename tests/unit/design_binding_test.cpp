// A whole design: its keys, groups, lists and records, and every fault of it in one reading.
#include <string>
#include <utility>
#include <vector>

#include "checker/design/read_design.h"
#include "tests/support/compiled.h"
#include <catch2/catch.hpp>

namespace {

constexpr const char* kVocabulary = R"(
choice weekday "A day" of Mon, Tue, Wed, Thu, Fri

vocabulary design "A design"
  fact name   text "Its name"
  fact opens  date "Its first day"

group school "The program"
  fact state   one of CA, IA "Its state"
  fact grades  set of grade "Its grades"
  fact rural   yes/no "Far from a city"

group calendar "The year"
  fact days    days per year "Days"
  fact minutes minutes per day by grade "Minutes"

group work.hazard "Dangerous work"
  fact tools   yes/no "Power tools"

list schedule of block "The week"
  fact name        text "Its name"
  fact days        set of weekday "Its days"
  fact start, end  time "Its clock times"
  fact minutes     minutes per day "Its length"

list credit.providers of provider "Who gives credit"
  fact name  text "Its name"

choice stakeholder_kind "Kinds" of agency

pack us "A pack"

stakeholder us.board "The board"
  kind      agency

regulation us.days "Days"
  cite      "A statute"
  enforced  by us.board
  require   calendar.days at least 180 days per year

approval us.petition "The petition"
  cite      "A statute"
  decided   by us.board
)";

test_support::Compiled& vocabulary() {
  static test_support::Compiled compiled(kVocabulary);
  return compiled;
}

struct Reading {
  dsl::Diagnostics diagnostics;
  std::optional<checker::Design> design;

  explicit Reading(std::string text, std::string name = "folder/design.yaml",
                   std::string arguments = "") {
    test_support::Compiled& compiled = vocabulary();
    const dsl::SourceFile& file = compiled.sources.add(std::move(name), std::move(text));
    const dsl::SourceFile* facts =
        arguments.empty() ? nullptr : &compiled.sources.add("--as", std::move(arguments));
    design = checker::read_design(file, *compiled.program, diagnostics, facts);
  }

  const checker::FactValue& fact(std::string_view name) const {
    REQUIRE(design);
    return design->facts.at(vocabulary().program->find_fact(name).index);
  }
  const checker::ListFacts& list(std::string_view name) const {
    REQUIRE(design);
    return design->lists.at(vocabulary().program->find_fact(name).index);
  }

  // Line, code and message of each diagnostic, in the order of the text.
  std::vector<std::string> faults() const {
    dsl::Diagnostics sorted = diagnostics;
    sorted.sort();
    std::vector<std::string> lines;
    for (const dsl::Diagnostic& found : sorted.all()) {
      const auto place = vocabulary().sources.locate(found.span.file, found.span.begin);
      lines.push_back(std::to_string(place.line) + " " + std::string(dsl::info(found.kind).code) +
                      " " + found.message);
    }
    return lines;
  }
  const dsl::Diagnostic& only() const {
    REQUIRE(diagnostics.all().size() == 1);
    return diagnostics.all().front();
  }
};

using Lines = std::vector<std::string>;

Reading reading_of(const std::string& text) { return Reading("leeway: 1\n" + text); }

TEST_CASE("facts_stand_in_groups_in_nested_groups_or_under_dotted_keys") {
  const Reading reading = reading_of(
      "school: {state: CA}\n"
      "work: {hazard: {tools: true}}\n"
      "calendar.days: 180\n"
      "credit: {providers: [{name: College}]}\n");
  CHECK(reading.faults().empty());
  CHECK(reading.fact("school.state").state == dsl::FactState::Stated);
  CHECK(reading.fact("work.hazard.tools").state == dsl::FactState::Stated);
  CHECK(reading.fact("calendar.days").state == dsl::FactState::Stated);
  CHECK(reading.list("credit.providers").records.size() == 1);
  CHECK(reading.fact("school.rural").state == dsl::FactState::NotStated);
}

TEST_CASE("a_design_says_which_version_of_the_format_it_is_written_in") {
  const Reading missing("school: {state: CA}\n");
  CHECK(missing.only().message ==
        "this design does not say which version of the format it is written in");
  CHECK(missing.only().help == "begin it with `leeway: 1`");
  CHECK(Reading("leeway: 2\nnonsense: 1\n").faults() ==
        Lines{"1 E0508 version `2` of the design format is not known"});
  CHECK(Reading("leeway: \"1\"\n").faults() ==
        Lines{"1 E0513 `1` in quotes is text, not a number"});
  CHECK(Reading("- leeway: 1\n").faults() ==
        Lines{"1 E0518 a design is made of facts, each written `name: value`, not of a list"});
  CHECK(Reading("state:CA\n").faults() ==
        Lines{"1 E0518 a design is made of facts, each written `name: value`, not of `state:CA`"});
}

TEST_CASE("the_header_is_taken_from_the_facts") {
  const Reading reading = reading_of("name: Two days out\nopens: 2027-08-16\nas_of: 2026-09-01\n");
  REQUIRE(reading.design);
  CHECK(reading.design->name == "Two days out");
  CHECK(reading.design->opens == test_support::date(2027, 8, 16));
  // The vocabulary does not declare `as_of`; it belongs to the format.
  CHECK(reading.design->as_of == test_support::date(2026, 9, 1));
}

TEST_CASE("a_design_without_a_name_goes_by_that_of_its_file") {
  CHECK(reading_of("opens: unknown\n").design->name == "design.yaml");
  CHECK_FALSE(reading_of("opens: unknown\n").design->opens);
}

TEST_CASE("remarks_for_people_may_stand_anywhere") {
  const Reading reading = reading_of(
      "note: x\n"
      "source: [a, b]\n"
      "x-anything: {deep: [1]}\n"
      "school: {state: CA, sources: {state: y}, x-own: 1}\n"
      "schedule: [{name: A, note: z}]\n");
  CHECK(reading.faults().empty());
}

TEST_CASE("an_unknown_key_is_met_with_the_right_one") {
  struct Row {
    std::string text;
    std::string help;
  };
  const std::vector<Row> rows = {
      {"shcool: {state: CA}", "did you mean `school`?"},
      {"school: {stat: CA}", "did you mean `state`?"},
      {"grades: [9]", "`grades` belongs to `school`"},
      {"school: {days: 180}", "`days` belongs to `calendar` and `schedule`"},
      {"school: {opens: 2027-08-16}", "`opens` belongs at the top of the design"},
      {"grads: [9]", "did you mean `school.grades`?"},
      {"school: {size: 1}", "the keys here are `state`, `grades` and `rural`"},
      {"school.stat: CA", "did you mean `school.state`?"},
      {"school.size: 1", "the keys of `school` are `state`, `grades` and `rural`"},
      {"schedule: [{strat: \"9:00\"}]", "did you mean `start`?"},
      {"schedule: [{grades: [9]}]", "`grades` belongs to `school`"},
      {"calendar: {days 180: }", "a key is one word and ends with a colon: `days: 180`"},
      {"relief: []", "did you mean `reliefs`?"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const Reading reading = reading_of(row.text + "\n");
    CHECK(reading.only().kind == dsl::DiagnosticKind::UnknownKey);
    CHECK(reading.only().help == row.help);
  }
}

TEST_CASE("a_fact_is_given_once_however_its_key_is_written") {
  const Reading reading = reading_of("school: {state: CA}\nschool.state: IA\n");
  CHECK(reading.faults() == Lines{"3 E0503 `school.state` is given twice"});
  REQUIRE(reading.only().labels.size() == 1);
  CHECK(vocabulary().sources.text(reading.only().labels.front().span) == "state");
}

TEST_CASE("a_repeated_group_is_still_read_for_its_faults") {
  CHECK(
      reading_of("school: {state: CA}\nschool: {rural: no}\n").faults() ==
      Lines{"3 E0503 `school` is given twice", "3 E0507 YAML readers disagree on what `no` means"});
}

TEST_CASE("a_group_is_a_mapping_and_may_be_left_empty") {
  CHECK(reading_of("school:\n").faults().empty());
  CHECK(reading_of("school: [1]\n").faults() ==
        Lines{"2 E0504 `school` takes a group of facts, not a list"});
  CHECK(reading_of("school:\n  state:CA\n").only().help ==
        "put a space behind the colon: `state: CA`");
  CHECK(reading_of("school: unknown\n").faults() ==
        Lines{"2 E0504 `school` takes a group of facts, not `unknown`"});
}

TEST_CASE("a_list_has_a_record_for_each_item") {
  const Reading reading = reading_of(
      "schedule:\n"
      "  - {name: Advisory, days: [Mon, Wed], start: \"9:00\", end: \"10:00\"}\n"
      "  - name: Internship\n"
      "    minutes: {value: 6 hours per day, note: from the mentor}\n");
  CHECK(reading.faults().empty());
  const checker::ListFacts& schedule = reading.list("schedule");
  CHECK(schedule.state == dsl::FactState::Stated);
  REQUIRE(schedule.records.size() == 2);
  CHECK(std::get<std::string>(*schedule.records[0].fields[0].value) == "Advisory");
  CHECK(std::get<dsl::Rational>(*schedule.records[1].fields[4].value) == dsl::Rational(360));
  CHECK(schedule.records[1].fields[1].state == dsl::FactState::NotStated);
  CHECK(vocabulary().sources.text(schedule.records[1].span).starts_with("name: Internship"));
}

TEST_CASE("a_list_may_be_unknown_absent_or_empty") {
  CHECK(reading_of("schedule: unknown\n").list("schedule").state == dsl::FactState::Unknown);
  CHECK(reading_of("schedule: null\n").list("schedule").state == dsl::FactState::Absent);
  CHECK(reading_of("schedule: []\n").list("schedule").state == dsl::FactState::Stated);
  CHECK(reading_of("\n").list("schedule").state == dsl::FactState::NotStated);
  CHECK(reading_of("schedule: {name: A}\n").only().help ==
        "begin each block with `- `, even if there is only one");
  CHECK(reading_of("schedule: [A]\n").faults() ==
        Lines{"2 E0504 `schedule` takes a list with the facts of each block, not `A`"});
  CHECK(reading_of("schedule:\n").faults() == Lines{"2 E0515 `schedule` has no value"});
}

TEST_CASE("records_of_reliefs_approvals_and_determinations_are_read") {
  const Reading reading = reading_of(
      "reliefs:\n"
      "  - {norm: us.days, by: us.board, from: 2027-07-01, until: 2029-06-30, reference: W-1}\n"
      "approvals:\n"
      "  - {norm: us.petition, result: granted, on: 2026-03-12}\n"
      "determinations:\n"
      "  - {norm: us.days, by: us.board, result: true, reference: null}\n");
  CHECK(reading.faults().empty());
  REQUIRE(reading.design);
  const dsl::Program& program = *vocabulary().program;
  const checker::Relief& relief = reading.design->reliefs.at(0);
  CHECK(relief.norm == program.find_norm("us.days"));
  CHECK(relief.by == program.find_stakeholder("us.board"));
  CHECK(relief.until == test_support::date(2029, 6, 30));
  CHECK(relief.reference == "W-1");
  const checker::ApprovalRecord& approval = reading.design->approvals.at(0);
  CHECK(approval.result == checker::ApprovalResult::Granted);
  CHECK(approval.on == test_support::date(2026, 3, 12));
  CHECK(reading.design->determinations.at(0).holds);
}

TEST_CASE("a_relief_from_a_norm_that_no_file_declares_is_kept_with_a_warning") {
  const Reading reading = reading_of("reliefs: [{norm: us.dayz, by: us.board}]\n");
  CHECK(reading.faults() == Lines{"2 W0511 no norm is named `us.dayz`"});
  REQUIRE(reading.design);
  CHECK_FALSE(reading.design->reliefs.at(0).norm.valid());
  CHECK(reading.design->reliefs.at(0).norm_name == "us.dayz");
}

TEST_CASE("faults_of_records_are_told_one_by_one") {
  CHECK(reading_of("reliefs:\n"
                   "  - {norm: us.days, from: 2027-07-01, until: 2026-07-01}\n"
                   "  - {norm: us.days, by: us.bord, refrence: x, from: unknown}\n"
                   "  - us.days\n"
                   "approvals: [{norm: us.petition, result: yes}]\n"
                   "determinations: [{norm: us.days, by: us.board, result: unknown}]\n")
            .faults() ==
        Lines{"3 E0520 this relief has no `by`", "3 E0406 this period ends before it starts",
              "4 E0204 unknown stakeholder `us.bord`", "4 E0502 unknown key `refrence`",
              "4 E0504 `reliefs.from` takes a date, not `unknown`",
              "5 E0504 `reliefs` takes a list with the keys of each relief, not "
              "`us.days`",
              "6 E0506 `yes` is not a value of `approvals.result`",
              "7 E0504 `determinations.result` takes `true` or `false`, not "
              "`unknown`"});
}

TEST_CASE("every_fault_of_a_design_is_told_in_one_reading") {
  CHECK(reading_of("name: 7\n"
                   "school: {state: TX, grades: [13, 14], rural: no}\n"
                   "calendar: {days: \"180\", weeks: 36}\n"
                   "schedule: [{start: 9:00, days: [Sun]}]\n")
            .faults() == Lines{"2 E0514 `7` without quotes is a number, not text",
                               "3 E0506 `TX` is not a value of `school.state`",
                               "3 E0504 `school.grades` takes grades, not `13`",
                               "3 E0504 `school.grades` takes grades, not `14`",
                               "3 E0507 YAML readers disagree on what `no` means",
                               "4 E0513 `180` in quotes is text, not a number",
                               "4 E0502 unknown key `weeks`",
                               "5 E0507 YAML readers disagree on what `9:00` means",
                               "5 E0506 `Sun` is not a value of `schedule.days`"});
}

TEST_CASE("a_file_that_is_no_design_at_all_is_not_read_to_its_end") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "key_" + std::to_string(i) + ": 1\n";
  const Reading reading = reading_of(text);
  CHECK(reading.diagnostics.all().size() == 101);
  CHECK(reading.diagnostics.all().back().kind == dsl::DiagnosticKind::TooManyFaults);
}

// What a design says, without the places where it says it.
void check_same(const checker::FactValue& a, const checker::FactValue& b) {
  CHECK(a.state == b.state);
  CHECK(a.value == b.value);
}

void check_same(const checker::GradeTable& a, const checker::GradeTable& b) {
  REQUIRE(a.by_grade.size() == b.by_grade.size());
  for (std::size_t i = 0; i < a.by_grade.size(); ++i) check_same(a.by_grade[i], b.by_grade[i]);
}

void check_same(const checker::ListFacts& a, const checker::ListFacts& b) {
  CHECK(a.state == b.state);
  REQUIRE(a.records.size() == b.records.size());
  for (std::size_t i = 0; i < a.records.size(); ++i) {
    for (std::size_t k = 0; k < a.records[i].fields.size(); ++k) {
      check_same(a.records[i].fields[k], b.records[i].fields[k]);
      check_same(a.records[i].tables[k], b.records[i].tables[k]);
    }
  }
}

TEST_CASE("yaml_and_json_give_the_same_design") {
  const Reading yaml(
      "leeway: 1\n"
      "name: Two days out\n"
      "opens: 2027-08-16\n"
      "school: {state: CA, grades: [K, 9..12], rural: unknown}\n"
      "calendar:\n"
      "  days: {value: 180.5, note: x}\n"
      "  minutes: {9..11: 6 hours per day, 12: null}\n"
      "schedule:\n"
      "  - {name: \"No\", days: [Tue, Mon], start: \"9:00\", minutes: not_applicable}\n"
      "reliefs: [{norm: us.days, by: us.board, until: 2029-06-30}]\n");
  const Reading json(
      "{\"leeway\": 1, \"name\": \"Two days out\", \"opens\": \"2027-08-16\","
      " \"school\": {\"state\": \"CA\", \"grades\": [\"K\", \"9..12\"], \"rural\": \"unknown\"},"
      " \"calendar\": {\"days\": {\"value\": 180.5, \"note\": \"x\"},"
      "  \"minutes\": {\"9..11\": \"6 hours per day\", \"12\": null}},"
      " \"schedule\": [{\"name\": \"No\", \"days\": [\"Tue\", \"Mon\"], \"start\": \"9:00\","
      "  \"minutes\": \"not_applicable\"}],"
      " \"reliefs\": [{\"norm\": \"us.days\", \"by\": \"us.board\", \"until\": \"2029-06-30\"}]}",
      "design.json");
  CHECK(yaml.faults().empty());
  CHECK(json.faults().empty());
  REQUIRE(yaml.design);
  REQUIRE(json.design);
  CHECK(yaml.design->name == json.design->name);
  CHECK(yaml.design->opens == json.design->opens);
  for (std::size_t i = 0; i < yaml.design->facts.size(); ++i) {
    check_same(yaml.design->facts[i], json.design->facts[i]);
    check_same(yaml.design->tables[i], json.design->tables[i]);
    check_same(yaml.design->lists[i], json.design->lists[i]);
  }
  CHECK(yaml.design->reliefs.at(0).norm == json.design->reliefs.at(0).norm);
  CHECK(yaml.design->reliefs.at(0).until == json.design->reliefs.at(0).until);
}

TEST_CASE("what_is_given_as_an_argument_needs_no_quotes") {
  // In a design YAML readers disagree on each of these.
  const Reading reading("leeway: 1\nschool: {rural: false}\n", "design.yaml",
                        "school.rural: yes\nschedule: [{start: 08:30, name: 2027}]\n");
  CHECK(reading.faults() == Lines{});
  CHECK(reading.fact("school.rural").value == dsl::Value(true));
  const auto& record = reading.list("schedule").records.at(0);
  const auto& program = *vocabulary().program;
  const auto field = [&](std::string_view name) {
    const dsl::FactId id = program.find_field(program.find_fact("schedule"), name);
    return record.fields.at(program.fact(id).position).value;
  };
  CHECK(field("start") == dsl::Value(dsl::TimeOfDay{8 * 60 + 30}));
  CHECK(field("name") == dsl::Value(std::string("2027")));
}

TEST_CASE("an_argument_takes_the_place_of_what_the_design_says_and_stands_once") {
  const Reading once("leeway: 1\nschool: {state: CA}\nschool.rural: true\n", "design.yaml",
                     "school.rural: false\nschool.state: unknown\n");
  CHECK(once.faults() == Lines{});
  CHECK(once.fact("school.rural").value == dsl::Value(false));
  CHECK(once.fact("school.state").state == dsl::FactState::Unknown);
  const Reading twice("leeway: 1\n", "design.yaml", "school.rural: true\nschool.rural: false\n");
  CHECK(twice.faults() == Lines{"2 E0503 `school.rural` is given twice"});
}

}  // namespace
