// What each kind of norm must have, may have once, and cannot have.
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
choice stakeholder_kind "Kinds" of agency, community
choice stakeholder_holding "Holdings" of funding, vote
topic time "Time"
stakeholder agency "An agency"
  kind agency
vocabulary design "A design"
group f "Facts"
  fact n      count "A number"
  fact flag   yes/no "A flag"
  fact grades set of grade "Grades"
  fact colors set of text "Texts"
list items of item "Items"
  fact size count "Size"
regulation other "Another norm"
  enforced by agency
  require f.flag
principle belief "A principle"
  require f.flag
enablement leave "An enablement"
  applies when f.flag
approval vote "An approval"
  decided by agency
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

std::vector<std::string> norm(const std::string& kind, const std::string& clauses) {
  return faults(kind + " x \"A norm\"\n" + clauses);
}

// A regulation that has what it must, and more.
std::vector<std::string> regulation(const std::string& clauses) {
  return norm("regulation", "  enforced by agency\n  require f.flag\n" + clauses);
}

using Faults = std::vector<std::string>;

}  // namespace

TEST_CASE("a_duty_must_have_a_requirement_and_an_enforcer") {
  for (const std::string kind : {"regulation", "agreement", "practice"}) {
    CAPTURE(kind);
    CHECK(norm(kind, "  enforced by agency\n  require f.flag\n").empty());
    CHECK(norm(kind, "  enforced by agency\n") == Faults{"E0402 x require"});
    CHECK(norm(kind, "  require f.flag\n") == Faults{"E0402 x enforced by"});
  }
}

TEST_CASE("an_approval_must_say_who_decides") {
  CHECK(norm("approval", "  decided by agency\n").empty());
  CHECK(norm("approval", "  topic time\n") == Faults{"E0402 x decided by"});
}

TEST_CASE("an_enablement_must_say_when_it_applies") {
  CHECK(norm("enablement", "  applies when f.flag\n").empty());
  CHECK(norm("enablement", "  topic time\n") == Faults{"E0402 x applies when"});
}

TEST_CASE("a_principle_must_have_a_requirement") {
  CHECK(norm("principle", "  require f.flag\n").empty());
  CHECK(norm("principle", "  upheld by agency\n") == Faults{"E0402 x require"});
}

TEST_CASE("a_clause_of_another_kind_of_norm_is_an_error") {
  CHECK(regulation("  decided by agency\n") == Faults{"E0403 decided by x"});
  CHECK(regulation("  lifts other\n") == Faults{"E0403 lifts x"});
  CHECK(regulation("  upheld by agency\n") == Faults{"E0403 upheld by x"});
  CHECK(norm("approval", "  decided by agency\n  require f.flag\n") == Faults{"E0403 require x"});
  CHECK(norm("enablement", "  applies when f.flag\n  require f.flag\n") ==
        Faults{"E0403 require x"});
  CHECK(norm("principle", "  require f.flag\n  effect blocked\n") == Faults{"E0403 effect x"});
}

TEST_CASE("some_clauses_come_once") {
  CHECK(regulation("  topic time\n  topic time\n") == Faults{"E0401 topic x"});
  CHECK(regulation("  applies when f.flag\n  applies when f.flag\n") ==
        Faults{"E0401 applies when x"});
  CHECK(regulation("  in force from 2020-01-01\n  in force from 2021-01-01\n") ==
        Faults{"E0401 in force x"});
  CHECK(regulation("  effect blocked\n  effect pressure\n") == Faults{"E0401 effect x"});
  CHECK(regulation("  confidence verified\n  confidence recalled\n") ==
        Faults{"E0401 confidence x"});
  CHECK(regulation("  for each a in items\n  for each b in items\n") == Faults{"E0401 for each x"});
}

TEST_CASE("the_other_clauses_may_be_repeated") {
  CHECK(regulation("  enforced by agency\n  require f.n is 1\n  cite \"A\"\n  cite \"B\"\n"
                   "  unless \"a\" when f.flag\n  unless \"b\" when f.flag\n  remedy \"A\"\n"
                   "  remedy \"B\"\n  note \"A\"\n  note \"B\"\n  relief by agency\n"
                   "  relief by agency\n")
            .empty());
}

TEST_CASE("for_each_runs_over_a_set_of_grades_or_a_list") {
  CHECK(norm("regulation",
             "  enforced by agency\n  for each grade in f.grades\n"
             "  require grade at least 9\n")
            .empty());
  CHECK(norm("regulation",
             "  enforced by agency\n  for each i in items where i.size is 1\n"
             "  require i.size at least 9\n")
            .empty());
  CHECK(regulation("  for each x in f.n\n") == Faults{"E0302"});
  CHECK(regulation("  for each x in f.colors\n") == Faults{"E0302"});
}

TEST_CASE("the_variable_of_for_each_stands_in_requirements_and_exceptions_but_not_in_the_scope") {
  CHECK(regulation("  for each i in items\n  unless \"small\" when i.size is 1\n").empty());
  CHECK(regulation("  for each i in items\n  applies when i.size is 1\n") ==
        Faults{"E0203 i.size"});
}

TEST_CASE("an_approval_comes_after_approvals_only") {
  CHECK(norm("approval", "  decided by agency\n  after approval vote\n").empty());
  CHECK(norm("approval", "  decided by agency\n  after approval other\n") == Faults{"E0409 other"});
  CHECK(norm("approval", "  decided by agency\n  after approval nothing\n") ==
        Faults{"E0205 nothing"});
}

TEST_CASE("an_enablement_lifts_duties_and_approvals_only") {
  const auto lifting = [](const std::string& target) {
    return norm("enablement", "  applies when f.flag\n  lifts " + target + "\n");
  };
  CHECK(lifting("other").empty());
  CHECK(lifting("vote").empty());
  CHECK(lifting("belief") == Faults{"E0408 x belief"});
  CHECK(lifting("leave") == Faults{"E0408 x leave"});
  CHECK(lifting("nothing") == Faults{"E0205 nothing"});
  CHECK(lifting("pack nothing") == Faults{"E0206 nothing"});
  CHECK(lifting("topic nothing") == Faults{"E0207 nothing"});
  CHECK(lifting("norms enforced by nobody") == Faults{"E0204 nobody"});
}

TEST_CASE("an_effect_is_one_of_four") {
  for (const std::string effect : {"blocked", "costs", "unrecognised", "pressure"}) {
    CAPTURE(effect);
    CHECK(regulation("  effect " + effect + "\n").empty());
  }
  CHECK(regulation("  effect annoyed\n") == Faults{"E0410 annoyed"});
}

TEST_CASE("an_effect_that_is_not_said_is_blocked") {
  test_support::Compiled world(kWorld);
  CHECK(world.program->norm(world.program->find_norm("other")).effect == dsl::Effect::Blocked);
}

TEST_CASE("what_a_stakeholder_is_and_holds_comes_from_the_vocabulary") {
  CHECK(regulation("  enforced by agency through funding, vote\n").empty());
  CHECK(regulation("  enforced by agency through magic\n").size() == 1);
  CHECK(faults("stakeholder s \"S\"\n  kind wizard\n").size() == 1);
  CHECK(faults("stakeholder s \"S\"\n  kind community\n  holds magic\n").size() == 1);
  CHECK(faults("stakeholder s \"S\"\n  holds vote\n") == Faults{"E0402 s kind"});
}

TEST_CASE("a_period_of_a_norm_may_not_end_before_it_starts") {
  CHECK(regulation("  in force from 2020-01-01 until 2020-01-01\n").empty());
  CHECK(regulation("  in force from 2020-01-01 until 2019-12-31\n") == Faults{"E0406"});
}

TEST_CASE("a_period_of_time_has_a_unit") {
  CHECK(regulation("  relief by agency lasting 2 years\n").empty());
  CHECK(norm("approval", "  decided by agency within 60 calendar_days\n").empty());
}

TEST_CASE("judged_by_stands_in_norms_only") {
  CHECK(regulation("  require judged by agency \"Is it so?\"\n").empty());
  CHECK(faults("define d yes/no\n  \"D\"\n  as judged by agency \"Is it so?\"\n") ==
        Faults{"E0403 judged by"});
  CHECK(regulation("  require judged by nobody \"Is it so?\"\n") == Faults{"E0204 nobody"});
}

TEST_CASE("a_definition_has_a_body_of_its_type") {
  CHECK(faults("define d count\n  \"D\"\n  as f.n\n").empty());
  CHECK(faults("define d yes/no\n  \"D\"\n  as f.n\n") == Faults{"E0302"});
  CHECK(faults("define d(x) count\n  \"D\"\n  as f.n\n") == Faults{"E0302"});
}

TEST_CASE("only_some_types_make_sets") {
  const auto set_of = [](const std::string& type) {
    return faults("group g \"G\"\n  fact a set of " + type + " \"A\"\n");
  };
  for (const std::string type : {"grade", "stakeholder_kind", "text", "norm", "stakeholder"}) {
    CAPTURE(type);
    CHECK(set_of(type).empty());
  }
  CHECK(set_of("count").size() == 1);
  CHECK(set_of("date").size() == 1);
  CHECK(set_of("nothing") == Faults{"E0209 nothing"});
}

TEST_CASE("a_computed_fact_has_the_type_of_the_fact") {
  CHECK(faults("group g \"G\"\n  fact a count \"A\"\n       computed as f.n + 1\n").empty());
  CHECK(faults("group g \"G\"\n  fact a percent \"A\"\n       computed as f.n / 2\n").empty());
  CHECK(faults("group g \"G\"\n  fact a yes/no \"A\"\n       computed as f.n\n") ==
        Faults{"E0302"});
  CHECK(faults("group g \"G\"\n  fact a days \"A\"\n       computed as f.n\n") == Faults{"E0302"});
}
