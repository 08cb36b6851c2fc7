// The parser: declarations and their clauses, and where their nodes lie.
#include "dsl/syntax/dump.h"
#include "tests/support/parsed.h"
#include <catch2/catch.hpp>

using namespace dsl;
using test_support::Parsed;

TEST_CASE("a_norm_has_its_clauses_in_any_order") {
  const Parsed parsed(R"(
regulation us.x.year "A year"
  require   calendar.days
              at least 180 days per year
  enforced  by us.x.de through accreditation, funding "It closes."
  for each  block in schedule where block.kind is class
  topic     seat_time
  in force  until 2030-06-30
  unless    "a waiver" when waived
            cite "Code 1" <https://example.org/1>
  cite      "Code 2"
  relief    by us.x.de under "Code 3" due "1 May" lasting 2 years "Ask early."
  decided   by us.x.board within 60 days
  after     approval us.x.petition
  cannot lift us.x.a, pack us, topic safety, norms enforced by us.x.de "It is grave."
topic seat_time "Seat time"
)");
  CHECK_FALSE(parsed.diagnostics.has_errors());
  REQUIRE(parsed.document.declarations.size() == 2);
  CHECK(parsed.declaration<ast::NormDecl>().clauses.size() == 11);
  CHECK(dump(parsed.clause<ast::RequireClause>(0).condition) ==
        "(>= calendar.days (180 days/year))");
  const auto& enforced = parsed.clause<ast::EnforcedClause>(1);
  CHECK(enforced.through.at(1).text == "funding");
  CHECK(enforced.mechanism->value == "It closes.");
  CHECK(dump(*parsed.clause<ast::ForEachClause>(2).filter) == "(is block.kind class)");
  const auto& force = parsed.clause<ast::InForceClause>(4);
  CHECK((!force.from && force.until->text == "2030-06-30"));
  CHECK(parsed.clause<ast::UnlessClause>(5).cite->url->value == "https://example.org/1");
  CHECK_FALSE(parsed.clause<ast::CiteClause>(6).url);
  const auto& relief = parsed.clause<ast::ReliefClause>(7);
  CHECK(relief.lasting->unit->words.front().text == "years");
  CHECK(relief.note->value == "Ask early.");
  CHECK(parsed.clause<ast::AfterClause>(9).approval.text == "us.x.petition");
}

TEST_CASE("what_follows_an_expression_is_not_swallowed") {
  const Parsed parsed(R"(
approval us.x.a "A"
  applies when program.new
  after approval us.x.b
  applies when x is one of a, b
  kind of_thing
  applies when x at least 180
  note "n"
  in force from 2020-01-01
practice us.x.b "B"
)");
  CHECK_FALSE(parsed.diagnostics.has_errors());
  CHECK(parsed.declaration<ast::NormDecl>().clauses.size() == 7);
}

TEST_CASE("a_field_named_like_a_clause_can_start_a_line") {
  const Parsed parsed(R"(
list schedule of block "Blocks"
  fact kind one of class, lab "Kind"
  fact counted yes/no
       computed as
         kind is lab
         or note
       ask "Does it count?"
  fact by stakeholder
)");
  CHECK_FALSE(parsed.diagnostics.has_errors());
  const auto& facts = parsed.declaration<ast::ListDecl>().facts;
  REQUIRE(facts.size() == 3);
  CHECK(dump(*facts.at(1).computed) == "(or (is kind lab) note)");
  CHECK(facts.at(1).ask.size() == 1);
}

TEST_CASE("a_parameter_has_rows_of_grades_or_one_value") {
  const Parsed parsed(R"(
parameter us.x.minutes(grade) minutes per year
  "Minutes a year"
  from 2013-07-01
    TK, K   36_000
    1..3    50_400
  from 2030-07-01 until 2031-06-30
    all     60_000 minutes per year
  cite      "Code"
parameter us.x.days days per year
  from 2014-07-01 180
  from 2020-07-01 all 190
parameter us.x.share percent
  from 2014-07-01 80% # for now
)");
  CHECK_FALSE(parsed.diagnostics.has_errors());
  const auto& minutes = parsed.declaration<ast::ParameterDecl>(0);
  REQUIRE(minutes.values.size() == 2);
  CHECK(minutes.clauses.size() == 1);
  REQUIRE(minutes.values.at(0).rows.size() == 2);
  CHECK(dump(minutes.values.at(0).rows.at(0).columns.at(0).keys.at(1)) == "K");
  CHECK(dump(minutes.values.at(0).rows.at(1).columns.at(0).keys.at(0)) == "(.. 1 3)");
  CHECK(dump(minutes.values.at(0).rows.at(1).value) == "50_400");
  CHECK(minutes.values.at(1).rows.at(0).columns.empty());
  CHECK(dump(minutes.values.at(1).rows.at(0).value) == "(60_000 minutes/year)");
  const auto& days = parsed.declaration<ast::ParameterDecl>(1);
  CHECK(dump(days.values.at(0).rows.at(0).value) == "180");
  CHECK(days.values.at(1).rows.at(0).columns.empty());
  CHECK(parsed.declaration<ast::ParameterDecl>(2).values.size() == 1);
}

TEST_CASE("a_table_without_dates_starts_a_line_with_a_grade_or_all") {
  const Parsed parsed(
      "parameter us.x.a count\n  all 5\nparameter us.x.b(grade) count\n  K, 1 5\n  2..9 6\n");
  CHECK_FALSE(parsed.diagnostics.has_errors());
  CHECK(parsed.declaration<ast::ParameterDecl>(0).values.at(0).rows.size() == 1);
  CHECK_FALSE(parsed.declaration<ast::ParameterDecl>(1).values.at(0).from);
  CHECK(parsed.declaration<ast::ParameterDecl>(1).values.at(0).rows.size() == 2);
  Parsed capital("parameter us.x.c count\n  Cite \"C\"\n");
  CHECK(capital.errors().front().starts_with("E0101 [Cite] expected a clause or a declaration"));
}

TEST_CASE("an_unfinished_list_does_not_swallow_the_next_line") {
  Parsed parsed(
      "choice a \"A\" of\nchoice b \"B\" of x,\nunit day, days \"D\"\npack us \"U\"\n  uses a,\n");
  const std::vector<std::string> errors = {"E0101 [] expected a value after `of`",
                                           "E0101 [] expected a value after `,`",
                                           "E0101 [] expected a name after `,`"};
  CHECK(parsed.errors() == errors);
  CHECK(parsed.document.declarations.size() == 4);
}

TEST_CASE("facts_have_types_questions_and_computations") {
  const Parsed parsed(R"(
vocabulary design "A design"
  fact name text
group school "The program"
  fact grades set of grade "Grades served"
       ask "Which grades?" of host
  fact start, end time
  fact minutes minutes per day by grade "Minutes"
       computed as (end - start) / 1 day
  fact enrollment count
  fact rural yes/no
  fact form one of charter, private,
            other "Form"
)");
  CHECK_FALSE(parsed.diagnostics.has_errors());
  const auto& facts = parsed.declaration<ast::GroupDecl>(1).facts;
  REQUIRE(facts.size() == 6);
  CHECK(facts.at(0).type.is_set);
  CHECK(facts.at(0).ask.at(0).whom->text == "host");
  CHECK(facts.at(1).names.size() == 2);
  CHECK(facts.at(2).type.by_grade);
  CHECK(dump(*facts.at(2).computed) == "(/ (- end start) (1 day))");
  CHECK(std::get<ast::NamedType>(facts.at(3).type.base).words.words.at(0).text == "count");
  CHECK(std::get<ast::NamedType>(facts.at(4).type.base).words.words.at(0).text == "yes/no");
  CHECK(std::get<ast::OneOfType>(facts.at(5).type.base).values.size() == 3);
  CHECK(facts.at(5).meaning->value == "Form");
}

TEST_CASE("a_test_states_facts_and_expects_verdicts") {
  const Parsed parsed(R"(
test "a week falls short"
  given     "a.yaml"
  with      school.state CA, school.grades 9..12, calendar.days 180 days per year,
            schedule unknown, block.days (Mon, Wed), hours(9) 1_000 hours, none.given ()
  with      determination us.x.a by us.x.b yes, approval us.x.c granted,
            relief us.x.d by us.x.e from 2026-01-01 until 2027-01-01
  as of     2026-09-01
  expect    conflict us.x.f for grades 9..10, 12 leeway -2 days per year needs a.b, c.d
  expect    clear us.x.g leeway 5%
)");
  CHECK_FALSE(parsed.diagnostics.has_errors());
  const auto& clauses = parsed.declaration<ast::TestDecl>().clauses;
  REQUIRE(clauses.size() == 6);
  const auto& facts = std::get<ast::WithClause>(clauses.at(1)).items;
  REQUIRE(facts.size() == 7);
  CHECK(dump(std::get<ast::WithFact>(facts.at(1)).values.at(0)) == "(.. 9 12)");
  CHECK(std::get<ast::WithFact>(facts.at(4)).values.size() == 2);
  CHECK(std::get<ast::WithFact>(facts.at(5)).grade_key->text == "9");
  CHECK(std::get<ast::WithFact>(facts.at(6)).values.empty());
  const auto& records = std::get<ast::WithClause>(clauses.at(2)).items;
  CHECK(std::get<ast::WithDetermination>(records.at(0)).holds);
  CHECK(std::get<ast::WithApproval>(records.at(1)).result.text == "granted");
  CHECK(std::get<ast::WithRelief>(records.at(2)).until.text == "2027-01-01");
  const auto& expect = std::get<ast::ExpectClause>(clauses.at(4));
  CHECK(expect.grades.size() == 2);
  CHECK((expect.leeway->negative && expect.leeway->amount.text == "2"));
  CHECK(expect.needs.at(1).text == "c.d");
  const auto& share = std::get<ast::ExpectClause>(clauses.at(5)).leeway->amount;
  CHECK((share.text == "5" && share.unit->words.at(0).text == "percent"));
}

TEST_CASE("spans_hold_neither_blanks_nor_comments_around") {
  const Parsed parsed(
      "regulation us.x \"X\"  # why\n\trequire  (a + b) * c at least 5 days # so\n"
      "  note \"n\" # end\n# after\n");
  CHECK(parsed.at(ast::span_of(parsed.document.declarations.at(0))).ends_with("note \"n\""));
  const auto& clause = parsed.clause<ast::RequireClause>(0);
  CHECK(parsed.at(clause.span) == "require  (a + b) * c at least 5 days");
  const auto& comparison = std::get<ast::Comparison>(clause.condition.node);
  CHECK(parsed.at(comparison.span) == "(a + b) * c at least 5 days");
  const auto& product = std::get<ast::Arithmetic>(comparison.left->node);
  CHECK(parsed.at(product.span) == "(a + b) * c");
  CHECK(parsed.at(ast::span_of(*product.left)) == "a + b");
  CHECK(parsed.at(ast::span_of(*comparison.right)) == "5 days");
}
