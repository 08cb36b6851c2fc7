// The `with` lines of a rule test on top of a design.
#include "checker/design/test_overrides.h"
#include "tests/support/compiled.h"
#include <catch2/catch.hpp>

namespace {

constexpr const char* kRules = R"(
vocabulary design "A design"
  fact name   text "Its name"
  fact opens  date "Its first day"
  fact days   days per year "Days"
  fact minutes minutes per day by grade "Minutes"

list schedule of block "The week"
  fact name  text "Its name"

choice stakeholder_kind "Kinds" of agency

pack us "A pack"

stakeholder us.board "The board"
  kind      agency

regulation us.days "Days"
  cite      "A statute"
  enforced  by us.board
  require   days at least 180 days per year

approval us.petition "The petition"
  cite      "A statute"
  decided   by us.board
)";

constexpr const char* kDesign = R"(
name: Given
opens: 2027-08-16
days: 170
minutes: 300
schedule: [{name: A}]
reliefs: [{norm: us.days, by: us.board}]
approvals: [{norm: us.petition, result: refused}]
determinations: [{norm: us.days, by: us.board, result: false}]
)";

struct Overridden {
  test_support::Compiled compiled{kRules};
  checker::Design design = compiled.design(kDesign);
  dsl::TestCase test;

  dsl::FactId fact(std::string_view name) const { return compiled.program->find_fact(name); }
  dsl::NormId norm(std::string_view name) const { return compiled.program->find_norm(name); }
  void apply() {
    dsl::Diagnostics diagnostics;
    checker::apply_test_facts(design, test, *compiled.program, diagnostics);
    CHECK(diagnostics.error_count() == 0);
  }
};

TEST_CASE("a_test_gives_a_fact_another_value_or_none") {
  Overridden given;
  given.test.facts.push_back(
      {given.fact("days"), {}, dsl::FactState::Stated, dsl::Rational(180), {}});
  given.test.facts.push_back({given.fact("schedule"), {}, dsl::FactState::Unknown, {}, {}});
  given.apply();
  CHECK(given.design.facts[given.fact("days").index].value == dsl::Value(dsl::Rational(180)));
  CHECK(given.design.lists[given.fact("schedule").index].state == dsl::FactState::Unknown);
  CHECK(given.design.lists[given.fact("schedule").index].records.empty());
}

TEST_CASE("a_test_sets_a_table_for_one_grade_or_for_all") {
  Overridden given;
  const dsl::FactId minutes = given.fact("minutes");
  given.test.facts.push_back(
      {minutes, dsl::Grade{14}, dsl::FactState::Stated, dsl::Rational(360), {}});
  given.apply();
  const auto& table = given.design.tables[minutes.index].by_grade;
  CHECK(table.at(14).value == dsl::Value(dsl::Rational(360)));
  CHECK(table.at(13).value == dsl::Value(dsl::Rational(300)));
  given.test.facts = {{minutes, {}, dsl::FactState::Unknown, {}, {}}};
  given.apply();
  CHECK(given.design.tables[minutes.index].by_grade.at(14).state == dsl::FactState::Unknown);
}

TEST_CASE("a_test_that_moves_the_opening_moves_the_header_too") {
  Overridden given;
  CHECK(given.design.opens == test_support::date(2027, 8, 16));
  given.test.facts.push_back(
      {given.fact("opens"), {}, dsl::FactState::Stated, test_support::date(2030, 7, 1), {}});
  given.apply();
  CHECK(given.design.opens == test_support::date(2030, 7, 1));
  given.test.facts = {{given.fact("opens"), {}, dsl::FactState::Unknown, {}, {}}};
  given.apply();
  CHECK_FALSE(given.design.opens);
}

TEST_CASE("what_a_test_puts_on_record_replaces_what_the_design_has") {
  Overridden given;
  const dsl::StakeholderId board = given.compiled.program->find_stakeholder("us.board");
  given.test.approvals.push_back({given.norm("us.petition"), true});
  given.test.determinations.push_back({given.norm("us.days"), board, true});
  given.test.reliefs.push_back(
      {given.norm("us.days"), {}, board, {test_support::date(2027, 1, 1), {}}});
  given.apply();
  REQUIRE(given.design.approvals.size() == 1);
  CHECK(given.design.approvals[0].result == checker::ApprovalResult::Granted);
  CHECK(given.design.approvals[0].norm_name == "us.petition");
  REQUIRE(given.design.determinations.size() == 1);
  CHECK(given.design.determinations[0].holds);
  REQUIRE(given.design.reliefs.size() == 1);
  CHECK(given.design.reliefs[0].from == test_support::date(2027, 1, 1));
}

TEST_CASE("a_test_may_begin_with_an_empty_design") {
  Overridden given;
  given.design = checker::Design::empty(*given.compiled.program);
  given.test.facts.push_back(
      {given.fact("minutes"), dsl::Grade{3}, dsl::FactState::Stated, dsl::Rational(1), {}});
  given.apply();
  const auto& table = given.design.tables[given.fact("minutes").index].by_grade;
  REQUIRE(table.size() == dsl::kGradeCount);
  CHECK(table[4].state == dsl::FactState::NotStated);
}

}  // namespace
