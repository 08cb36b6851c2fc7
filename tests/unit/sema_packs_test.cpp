// Packs: to which a name belongs, and what a pack may use of others.
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

constexpr const char* kWorld = R"(
stakeholder agency "An agency"
  kind agency
vocabulary design "A design"
group f "Facts"
  fact n count "A number"
pack us "The country"
pack us.ia "A state"
  uses us
pack us.ia.town "A town"
  uses us.ia
pack us.ca "Another state"
pack other "Elsewhere"
parameter us.least count
  "A number"
  from 2000-01-01
    all 5
parameter us.ca.least count
  "A number"
  from 2000-01-01
    all 5
define us.enough yes/no
  "Whether it is enough"
  as f.n at least us.least
parameter loose count
  "A number of no pack"
  from 2000-01-01
    all 5
regulation us.rule "A norm"
  enforced by agency
  require f.n at least 1
regulation us.ca.rule "A norm"
  enforced by agency
  require f.n at least 1
)";

std::vector<std::string> faults(const std::string& more) {
  dsl::SourceMap sources;
  dsl::Diagnostics diagnostics;
  const dsl::SourceFile* const file = &sources.add("test.rules", kWorld + more);
  dsl::compile(std::span(&file, 1), diagnostics);
  std::vector<std::string> all;
  for (const dsl::Diagnostic& diagnostic : diagnostics.all()) {
    all.push_back(in_short(diagnostic));
  }
  return all;
}

std::vector<std::string> faults_of(const std::string& norm, const std::string& condition) {
  return faults("regulation " + norm + " \"A norm\"\n  enforced by agency\n  require " + condition +
                "\n");
}

using Faults = std::vector<std::string>;

}  // namespace

TEST_CASE("a_pack_uses_what_is_its_own") {
  CHECK(faults_of("us.n", "f.n at least us.least").empty());
  CHECK(faults_of("us.ca.n", "f.n at least us.ca.least").empty());
}

TEST_CASE("a_pack_uses_what_it_says_it_uses") {
  CHECK(faults_of("us.ia.n", "f.n at least us.least").empty());
  CHECK(faults_of("us.ia.n", "us.enough").empty());
}

TEST_CASE("a_pack_uses_what_those_use_that_it_uses") {
  CHECK(faults_of("us.ia.town.n", "f.n at least us.least").empty());
}

TEST_CASE("a_pack_may_not_use_another_without_saying_so") {
  CHECK(faults_of("other.n", "f.n at least us.least") == Faults{"E0214 us.least us other"});
  CHECK(faults_of("other.n", "us.enough") == Faults{"E0214 us.enough us other"});
}

TEST_CASE("a_name_below_a_pack_is_no_use_of_it") {
  CHECK(faults_of("us.ca.n", "f.n at least us.least") == Faults{"E0214 us.least us us.ca"});
}

TEST_CASE("a_pack_does_not_use_those_below_it") {
  CHECK(faults_of("us.n", "f.n at least us.ca.least") == Faults{"E0214 us.ca.least us.ca us"});
}

TEST_CASE("definitions_and_pack_conditions_are_held_to_it_too") {
  CHECK(faults("define other.twice count\n  \"Twice\"\n  as us.least * 2\n") ==
        Faults{"E0214 us.least us other"});
  CHECK(faults("pack third \"A third\"\n  applies when us.enough\n") ==
        Faults{"E0214 us.enough us third"});
}

TEST_CASE("what_belongs_to_no_pack_uses_all_and_is_used_by_all") {
  CHECK(faults_of("n", "f.n at least us.least").empty());
  CHECK(faults_of("other.n", "f.n at least loose").empty());
}

TEST_CASE("an_enablement_lifts_norms_by_name_of_packs_that_its_pack_uses") {
  const auto lifting = [](const std::string& name, const std::string& target) {
    return faults("enablement " + name + " \"An enablement\"\n  applies when f.n is 1\n  lifts " +
                  target + "\n");
  };
  CHECK(lifting("us.ia.e", "us.rule").empty());
  CHECK(lifting("us.ia.e", "us.ca.rule") == Faults{"E0214 us.ca.rule us.ca us.ia"});
}

TEST_CASE("two_packs_may_use_each_other") {
  CHECK(faults("pack left \"Left\"\n  uses right\npack right \"Right\"\n  uses left\n"
               "regulation left.n \"A norm\"\n  enforced by agency\n  require us.enough\n") ==
        Faults{"E0214 us.enough us left"});
}

TEST_CASE("a_name_belongs_to_the_pack_with_the_longest_beginning") {
  test_support::Compiled world(
      std::string(kWorld) +
      "regulation us.ia.town.clock.bell \"A norm\"\n  enforced by agency\n"
      "  require f.n is 1\n"
      "regulation us.iowa \"A norm\"\n  enforced by agency\n  require f.n is 1\n");
  const auto pack_of = [&](const char* norm) {
    const dsl::PackId id = world.program->norm(world.program->find_norm(norm)).pack;
    return world.program->pack(id).name;
  };
  CHECK(pack_of("us.ia.town.clock.bell") == "us.ia.town");
  CHECK(pack_of("us.iowa") == "us");
}

TEST_CASE("a_pack_that_is_used_must_exist") {
  CHECK(faults("pack more \"More\"\n  uses uss\n") == Faults{"E0206 uss"});
}
