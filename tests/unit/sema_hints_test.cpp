// Bare words and numbers take their meaning from what they meet: choices, grades, names.
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

constexpr const char* kVocabulary = R"(
choice color  "A color"  of red, green
choice signal "A signal" of red, amber
choice size   "A size"   of 7, 8, large
stakeholder agency "An agency"
  kind agency
stakeholder us.board "A board"
  kind body
vocabulary design "A design"
  fact red count "A fact that is named like a value"
group f "Facts"
  fact color  color "A color"
  fact colors set of color "Colors"
  fact signal signal "A signal"
  fact size   size "A size"
  fact grade  grade "A grade"
  fact grades set of grade "Grades"
  fact n      count "A number"
  fact norm   norm "A norm"
  fact norms  set of norm "Norms"
  fact whom   stakeholder "A stakeholder"
  fact member set of stakeholder "Stakeholders"
  fact hours  hours per year by grade "Hours"
  fact text   text "A text"
list items of item "Items"
  fact color color "A color"
  fact grade grade "A grade"
define is_first(grade) yes/no
  "Whether it is the first grade"
  as grade is 1
define is_red(tint color) yes/no
  "Whether it is red"
  as tint is green
regulation us.other "Another norm"
  enforced by agency
  require f.n at least 1
)";

std::string fault(const std::string& condition) {
  dsl::SourceMap sources;
  dsl::Diagnostics diagnostics;
  const dsl::SourceFile* const file =
      &sources.add("test.rules", std::string(kVocabulary) +
                                     "regulation n \"A norm\"\n  enforced by agency\n  require " +
                                     condition + "\n");
  dsl::compile(std::span(&file, 1), diagnostics);
  if (diagnostics.all().empty()) return {};
  return in_short(diagnostics.all().front());
}

std::string help(const std::string& condition) {
  dsl::SourceMap sources;
  dsl::Diagnostics diagnostics;
  const dsl::SourceFile* const file =
      &sources.add("test.rules", std::string(kVocabulary) +
                                     "regulation n \"A norm\"\n  enforced by agency\n  require " +
                                     condition + "\n");
  dsl::compile(std::span(&file, 1), diagnostics);
  return diagnostics.all().empty() ? std::string() : diagnostics.all().front().help;
}

}  // namespace

TEST_CASE("a_bare_word_beside_a_choice_is_its_value") {
  CHECK(fault("f.color is green").empty());
  CHECK(fault("green is f.color").empty());
  CHECK(fault("f.color is one of red, green").empty());
  CHECK(fault("f.colors includes green").empty());
  CHECK(fault("f.signal is red").empty());
}

TEST_CASE("a_value_of_the_choice_goes_before_a_fact_of_that_name") {
  CHECK(fault("f.color is red").empty());
  CHECK(fault("red at least 1").empty());
}

TEST_CASE("a_word_that_is_no_value_of_the_choice_is_an_error_with_a_suggestion") {
  CHECK(fault("f.color is gren") == "E0211 gren color");
  CHECK(help("f.color is gren") == "did you mean `green`?");
  CHECK(fault("f.color is amber") == "E0211 amber color");
  CHECK(fault("f.colors includes amber") == "E0211 amber color");
  CHECK(fault("f.color is one of green, amber") == "E0211 amber color");
}

TEST_CASE("a_bare_word_with_nothing_beside_it_is_a_fact") {
  CHECK(fault("green") == "E0203 green");
}

TEST_CASE("a_bare_number_beside_a_grade_is_a_grade") {
  CHECK(fault("f.grade is 9").empty());
  CHECK(fault("9 is f.grade").empty());
  CHECK(fault("f.grade at least 9").empty());
  CHECK(fault("f.grade is K").empty());
  CHECK(fault("TK is f.grade").empty());
  CHECK(fault("f.grades includes 12").empty());
  CHECK(fault("f.grades includes PK").empty());
  CHECK(fault("f.hours(9) at least 900 hours per year").empty());
  CHECK(fault("f.hours(K) at least 900 hours per year").empty());
  CHECK(fault("is_first(1)").empty());
}

TEST_CASE("a_number_that_is_no_grade_does_not_become_one") {
  CHECK(fault("f.grade is 13") == "E0303");
  CHECK(fault("f.grade is 0") == "E0303");
  CHECK(fault("f.grade is 1.5") == "E0303");
  CHECK(fault("f.hours(13) at least 900 hours per year") == "E0302");
}

TEST_CASE("a_number_beside_a_number_stays_one") {
  CHECK(fault("f.n is 9").empty());
  CHECK(fault("9 is 9").empty());
}

TEST_CASE("a_value_of_a_choice_may_be_a_number") {
  CHECK(fault("f.size is 7").empty());
  CHECK(fault("f.size is one of 7, 8, large").empty());
  CHECK(fault("f.size is 9") == "E0211 9 size");
}

TEST_CASE("a_bare_name_beside_a_norm_is_its_name") {
  CHECK(fault("f.norm is us.other").empty());
  CHECK(fault("f.norms includes us.other").empty());
  CHECK(fault("f.norm is us.othr") == "E0205 us.othr");
}

TEST_CASE("a_bare_name_beside_a_stakeholder_is_its_name") {
  CHECK(fault("f.whom is agency").empty());
  CHECK(fault("f.member includes us.board").empty());
  CHECK(fault("f.whom is us.bord") == "E0204 us.bord");
}

TEST_CASE("a_bare_word_as_an_argument_takes_the_type_of_the_parameter") {
  CHECK(fault("is_red(red)").empty());
  CHECK(fault("is_red(amber)") == "E0211 amber color");
}

TEST_CASE("a_bare_word_beside_a_variable_takes_its_type") {
  CHECK(fault("some i in items where i.color is red").empty());
  CHECK(fault("some i in items where i.grade is 9").empty());
  CHECK(fault("some g in f.grades where g is 9").empty());
  CHECK(fault("some c in f.colors where c is red").empty());
}

TEST_CASE("a_variable_goes_before_a_value_of_that_name") {
  CHECK(fault("some green in f.colors where green is f.color").empty());
  CHECK(fault("some green in f.colors where f.color is green").empty());
}

TEST_CASE("the_branches_of_if_take_the_type_of_the_other_side") {
  CHECK(fault("f.color is (if f.n is 1 then red else green)").empty());
}

TEST_CASE("a_definition_is_called_with_the_arguments_that_it_takes") {
  CHECK(fault("is_first") == "E0306 is_first");
  CHECK(fault("is_first(1, 2)") == "E0306 is_first");
  CHECK(fault("is_first(\"a\")") == "E0302");
  CHECK(fault("is_second(1)") == "E0213 is_second");
}

TEST_CASE("a_table_by_grade_is_called_with_a_grade") {
  CHECK(fault("f.hours at least 900 hours per year") == "E0306 f.hours");
  CHECK(fault("f.hours(f.n) at least 900 hours per year") == "E0302");
}

TEST_CASE("a_plain_fact_is_called_with_nothing") {
  CHECK(fault("f.n(9) at least 1") == "E0213 f.n");
}

TEST_CASE("a_field_is_named_after_its_variable") {
  CHECK(fault("some i in items where i.colour is red") == "E0210 item colour");
  CHECK(help("some i in items where i.colour is red") == "did you mean `color`?");
}

TEST_CASE("a_variable_is_gone_after_its_loop") {
  CHECK(fault("(some i in items where i.color is red) and i.color is red") == "E0203 i.color");
}

TEST_CASE("a_loop_runs_over_a_list_or_a_set") {
  CHECK(fault("some x in f.n where true") == "E0212 f.n");
  CHECK(fault("some x in nothing where true") == "E0212 nothing");
}
