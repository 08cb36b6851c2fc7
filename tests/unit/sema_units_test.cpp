// Unit algebra: what arithmetic yields, and in which unit.
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
unit credit, credits "A credit"
unit fortnight, fortnights "Two weeks" is 2 weeks
unit period, periods "A period of class" is 45 minutes
vocabulary design "A design"
group f "Facts"
  fact n, m       count "Numbers"
  fact share      percent "A share"
  fact hours      hours per day "Hours"
  fact minutes    minutes per day "Minutes"
  fact days       days per year "Days"
  fact cost       money "A cost"
  fact time       time "A time"
  fact date       date "A day"
  fact per_credit hours per credit "Hours behind a credit"
  fact credits    credits "Credits"
  fact grade      grade "A grade"
)";

// The type of an expression as a rule file writes it, or its first error.
std::string type_of(const std::string& expression) {
  dsl::SourceMap sources;
  dsl::Diagnostics diagnostics;
  const dsl::SourceFile* const file = &sources.add("test.rules", kVocabulary);
  const dsl::SourceFile& text = sources.add("expression", expression);
  const auto compiled = dsl::compile_expression(std::span(&file, 1), text, diagnostics);
  if (!compiled) {
    return in_short(diagnostics.all().front());
  }
  return dsl::type_name(compiled->program.expr(compiled->expression).type,
                        compiled->program.types());
}

// The first error of a whole file, or nothing.
std::string fault(const std::string& rules) {
  dsl::SourceMap sources;
  dsl::Diagnostics diagnostics;
  const dsl::SourceFile* const file = &sources.add("test.rules", rules);
  dsl::compile(std::span(&file, 1), diagnostics);
  if (diagnostics.all().empty()) return {};
  return in_short(diagnostics.all().front());
}

}  // namespace

TEST_CASE("a_sum_has_the_unit_of_its_left_side") {
  CHECK(type_of("f.hours + f.minutes") == "hours per day");
  CHECK(type_of("f.minutes + f.hours") == "minutes per day");
  CHECK(type_of("f.n - f.m") == "count");
  CHECK(type_of("f.share + 5%") == "percent");
  CHECK(type_of("f.cost - $5") == "money");
}

TEST_CASE("a_sum_of_a_count_and_a_ratio_is_a_ratio") {
  CHECK(type_of("f.n + f.n / f.m") == "ratio");
  CHECK(type_of("f.n / f.m - f.n") == "ratio");
}

TEST_CASE("different_units_do_not_add_up") {
  CHECK(type_of("f.hours + f.days") == "E0301 cannot add hours per day and days per year");
  CHECK(type_of("f.hours - 5 hours") == "E0301 cannot subtract hours per day and hours");
  CHECK(type_of("f.n + f.share") == "E0305");
  CHECK(type_of("f.hours + 1") == "E0305");
}

TEST_CASE("a_product_of_units_cancels_what_it_can") {
  CHECK(type_of("f.minutes * f.days") == "minutes per year");
  CHECK(type_of("f.days * f.minutes") == "minutes per year");
  CHECK(type_of("f.per_credit * f.credits") == "minutes");
  CHECK(type_of("f.minutes * 5 days") == "minutes");
}

TEST_CASE("a_factor_without_a_unit_keeps_the_unit") {
  CHECK(type_of("f.hours * 2") == "hours per day");
  CHECK(type_of("2 * f.hours") == "hours per day");
  CHECK(type_of("f.share * f.cost") == "money");
  CHECK(type_of("f.hours / 2") == "hours per day");
  CHECK(type_of("f.cost / f.n") == "money");
}

TEST_CASE("numbers_multiply_to_numbers") {
  CHECK(type_of("f.n * f.m") == "count");
  CHECK(type_of("f.n * f.share") == "ratio");
  CHECK(type_of("f.n / f.m") == "ratio");
}

TEST_CASE("a_quotient_of_like_units_is_a_ratio") {
  CHECK(type_of("f.hours / f.minutes") == "ratio");
  CHECK(type_of("f.cost / $5") == "ratio");
}

TEST_CASE("a_quotient_of_units_is_a_rate") {
  CHECK(type_of("100 hours / f.credits") == "minutes per credit");
  CHECK(type_of("f.minutes / f.hours * 5 days") == "days");
  CHECK(type_of("f.n / 1 year") == "per year");
}

TEST_CASE("times_differ_by_minutes_and_are_moved_by_them") {
  CHECK(type_of("f.time - 8:30 am") == "minutes");
  CHECK(type_of("f.time + 90 minutes") == "time");
  CHECK(type_of("f.time - 1 hour") == "time");
  CHECK(type_of("f.time + f.time") == "E0305");
  CHECK(type_of("f.time + 1 day") == "E0305");
  CHECK(type_of("f.time * 2") == "E0305");
}

TEST_CASE("dates_differ_by_calendar_days_and_are_moved_by_them") {
  CHECK(type_of("f.date - 2027-01-01") == "calendar_days");
  CHECK(type_of("f.date + 5 calendar_days") == "date");
  CHECK(type_of("f.date + 5 days") == "E0305");
  CHECK(type_of("f.date + f.date") == "E0305");
}

TEST_CASE("what_is_no_number_is_not_calculated_with") {
  CHECK(type_of("f.grade + 1") == "E0305");
  CHECK(type_of("-f.date") == "E0302 -");
  CHECK(type_of("-f.hours") == "hours per day");
}

TEST_CASE("a_declared_unit_with_a_ratio_converts") {
  CHECK(type_of("2 fortnights at least 4 weeks") == "yes/no");
  CHECK(type_of("1 period + 15 minutes") == "periods");
  CHECK(type_of("1 fortnight at least 14 days") == "E0301 cannot compare fortnights and days");
}

TEST_CASE("a_declared_unit_of_its_own_kind_converts_to_nothing") {
  CHECK(type_of("1 credit at least 1") == "E0307");
  CHECK(type_of("1 credit + 120 hours") == "E0301 cannot add credits and hours");
}

TEST_CASE("a_unit_must_be_known") {
  CHECK(type_of("5 furlongs") == "E0208 furlongs");
  CHECK(type_of("5 hours per furlong") == "E0208 furlong");
}

TEST_CASE("a_unit_is_declared_once") {
  CHECK(fault("unit credit, credits \"A credit\"\nunit credit, points \"Again\"\n") ==
        "E0201 credit");
  CHECK(fault("unit hour, hours \"Built in\"\n") == "E0201 hour");
}

TEST_CASE("a_unit_is_a_multiple_of_a_known_one") {
  CHECK(fault("unit fortnight, fortnights \"Two weeks\" is 2 wekes\n") == "E0208 wekes");
}

TEST_CASE("branches_have_one_type_and_the_unit_of_the_first") {
  CHECK(type_of("if f.n is 1 then 2 hours else 90 minutes") == "hours");
  CHECK(type_of("if f.n is 1 then 2 hours else 9 days") == "E0302");
}

TEST_CASE("a_sum_over_a_list_has_the_unit_of_what_it_adds") {
  const std::string list = R"(
vocabulary design "A design"
list items of item "Items"
  fact length minutes per day "Length"
  fact start  time "Start"
define total hours per day
  "The sum"
  as sum of i.length for i in items
)";
  CHECK(fault(list).empty());
  CHECK(fault(list + "define wrong hours\n  \"Wrong\"\n  as sum of i.length for i in items\n") ==
        "E0302");
  CHECK(fault(list + "define first time\n  \"The least\"\n  as min of i.start for i in items\n")
            .empty());
  CHECK(fault(list + "define added time\n  \"A sum\"\n  as sum of i.start for i in items\n") ==
        "E0302");
}
