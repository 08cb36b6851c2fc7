// What compares with what, and what has an order.
#include "dsl/sema/operators.h"
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
choice color "A color" of red, green
choice shade "A shade" of red, dark
stakeholder agency "An agency"
  kind agency
vocabulary design "A design"
group f "Facts"
  fact flag, other_flag yes/no "Flags"
  fact n, m       count "Numbers"
  fact share      percent "A share"
  fact hours      hours per day "Hours"
  fact minutes    minutes per day "Minutes"
  fact days       days per year "Days"
  fact cost       money "A cost"
  fact age        age "An age"
  fact time       time "A time"
  fact date       date "A day"
  fact grade      grade "A grade"
  fact grades     set of grade "Grades"
  fact color, other_color color "Colors"
  fact shade      shade "A shade"
  fact inline     one of red, green "An inline choice"
  fact colors     set of color "A set of colors"
  fact text       text "A text"
  fact texts      set of text "Texts"
  fact norm       norm "A norm"
  fact whom       stakeholder "A stakeholder"
list items of item "Items"
  fact size count "Size"
)";

// The first error of a rule with this condition, `E0303 message`; empty where there is none.
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

}  // namespace

TEST_CASE("a_condition_must_be_yes_or_no") {
  CHECK(fault("f.flag").empty());
  CHECK(fault("f.n") == "E0302");
  CHECK(fault("f.hours") == "E0302");
}

TEST_CASE("like_compares_with_like") {
  CHECK(fault("f.flag is f.other_flag").empty());
  CHECK(fault("f.n at least f.m").empty());
  CHECK(fault("f.time before 9:00 am").empty());
  CHECK(fault("f.date after 2027-08-16").empty());
  CHECK(fault("f.color is f.other_color").empty());
  CHECK(fault("f.text is \"a\"").empty());
  CHECK(fault("f.grades is f.grades").empty());
}

TEST_CASE("units_of_the_same_dimension_compare") {
  CHECK(fault("f.hours at least f.minutes").empty());
  CHECK(fault("f.hours at least 90 minutes per day").empty());
}

TEST_CASE("units_of_different_dimensions_do_not_compare") {
  CHECK(fault("f.hours at least f.days") == "E0301 cannot compare hours per day and days per year");
  CHECK(fault("f.minutes at least 90 minutes") ==
        "E0301 cannot compare minutes per day and minutes");
  CHECK(fault("f.cost at least f.age") == "E0301 cannot compare dollars and years old");
}

TEST_CASE("a_quantity_does_not_compare_with_a_bare_number") {
  CHECK(fault("f.days at least 180") == "E0307");
  CHECK(fault("180 at most f.days") == "E0307");
  CHECK(fault("f.days at least f.n") == "E0303");
  CHECK(fault("f.share at least 5") == "E0307");
}

TEST_CASE("a_ratio_compares_with_a_count_and_with_a_percentage") {
  CHECK(fault("f.n / f.m at least 75%").empty());
  CHECK(fault("f.n / f.m at least 2").empty());
  CHECK(fault("f.share at least f.n / f.m").empty());
  CHECK(fault("f.n / f.m at least f.hours") == "E0303");
}

TEST_CASE("a_count_does_not_compare_with_a_percentage") {
  CHECK(fault("f.n at least 75%") == "E0303");
}

TEST_CASE("values_of_different_kinds_do_not_compare") {
  CHECK(fault("f.time is f.date") == "E0303");
  CHECK(fault("f.n is f.text") == "E0303");
  CHECK(fault("f.flag is f.n") == "E0303");
  CHECK(fault("f.grade is f.n") == "E0303");
  CHECK(fault("f.norm is f.whom") == "E0303");
}

TEST_CASE("a_set_does_not_compare_with_a_single_value") {
  CHECK(fault("f.grades is f.grade") == "E0303");
  CHECK(fault("f.color is f.colors") == "E0303 color");
}

TEST_CASE("two_choices_do_not_compare_even_where_they_share_a_value") {
  CHECK(fault("f.color is f.shade") == "E0303 color shade");
  CHECK(fault("f.color is f.inline") == "E0303 color red green");
}

TEST_CASE("a_list_compares_with_nothing") {
  CHECK(fault("items is items") == "E0303");
  CHECK(fault("some i in items where i is i") == "E0303");
}

TEST_CASE("numbers_times_dates_and_grades_have_an_order") {
  CHECK(fault("f.n less than 5").empty());
  CHECK(fault("f.share less than 5%").empty());
  CHECK(fault("f.cost less than $5").empty());
  CHECK(fault("f.age less than 16 years old").empty());
  CHECK(fault("f.time less than 9:00 am").empty());
  CHECK(fault("f.date less than 2027-08-16").empty());
  CHECK(fault("f.grade less than 9").empty());
}

TEST_CASE("yes_or_no_choices_texts_and_sets_have_no_order") {
  CHECK(fault("f.flag at least f.other_flag") == "E0304 at least");
  CHECK(fault("f.color at least red") == "E0304 color at least");
  CHECK(fault("f.text less than \"b\"") == "E0304 less than");
  CHECK(fault("f.grades more than 9..12") == "E0304 more than");
}

TEST_CASE("between_asks_for_an_order_and_for_like_ends") {
  CHECK(fault("f.hours between 5 hours per day and 400 minutes per day").empty());
  CHECK(fault("f.color between red and green") == "E0304 color between");
  CHECK(fault("f.hours between 5 hours per day and 9 days per year") ==
        "E0301 cannot compare hours per day and days per year");
  CHECK(fault("f.hours between 5 and 9") == "E0307");
  CHECK(fault("f.time between 8:00 am and 2027-08-16") == "E0303");
}

TEST_CASE("every_alternative_of_one_of_must_compare") {
  CHECK(fault("f.n is one of 1, 2, 3").empty());
  CHECK(fault("f.n is one of 1, \"two\"") == "E0303");
  CHECK(fault("f.days is one of 180 days per year, 170") == "E0307");
}

TEST_CASE("includes_asks_for_a_set_and_a_member_of_its_type") {
  CHECK(fault("f.grades includes 9").empty());
  CHECK(fault("f.grades includes f.grade").empty());
  CHECK(fault("f.grades includes 9..12").empty());
  CHECK(fault("f.colors includes f.color").empty());
  CHECK(fault("f.texts includes \"a\"").empty());
  CHECK(fault("f.grade includes 9") == "E0302 includes");
  CHECK(fault("f.grades includes f.color") == "E0302 color");
  CHECK(fault("f.colors includes f.shade") == "E0302 color shade");
  CHECK(fault("f.grades includes f.n") == "E0302");
}

TEST_CASE("overlaps_asks_for_two_sets_of_one_type") {
  CHECK(fault("f.grades overlaps 9..12").empty());
  CHECK(fault("f.colors overlaps f.colors").empty());
  CHECK(fault("f.grade overlaps f.grades") == "E0302 overlaps");
  CHECK(fault("f.grades overlaps f.grade") == "E0302");
  CHECK(fault("f.grades overlaps f.colors") == "E0302");
}

TEST_CASE("within_asks_for_a_set_of_the_type_or_a_range") {
  CHECK(fault("f.grade within f.grades").empty());
  CHECK(fault("f.grades within 9..12").empty());
  CHECK(fault("f.time within 8:00 am..9:00 am").empty());
  CHECK(fault("f.n within 1..5").empty());
  CHECK(fault("f.n within 5") == "E0302");
  CHECK(fault("f.grade within f.colors") == "E0302");
  CHECK(fault("f.text within \"a\"..\"b\"") == "E0304 between");
}

TEST_CASE("is_present_is_asked_of_a_fact_a_field_or_a_table") {
  CHECK(fault("f.n is present").empty());
  CHECK(fault("items is present").empty());
  CHECK(fault("some i in items where i.size is present").empty());
  CHECK(fault("f.n + 1 is present") == "E0302 is present is absent");
  CHECK(fault("5 is absent") == "E0302 is present is absent");
}

TEST_CASE("a_rule_cannot_say_unknown") {
  CHECK(fault("f.n is unknown") == "E0310 unknown");
  CHECK(fault("unknown or f.flag") == "E0310 unknown");
}

TEST_CASE("an_error_points_at_the_operand_that_does_not_fit") {
  dsl::SourceMap sources;
  dsl::Diagnostics diagnostics;
  const dsl::SourceFile* const file = &sources.add(
      "test.rules",
      std::string(kVocabulary) +
          "regulation n \"A norm\"\n  enforced by agency\n  require f.days at least 5\n");
  dsl::compile(std::span(&file, 1), diagnostics);
  const std::string shown = test_support::rendered(diagnostics, sources);
  CHECK(shown.find("f.days at least 5\n") != std::string::npos);
  CHECK(shown.find("|                           ^\n") != std::string::npos);
  CHECK(shown.find("help: write `5 days per year`") != std::string::npos);
}
