// Cannot tell: exactly the facts that can still change the outcome are named.
#include "checker/eval/evaluate.h"
#include "checker/eval/needs.h"
#include "tests/support/compiled.h"
#include <catch2/catch.hpp>

namespace {

using checker::Outcome;
using checker::Verdict;

constexpr const char* kWorld = R"(
choice color "A color" of red, green, blue
stakeholder agency "An agency"
  kind agency
vocabulary design "A design"
group f "Facts"
  fact a, b, c, d yes/no "Flags"
  fact color      color  "A color"
  fact colors     set of color "Colors"
  fact n, m       count  "Numbers"
  fact text       text   "A text"
  fact hours      hours per year by grade "Hours"
list items of item "Items"
  fact good yes/no "Good"
  fact size count  "Size"
define both yes/no
  "Both of them"
  as f.a and f.b
)";

// `outcome: fact, fact`, in the order of their declaration.
std::string needs(const std::string& clauses, const std::string& yaml) {
  test_support::Compiled world(std::string(kWorld) +
                               "regulation n \"A norm\"\n  enforced by agency\n" + clauses);
  const checker::Design facts = world.design(yaml);
  const Verdict verdict = checker::evaluate_norm(
      *world.program, facts, world.program->find_norm("n"), test_support::date(2026, 9, 1));
  std::string text(checker::outcome_word(verdict.outcome));
  const char* separator = ": ";
  for (const checker::FactRef& need : verdict.main().needs) {
    text += separator + world.program->full_name(need.fact);
    if (need.item >= 0) text += "#" + std::to_string(need.item + 1);
    if (need.grade >= 0) {
      text += "(" + dsl::format_grade({static_cast<std::uint8_t>(need.grade)}) + ")";
    }
    separator = ", ";
  }
  return text;
}

std::string needs_of(const std::string& condition, const std::string& yaml = "f: {}") {
  return needs("  require " + condition + "\n", yaml);
}

}  // namespace

TEST_CASE("a_fact_that_is_missing_and_decides_is_named") {
  CHECK(needs_of("f.a") == "cannot_tell: f.a");
  CHECK(needs_of("f.a", "f: {a: unknown}") == "cannot_tell: f.a");
}

TEST_CASE("a_fact_that_is_stated_is_not_named") {
  CHECK(needs_of("f.a and f.b", "f: {a: true}") == "cannot_tell: f.b");
}

TEST_CASE("a_fact_that_cannot_change_the_outcome_is_not_named") {
  CHECK(needs_of("f.a and f.b", "f: {a: false}") == "conflict");
  CHECK(needs_of("f.a or f.b", "f: {a: true}") == "clear");
}

TEST_CASE("a_fact_that_is_so_or_not_so_does_not_matter") {
  CHECK(needs_of("f.a or not f.a") == "clear");
  CHECK(needs_of("f.a and not f.a") == "conflict");
}

TEST_CASE("of_several_facts_only_those_that_matter_are_named") {
  CHECK(needs_of("(f.a or not f.a) and f.b") == "cannot_tell: f.b");
  CHECK(needs_of("(f.a and f.b) or (f.a and not f.b)") == "cannot_tell: f.a");
  CHECK(needs_of("(f.a and f.b) or (not f.a and f.c)") == "cannot_tell: f.a, f.b, f.c");
}

TEST_CASE("a_choice_is_tried_out_with_each_of_its_values_and_with_none") {
  CHECK(needs_of("f.color is one of red, green, blue") == "cannot_tell: f.color");
  CHECK(needs_of("f.color is red or f.color is not red") == "clear");
  CHECK(needs_of("f.color is red and f.color is blue") == "conflict");
  CHECK(needs_of("f.color is red and f.color is not green", "f: {}") == "cannot_tell: f.color");
}

TEST_CASE("what_a_choice_rules_out_is_not_named") {
  const std::string clauses =
      "  applies when f.color is red\n  require f.color is not red or f.a\n  unless \"b\" when "
      "f.b\n";
  CHECK(needs(clauses, "f: {}") == "cannot_tell: f.a, f.b, f.color");
  CHECK(needs(clauses, "f: {color: blue}") == "does_not_apply");
  CHECK(needs(clauses, "f: {color: red, a: false}") == "cannot_tell: f.b");
}

TEST_CASE("a_number_is_named_where_some_answer_still_hangs_on_it") {
  CHECK(needs_of("f.n at least 5") == "cannot_tell: f.n");
  CHECK(needs_of("f.a and f.n at least 5") == "cannot_tell: f.a, f.n");
}

TEST_CASE("a_number_is_not_named_where_no_answer_hangs_on_it") {
  CHECK(needs_of("f.a and f.n at least 5", "f: {a: false}") == "conflict");
  CHECK(needs_of("f.b and (f.a and not f.a and f.n at least 5 or f.b)") == "cannot_tell: f.b");
}

TEST_CASE("the_two_sides_of_a_comparison_are_named") {
  CHECK(needs_of("f.n at least f.m") == "cannot_tell: f.n, f.m");
  CHECK(needs_of("f.n at least f.m", "f: {n: 5}") == "cannot_tell: f.m");
}

TEST_CASE("a_fact_of_scope_and_exception_is_named_with_those_of_the_requirement") {
  const std::string clauses = "  applies when f.a\n  require f.b\n  unless \"c\" when f.c\n";
  CHECK(needs(clauses, "f: {}") == "cannot_tell: f.a, f.b, f.c");
  CHECK(needs(clauses, "f: {a: true}") == "cannot_tell: f.b, f.c");
  CHECK(needs(clauses, "f: {a: true, b: false}") == "cannot_tell: f.c");
  CHECK(needs(clauses, "f: {a: true, c: false}") == "cannot_tell: f.b");
}

TEST_CASE("a_fact_that_scope_and_requirement_share_does_not_matter") {
  CHECK(needs("  applies when f.a\n  require f.a\n", "f: {}") == "clear");
}

TEST_CASE("facts_are_named_through_a_definition") {
  CHECK(needs_of("both") == "cannot_tell: f.a, f.b");
  CHECK(needs_of("both", "f: {a: true}") == "cannot_tell: f.b");
}

TEST_CASE("a_list_that_is_missing_is_named_as_a_whole") {
  CHECK(needs_of("every i in items satisfies i.good") == "cannot_tell: items");
  CHECK(needs_of("every i in items satisfies i.good", "items: unknown") == "cannot_tell: items");
}

TEST_CASE("a_field_is_named_with_its_record") {
  CHECK(needs_of("every i in items satisfies i.good", "items: [{good: true}, {}]") ==
        "cannot_tell: items.good#2");
  CHECK(needs_of("some i in items where i.good", "items: [{good: false}, {}, {}]") ==
        "cannot_tell: items.good#2, items.good#3");
}

TEST_CASE("fields_of_a_record_that_cannot_matter_are_not_named") {
  CHECK(needs_of("every i in items where i.size at least 5 satisfies i.good",
                 "items: [{size: 4}, {size: 5}]") == "cannot_tell: items.good#2");
  CHECK(needs_of("some i in items where i.good", "items: [{good: true}, {}]") == "clear");
}

TEST_CASE("a_table_is_named_with_the_grade") {
  CHECK(needs_of("f.hours(9) at least 900 hours per year", "f: {hours: {10: 1000}}") ==
        "cannot_tell: f.hours(9)");
}

TEST_CASE("sets_and_texts_are_named_without_being_tried_out") {
  CHECK(needs_of("f.colors includes red or not (f.colors includes red)") ==
        "cannot_tell: f.colors");
  CHECK(needs_of("f.text is \"a\"") == "cannot_tell: f.text");
}

TEST_CASE("an_absent_amount_is_a_fault_and_no_question") {
  test_support::Compiled world(
      std::string(kWorld) +
      "regulation n \"A norm\"\n  enforced by agency\n  require f.n at least 5\n");
  const checker::Design facts = world.design("f: {n: null}");
  const Verdict verdict = checker::evaluate_norm(
      *world.program, facts, world.program->find_norm("n"), test_support::date(2026, 9, 1));
  CHECK(verdict.outcome == Outcome::CannotTell);
  CHECK(verdict.main().needs.empty());
  REQUIRE(verdict.main().faults.size() == 1);
  CHECK(verdict.main().faults[0].kind == checker::CauseKind::Absent);
}

TEST_CASE("a_branch_is_asked_for_only_where_it_can_be_taken") {
  const std::string branches = "(if f.a then f.n at least 5 else f.m at least 5)";
  CHECK(needs_of(branches) == "cannot_tell: f.a, f.n, f.m");
  CHECK(needs_of(branches, "f: {a: true}") == "cannot_tell: f.n");
  CHECK(needs_of(branches, "f: {n: 5, m: 5}") == "clear");
  CHECK(needs_of(branches, "f: {n: 5, m: 4}") == "cannot_tell: f.a");
}

TEST_CASE("no_answer_to_a_flag_turns_a_decided_verdict_into_its_opposite") {
  REQUIRE(needs_of("f.a is true or f.a is false") == "clear");
  for (const char* answer : {"true", "false", "null", "not_applicable"}) {
    CAPTURE(answer);
    std::string outcome;
    try {
      outcome = needs_of("f.a is true or f.a is false", std::string("f: {a: ") + answer + "}");
    } catch (const std::runtime_error&) {
      continue;  // no design may give this answer
    }
    CHECK(outcome == "clear");
  }
}

TEST_CASE("a_number_does_not_hide_the_flag_that_an_answer_hangs_on_besides_it") {
  CHECK(needs_of("(if f.n at least 5 then f.a else not f.a)") == "cannot_tell: f.a, f.n");
  CHECK(needs("  require f.n at least 180\n  unless \"rural\" when f.a and f.n at least 170\n",
              "f: {}") == "cannot_tell: f.a, f.n");
  CHECK(needs("  applies when f.a or f.n at least 5\n  require f.n at least 5\n", "f: {}") ==
        "cannot_tell: f.a, f.n");
}

TEST_CASE("a_number_does_not_bring_in_a_flag_that_cannot_matter") {
  CHECK(needs_of("(f.a or (f.a and f.b)) and f.n at least 5") == "cannot_tell: f.a, f.n");
  CHECK(needs_of("f.a and f.n at least 5", "f: {a: true}") == "cannot_tell: f.n");
}

TEST_CASE("a_list_does_not_hide_the_facts_that_its_records_are_held_against") {
  CHECK(needs_of("every i in items satisfies i.size at least f.n") == "cannot_tell: f.n, items");
  CHECK(needs_of("some i in items where f.a and i.good") == "cannot_tell: f.a, items");
  CHECK(needs_of("(sum of i.size * f.n for i in items) at least 5") == "cannot_tell: f.n, items");
  CHECK(needs_of("every i in items satisfies i.size at least f.n", "f: {n: 5}") ==
        "cannot_tell: items");
}

TEST_CASE("an_unknown_list_does_not_matter_where_every_record_would_do") {
  CHECK(needs_of("every i in items satisfies f.a", "f: {a: true}") == "clear");
  CHECK(needs_of("some i in items where f.a", "f: {a: false}") == "conflict");
  CHECK(needs_of("no i in items where f.a", "f: {a: false}") == "clear");
  CHECK(needs_of("every i in items satisfies f.a", "f: {a: false}") == "cannot_tell: items");
}

TEST_CASE("past_512_combinations_a_fact_that_decides_is_still_named") {
  std::string vocabulary = kWorld;
  std::string condition = "g.q0";
  vocabulary += "group g \"Many\"\n  fact q0";
  for (int i = 1; i < 12; ++i) {
    vocabulary += ", q" + std::to_string(i);
    condition += " and g.q" + std::to_string(i);
  }
  vocabulary += " yes/no \"Flags\"\n";
  test_support::Compiled world(
      vocabulary + "regulation n \"A norm\"\n  enforced by agency\n  require " + condition + "\n");
  const checker::Design facts = world.design("f: {}");
  const Verdict verdict = checker::evaluate_norm(
      *world.program, facts, world.program->find_norm("n"), test_support::date(2026, 9, 1));
  CHECK(verdict.outcome == Outcome::CannotTell);
  CHECK(verdict.main().needs.size() == 12);
}

TEST_CASE("a_division_that_one_answer_would_make_impossible_is_no_fault") {
  test_support::Compiled world(std::string(kWorld) + R"(
regulation n "A norm"
  enforced by agency
  require   f.b and (sum of item.size for item in items where item.good)
                      / (sum of item.size for item in items where item.good) at least 50%
)");
  const checker::Design facts = world.design("items: [{good: unknown, size: 2}]");
  const Verdict verdict = checker::evaluate_norm(
      *world.program, facts, world.program->find_norm("n"), test_support::date(2026, 9, 1));
  CHECK(verdict.outcome == Outcome::CannotTell);
  CHECK(verdict.main().needs.size() == 2);
  CHECK(verdict.main().faults.empty());
}
