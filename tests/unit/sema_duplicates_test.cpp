// Names are declared once; the second declaration is an error that shows the first.
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
stakeholder agency "An agency"
  kind agency
vocabulary design "A design"
group f "Facts"
  fact n count "A number"
list items of item "Items"
  fact size count "Size"
)";

const std::string kNorm = "regulation a \"A norm\"\n  enforced by agency\n  require f.n is 1\n";
const std::string kParameter = "parameter a count\n  \"A number\"\n  from 2000-01-01\n    all 5\n";
const std::string kDefinition = "define a count\n  \"A number\"\n  as f.n\n";

}  // namespace

TEST_CASE("a_choice_is_declared_once") {
  CHECK(faults("choice c \"C\" of x, y\nchoice c \"C\" of x, z\n") == Faults{"E0201 c"});
}

TEST_CASE("a_choice_has_each_value_once") {
  CHECK(faults("choice c \"C\" of x, y, x\n") == Faults{"E0201 x"});
  CHECK(faults("vocabulary design \"D\"\n  fact a one of x, y, x \"A\"\n") == Faults{"E0201 x"});
}

TEST_CASE("two_choices_may_share_a_value") {
  CHECK(faults("choice c \"C\" of x, y\nchoice d \"D\" of x, z\n").empty());
}

TEST_CASE("a_topic_a_pack_and_a_stakeholder_are_declared_once") {
  CHECK(faults("topic t \"T\"\ntopic t \"T\"\n") == Faults{"E0201 t"});
  CHECK(faults("pack p \"P\"\npack p \"P\"\n") == Faults{"E0201 p"});
  CHECK(faults("stakeholder s \"S\"\n  kind k\nstakeholder s \"S\"\n  kind k\n") ==
        Faults{"E0201 s"});
}

TEST_CASE("a_fact_is_declared_once") {
  CHECK(faults("vocabulary d \"D\"\n  fact a count \"A\"\n  fact a count \"A\"\n") ==
        Faults{"E0201 a"});
  CHECK(faults("group g \"G\"\n  fact a, a count \"A\"\n") == Faults{"E0201 g.a"});
  CHECK(faults("group g \"G\"\n  fact a count \"A\"\ngroup g \"G\"\n  fact a yes/no \"A\"\n") ==
        Faults{"E0201 g.a"});
}

TEST_CASE("groups_may_share_a_fact_name") {
  CHECK(
      faults("group g \"G\"\n  fact a count \"A\"\ngroup h \"H\"\n  fact a count \"A\"\n").empty());
}

TEST_CASE("a_list_has_each_field_once") {
  CHECK(faults("list l of x \"L\"\n  fact a count \"A\"\n  fact a count \"A\"\n") ==
        Faults{"E0201 a"});
}

TEST_CASE("lists_may_share_a_field_name") {
  CHECK(faults("list l of x \"L\"\n  fact a count \"A\"\nlist m of y \"M\"\n  fact a count \"A\"\n")
            .empty());
}

TEST_CASE("a_list_and_a_fact_do_not_share_a_name") {
  CHECK(
      faults(
          "vocabulary d \"D\"\n  fact a count \"A\"\nlist a of x \"L\"\n  fact b count \"B\"\n") ==
      Faults{"E0201 a"});
}

TEST_CASE("a_norm_is_declared_once_whatever_its_kind") {
  CHECK(faults(kFacts + kNorm + kNorm) == Faults{"E0201 a"});
  CHECK(faults(kFacts + kNorm + "approval a \"An approval\"\n  decided by agency\n") ==
        Faults{"E0201 a"});
}

TEST_CASE("facts_parameters_and_definitions_share_one_space_of_names") {
  CHECK(faults(kFacts + kParameter + kParameter) == Faults{"E0201 a"});
  CHECK(faults(kFacts + kDefinition + kDefinition) == Faults{"E0201 a"});
  CHECK(faults(kFacts + kParameter + kDefinition) == Faults{"E0201 a"});
  CHECK(faults(kFacts +
               std::string("parameter f.n count\n  \"N\"\n  from 2000-01-01\n    all 5\n")) ==
        Faults{"E0201 f.n"});
}

TEST_CASE("names_of_other_kinds_do_not_clash") {
  CHECK(faults(kFacts + kNorm + kParameter +
               "pack a \"A pack\"\ntopic a \"A topic\"\n"
               "choice a \"A choice\" of x\n"
               "stakeholder a \"A stakeholder\"\n  kind k\n")
            .empty());
}

TEST_CASE("the_error_shows_the_first_declaration") {
  dsl::SourceMap sources;
  dsl::Diagnostics diagnostics;
  const dsl::SourceFile* const first = &sources.add("first.rules", "topic t \"T\"\n");
  const dsl::SourceFile* const second = &sources.add("second.rules", "topic t \"T\"\n");
  const std::array<const dsl::SourceFile*, 2> files = {first, second};
  dsl::compile(files, diagnostics);
  const std::string shown = test_support::rendered(diagnostics, sources);
  CHECK(shown.find("second.rules:1:7") != std::string::npos);
  CHECK(shown.find("first declared here") != std::string::npos);
  CHECK(shown.find("first.rules:1:7") != std::string::npos);
}
