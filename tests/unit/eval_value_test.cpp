// Expressions on a design: what an unknown remembers, and that a derivation changes nothing.
#include "checker/eval/evaluator.h"
#include "tests/support/compiled.h"
#include <catch2/catch.hpp>

namespace {

using checker::Cause;
using checker::CauseKind;
using checker::Evaluated;

constexpr const char* kVocabulary = R"(
vocabulary design "A design"
group f "Facts"
  fact a, b yes/no "Flags"
  fact n, m count "Numbers"
  fact grades set of grade "Grades"
list items of item "Items"
  fact good yes/no "Good"
  fact size count "Size"
)";

struct World : test_support::Compiled {
  explicit World(const std::string& type, const std::string& body)
      : Compiled(std::string(kVocabulary) + "define value " + type + "\n  \"A value\"\n  as " +
                 body + "\n") {}

  Evaluated value(const std::string& yaml) {
    const checker::Design facts = design(yaml);
    checker::Evaluator evaluator(*program, facts, test_support::date(2026, 9, 1));
    const dsl::Definition& definition = program->typed().definitions.front();
    checker::Frame frame(definition.frame_size);
    const Evaluated plain = evaluator.evaluate(definition.body, frame);
    checker::Derivation derivation;
    checker::Frame other(definition.frame_size);
    const Evaluated derived = evaluator.evaluate(definition.body, other, &derivation);
    CHECK(derived.value == plain.value);
    CHECK(derived.absent == plain.absent);
    CHECK(derived.causes == plain.causes);
    return plain;
  }

  // `f.a not stated`; records and grades count from 1.
  std::vector<std::string> causes(const std::string& yaml) {
    static const std::vector<std::string> kWords = {
        "not stated",   "unknown",    "absent",   "not applicable", "judgment",
        "not in force", "empty list", "overflow", "divided by zero"};
    std::vector<std::string> all;
    const Evaluated unknown = value(yaml);
    for (const Cause& cause : unknown.causes) {
      std::string text;
      if (cause.fact.fact.valid()) text = program->full_name(cause.fact.fact);
      if (cause.fact.item >= 0) text += "#" + std::to_string(cause.fact.item + 1);
      all.push_back(text + (text.empty() ? "" : " ") +
                    kWords.at(static_cast<std::size_t>(cause.kind)));
    }
    return all;
  }
};

using Causes = std::vector<std::string>;

}  // namespace

TEST_CASE("a_value_has_no_causes") {
  World world("count", "f.n + f.m");
  CHECK(world.causes("f: {n: 1, m: 2}").empty());
}

TEST_CASE("an_unknown_value_remembers_what_makes_it_so") {
  World world("count", "f.n + f.m");
  CHECK(world.causes("f: {n: 1}") == Causes{"f.m not stated"});
  CHECK(world.causes("f: {n: 1, m: unknown}") == Causes{"f.m unknown"});
  CHECK(world.causes("f: {n: 1, m: null}") == Causes{"f.m absent"});
  CHECK(world.causes("f: {n: 1, m: not_applicable}") == Causes{"f.m not applicable"});
  CHECK(world.causes("f: {}") == Causes{"f.n not stated", "f.m not stated"});
}

TEST_CASE("an_operand_that_cannot_change_the_outcome_leaves_no_cause") {
  CHECK(World("yes/no", "f.a and f.b").causes("f: {a: false}").empty());
  CHECK(World("yes/no", "f.b or f.a").causes("f: {a: true}").empty());
  CHECK(World("yes/no", "f.a and f.b").causes("f: {a: true}") == Causes{"f.b not stated"});
}

TEST_CASE("a_comparison_with_an_absent_value_has_an_answer_and_no_causes") {
  World world("yes/no", "f.n is f.m");
  CHECK(world.value("f: {n: null, m: 5}").value == dsl::Value(false));
  CHECK(world.causes("f: {n: null, m: 5}").empty());
  CHECK(world.value("f: {n: null}").value == dsl::Value(false));
}

TEST_CASE("a_sum_names_the_records_whose_numbers_are_missing") {
  World world("count", "sum of i.size for i in items");
  CHECK(world.causes("items: [{size: 1}, {}, {size: unknown}]") ==
        Causes{"items.size#2 not stated", "items.size#3 unknown"});
  CHECK(world.causes("items: [{size: 1}, {size: 2}]").empty());
  CHECK(world.causes("f: {}") == Causes{"items not stated"});
}

TEST_CASE("a_sum_names_the_records_of_which_it_is_unknown_whether_they_count") {
  World world("count", "sum of i.size for i in items where i.good");
  CHECK(world.causes("items: [{size: 1, good: true}, {size: 2}, {size: 3, good: false}]") ==
        Causes{"items.good#2 not stated"});
}

TEST_CASE("the_least_of_nothing_is_absent_for_want_of_records") {
  World world("count", "min of i.size for i in items");
  const Evaluated none = world.value("items: []");
  CHECK(none.absent);
  CHECK(world.causes("items: []") == Causes{"items empty list"});
}

TEST_CASE("a_count_names_what_it_hangs_on") {
  World world("count", "count of i in items where i.size at least 5");
  CHECK(world.causes("items: [{size: 5}, {}, {size: 4}]") == Causes{"items.size#2 not stated"});
  CHECK(world.value("items: [{size: 5}, {size: 4}]").value == dsl::Value(dsl::Rational(1)));
}

TEST_CASE("every_names_only_the_records_that_leave_it_open") {
  World world("yes/no", "every i in items where i.size at least 5 satisfies i.good");
  CHECK(world.causes("items: [{size: 4}, {size: 5}, {good: true}, {}]") ==
        Causes{"items.good#2 not stated", "items.good#4 not stated", "items.size#4 not stated"});
}

TEST_CASE("a_calculation_that_fails_is_remembered_as_such") {
  CHECK(World("count", "f.n * f.m").causes("f: {n: 900000000000000, m: 900000}") ==
        Causes{"overflow"});
  CHECK(World("percent", "f.n / f.m").causes("f: {n: 1, m: 0}") == Causes{"divided by zero"});
  CHECK(World("count", "sum of i.size * 10_000 for i in items")
            .causes("items: [{size: 900000000000000}, {size: 900000000000000}]") ==
        Causes{"overflow"});
}

TEST_CASE("a_derivation_reads_the_arguments_of_a_definition") {
  test_support::Compiled world(std::string(kVocabulary) +
                               "define at_least(n count, limit count) yes/no\n  \"A comparison\"\n"
                               "  as n at least limit\n"
                               "define value yes/no\n  \"A value\"\n  as at_least(f.n, f.m)\n");
  const checker::Design facts = world.design("f: {n: 4, m: 5}");
  checker::Evaluator evaluator(*world.program, facts, test_support::date(2026, 9, 1));
  checker::Frame frame;
  checker::Derivation derivation;
  evaluator.evaluate(world.program->typed().definitions[1].body, frame, &derivation);
  std::vector<std::string> read;
  for (const checker::FactReading& reading : checker::readings_of(derivation)) {
    read.push_back(world.program->full_name(reading.ref.fact));
  }
  CHECK(read == std::vector<std::string>{"f.n", "f.m"});
}

TEST_CASE("an_assumed_value_stands_until_it_is_cleared") {
  World world("yes/no", "f.a");
  const checker::Design facts = world.design("f: {}");
  checker::Evaluator evaluator(*world.program, facts, test_support::date(2026, 9, 1));
  checker::Frame frame(1);
  const dsl::ExprId body = world.program->typed().definitions.front().body;
  Cause missing;
  missing.kind = CauseKind::NotStated;
  missing.fact.fact = world.program->find_fact("f.a");
  evaluator.assume(missing, dsl::Value(true));
  CHECK(evaluator.evaluate(body, frame).value == dsl::Value(true));
  evaluator.clear_assumptions();
  CHECK_FALSE(evaluator.evaluate(body, frame).known());
}
