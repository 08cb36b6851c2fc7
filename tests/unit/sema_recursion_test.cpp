// No definition and no computed fact may need itself, so that every program ends.
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

using Faults = std::vector<std::string>;

constexpr const char* kFacts = R"(
vocabulary design "A design"
group f "Facts"
  fact n count "A number"
)";

std::string define(const std::string& name, const std::string& body) {
  return "define " + name + " count\n  \"A count\"\n  as " + body + "\n";
}

}  // namespace

TEST_CASE("definitions_may_build_on_one_another_in_any_order") {
  CHECK(faults(kFacts + define("a", "b + c") + define("b", "c") + define("c", "f.n")).empty());
}

TEST_CASE("a_definition_may_be_used_twice") {
  CHECK(faults(kFacts + define("a", "b + b") + define("b", "f.n")).empty());
}

TEST_CASE("a_definition_that_needs_itself_is_an_error") {
  CHECK(faults(kFacts + define("a", "a + 1")) == Faults{"E0308 a"});
}

TEST_CASE("two_definitions_that_need_each_other_are_an_error") {
  CHECK(faults(kFacts + define("a", "b") + define("b", "a")) == Faults{"E0308 a"});
}

TEST_CASE("a_circle_of_three_is_reported_once") {
  CHECK(faults(kFacts + define("a", "b") + define("b", "c") + define("c", "a")).size() == 1);
}

TEST_CASE("two_circles_are_both_reported") {
  CHECK(faults(kFacts + define("a", "a") + define("b", "b")).size() == 2);
}

TEST_CASE("a_definition_that_needs_itself_in_an_argument_or_a_branch_is_an_error") {
  CHECK(faults(kFacts + define("a(x count)", "if x at most 0 then 0 else a(x - 1)")) ==
        Faults{"E0308 a"});
  CHECK(faults(kFacts + define("a(x count)", "x") + define("b", "a(b)")) == Faults{"E0308 b"});
}

TEST_CASE("a_computed_fact_that_needs_itself_is_an_error") {
  CHECK(faults("vocabulary design \"A design\"\n  fact a count \"A number\"\n"
               "       computed as a + 1\n") == Faults{"E0308 a"});
}

TEST_CASE("computed_facts_that_need_each_other_are_an_error") {
  CHECK(faults("vocabulary design \"A design\"\n  fact a count \"A number\"\n"
               "       computed as b\n  fact b count \"Another\"\n       computed as a\n") ==
        Faults{"E0308 a"});
}

TEST_CASE("a_computed_fact_and_a_definition_that_need_each_other_are_an_error") {
  CHECK(faults("vocabulary design \"A design\"\n  fact a count \"A number\"\n"
               "       computed as d\n" +
               define("d", "a"))
            .size() == 1);
}

TEST_CASE("a_computed_field_that_needs_itself_is_an_error") {
  CHECK(faults("vocabulary design \"A design\"\nlist items of item \"Items\"\n"
               "  fact size count \"Size\"\n       computed as size + 1\n") ==
        Faults{"E0308 size"});
}

TEST_CASE("a_computed_field_and_a_fact_over_its_list_that_need_each_other_are_an_error") {
  CHECK(faults("vocabulary design \"A design\"\n  fact total count \"Total\"\n"
               "       computed as sum of i.size for i in items\n"
               "list items of item \"Items\"\n  fact size count \"Size\"\n"
               "       computed as total\n")
            .size() == 1);
}

TEST_CASE("the_error_points_at_the_declaration_and_at_the_use") {
  dsl::SourceMap sources;
  dsl::Diagnostics diagnostics;
  const dsl::SourceFile* const file =
      &sources.add("test.rules", define("a", "b") + define("b", "a"));
  dsl::compile(std::span(&file, 1), diagnostics);
  const std::string shown = test_support::rendered(diagnostics, sources);
  CHECK(shown.find("test.rules:1:8") != std::string::npos);
  CHECK(shown.find("needed here to work it out") != std::string::npos);
}
