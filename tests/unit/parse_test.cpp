// The parser: what tree a text makes, where its nodes lie, and what is said of a broken text.
#include "dsl/parse/parse.h"

#include <string>
#include <vector>

#include "dsl/syntax/dump.h"
#include <catch2/catch.hpp>

using namespace dsl;

namespace {

struct Parsed {
  SourceMap sources;
  Diagnostics diagnostics;
  ast::Document document;

  explicit Parsed(const std::string& text) {
    document = parse(sources.add("test.rules", text), diagnostics);
  }

  std::string at(Span span) const { return std::string(sources.text(span)); }

  template <typename Node>
  const Node& declaration(std::size_t i = 0) const {
    return std::get<Node>(document.declarations.at(i));
  }
  template <typename Node>
  const Node& clause(std::size_t i) const {
    return std::get<Node>(declaration<ast::NormDecl>().clauses.at(i));
  }

  // `code place: message | help` of each error; the place is the text under the caret.
  std::vector<std::string> errors() {
    diagnostics.sort();
    std::vector<std::string> lines;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
      lines.push_back(std::string(info(diagnostic.kind).code) + " [" + at(diagnostic.span) + "] " +
                      diagnostic.message +
                      (diagnostic.help.empty() ? "" : " | " + diagnostic.help));
    }
    return lines;
  }
  std::string error() {
    const auto lines = errors();
    return lines.size() == 1 ? lines.front() : std::to_string(lines.size()) + " errors";
  }
};

std::string dumped(const std::string& text) {
  SourceMap sources;
  Diagnostics diagnostics;
  const auto expr = parse_expression(sources.add("expression", text), diagnostics);
  CHECK(expr.has_value() == !diagnostics.has_errors());
  return expr ? dump(*expr) : diagnostics.all().front().message;
}

std::string error_in_clause(const std::string& clause) {
  return Parsed("regulation us.x \"X\"\n  " + clause + "\n").error();
}

}  // namespace

TEST_CASE("operators_bind_as_the_language_says") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"a or b and c", "(or a (and b c))"},
      {"a and b and c or d", "(or (and a b c) d)"},
      {"not a and b", "(and (not a) b)"},
      {"not a is b", "(not (is a b))"},
      {"not not a", "(not (not a))"},
      {"(a or b) and c", "(and (or a b) c)"},
      {"a + b - c", "(- (+ a b) c)"},
      {"a - (b - c)", "(- a (- b c))"},
      {"a + b * c", "(+ a (* b c))"},
      {"a / b / c", "(/ (/ a b) c)"},
      {"-a * b", "(* (- a) b)"},
      {"- -a", "(- (- a))"},
      {"a + b at least c * d", "(>= (+ a b) (* c d))"},
      {"if a then b else if c then d else e", "(if a b (if c d e))"},
      {"if a or b then c + d else e and f", "(if (or a b) (+ c d) (and e f))"},
      {"x is one of a, b + c, d and e", "(and (is-one-of x a (+ b c) d) e)"},
      {"x between 1 and 2 and y", "(and (between x 1 2) y)"},
      {"-5..5", "(.. (- 5) 5)"},
      {"9..12", "(.. 9 12)"},
      {"a * 1..3", "(* a (.. 1 3))"},
  };
  for (const auto& [text, tree] : cases) {
    INFO(text);
    CHECK(dumped(text) == tree);
  }
}

TEST_CASE("comparisons_are_read_in_words_and_signs") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {">=", ">="},
      {"at least", ">="},
      {"no less than", ">="},
      {"no fewer than", ">="},
      {"no earlier than", ">="},
      {"<=", "<="},
      {"at most", "<="},
      {"no more than", "<="},
      {"no later than", "<="},
      {">", ">"},
      {"more than", ">"},
      {"later than", ">"},
      {"after", ">"},
      {"<", "<"},
      {"less than", "<"},
      {"fewer than", "<"},
      {"earlier than", "<"},
      {"before", "<"},
      {"=", "is"},
      {"is", "is"},
      {"!=", "is-not"},
      {"is not", "is-not"},
      {"includes", "includes"},
      {"excludes", "excludes"},
      {"overlaps", "overlaps"},
      {"within", "within"},
  };
  for (const auto& [words, tree] : cases) {
    INFO(words);
    CHECK(dumped("a " + words + " b") == "(" + tree + " a b)");
  }
  CHECK(dumped("a no   later\n than # so\n b") == "(<= a b)");
  CHECK(dumped("a is present") == "(present a)");
  CHECK(dumped("a is absent") == "(absent a)");
  CHECK(dumped("a is not one of b, c") == "(is-not-one-of a b c)");
  CHECK(dumped("x>=5") == "(>= x 5)");
}

TEST_CASE("literals_keep_their_text") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"50_400", "50_400"},
      {"0.5", "0.5"},
      {"180 days per year", "(180 days/year)"},
      {"1 day", "(1 day)"},
      {"14 years old", "(14 years old)"},
      {"1 year   old", "(1 years old)"},
      {"80%", "80%"},
      {"$400_000", "$400_000"},
      {"8:30 am", "(time 8:30 am)"},
      {"14:30", "(time 14:30)"},
      {"8:30", "(time 8:30)"},
      {"8:30 am..2:00 pm", "(.. (time 8:30 am) (time 2:00 pm))"},
      {"2027-08-16", "(date 2027-08-16)"},
      {"2027 - 08 - 16", "(- (- 2027 08) 16)"},
      {R"("a \"b\" \\ § 1")", R"("a "b" \ § 1")"},
      {"yes", "yes"},
      {"false", "no"},
      {"unknown", "unknown"},
      {"PK..3", "(.. PK 3)"},
      {"block.start..block.end", "(.. block.start block.end)"},
      {"us.ca.a1_b", "us.ca.a1_b"},
      {"relief.by", "relief.by"},
      {"x.in", "x.in"},
      {"order", "order"},
      {"island", "island"},
  };
  for (const auto& [text, tree] : cases) {
    INFO(text);
    CHECK(dumped(text) == tree);
  }
}

TEST_CASE("forms_over_lists_reach_as_far_as_they_can") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"sum of x.a for x in l where x.b and c", "(sum x.a for x l where (and x.b c))"},
      {"min of x.a + 1 for x in l", "(min (+ x.a 1) for x l)"},
      {"(max of x.a for x in l) + 1", "(+ (max x.a for x l) 1)"},
      {"count of x in l where x.a", "(count x l where x.a)"},
      {"count of days at least 3", "(>= (size days) 3)"},
      {"count of 9..12", "(size (.. 9 12))"},
      {"every x in l where x.a satisfies x.b or c", "(every x l where x.a satisfies (or x.b c))"},
      {"some x in l", "(some x l)"},
      {"no x in l where x.a", "(no x l where x.a)"},
      {"a is no", "(is a no)"},
      {"judged by us.x \"Is it?\"", "(judged us.x \"Is it?\")"},
      {"year of d + 1", "(+ (year d) 1)"},
      {"first Monday in December in the year of d", "(weekday first Monday December d)"},
      {"d no earlier than August 23 in the year of d", "(>= d (day August 23 d))"},
      {"f(9, x + 1) * 2", "(* (call f 9 (+ x 1)) 2)"},
      {"year at least first", "(>= year first)"},
  };
  for (const auto& [text, tree] : cases) {
    INFO(text);
    CHECK(dumped(text) == tree);
  }
}

TEST_CASE("a_lone_expression_is_the_whole_text") {
  CHECK(dumped("") == "expected a value or a condition");
  CHECK(dumped("a b") == "expected a comparison, `and`, `or` or the end, not `b`");
  CHECK(dumped("a == b") == "expected `=` or `is`, not `==`");
  CHECK(dumped("a +") == "expected a value on the right of `+`");
  CHECK(dumped("(a") == "expected `)` after `a`");
  CHECK(dumped("a at least 5 at most 6") ==
        "expected a comparison, `and`, `or` or the end, not `at`");
}

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

TEST_CASE("an_error_tells_what_was_expected_and_where") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"applies when", "E0101 [] expected a condition after `applies when`"},
      {"require", "E0101 [] expected a condition after `require`"},
      {"require x at least", "E0101 [] expected a value on the right of `at least`"},
      {"require x and", "E0101 [] expected a condition on the right of `and`"},
      {"enforced us.x", "E0101 [us.x] expected `by` after `enforced`"},
      {"enforced by", "E0101 [] expected a stakeholder after `enforced by`"},
      {"enforced by in",
       "E0101 [in] expected a stakeholder after `enforced by` | `in` is a word of "
       "the language and cannot be a name"},
      {"unless \"a\" x",
       "E0101 [x] expected `when` after the text | a condition stands behind `when`"},
      {"in from 2020-01-01",
       "E0101 [in] expected a clause or a declaration, not `in` | did you mean "
       "`in force`?"},
      {"in force",
       "E0101 [] expected `from` or `until` after `in force` | the first day stands behind `from`, "
       "the last behind `until`"},
      {"in force from tomorrow",
       "E0101 [tomorrow] expected a date after `from` | a date is written "
       "year-month-day: `2027-08-16`"},
      {"require every x in y",
       "E0101 [] expected `satisfies` after `y` | say what holds of each, as "
       "in `every x in LIST satisfies CONDITION`"},
      {"require if a then b",
       "E0101 [] expected `else` after `b` | all three parts are needed: "
       "`if CONDITION then VALUE else VALUE`"},
      {"require x is not present",
       "E0101 [present] expected a value on the right of `is not` | "
       "write `is absent`"},
      {"lifts us.a,", "E0101 [] expected a norm, `pack`, `topic` or `norms enforced by` after `,`"},
      {"require f (x)",
       "E0101 [(] expected a comparison, `and`, `or` or the end of the clause, not `(` | the "
       "parenthesis stands right behind the name: `name(value)`"},
      {"require x in y",
       "E0101 [in] expected a comparison, `and`, `or` or the end of the clause, not `in` | that "
       "a set has a member is written `SET includes X`"},
      {"require x inclues 9",
       "E0101 [inclues] expected a comparison, `and`, `or` or the end of the clause, not "
       "`inclues` | did you mean `includes`?"},
      {"requre x",
       "E0101 [requre] expected a clause or a declaration, not `requre` | did you mean "
       "`require`?"},
      {"must x",
       "E0101 [must] expected a clause or a declaration, not `must` | did you mean "
       "`require`?"},
      {"fact x text",
       "E0101 [fact] expected a clause or a declaration, not `fact` | `fact` stands in "
       "a vocabulary, group or list"},
  };
  for (const auto& [clause, error] : cases) {
    INFO(clause);
    CHECK(error_in_clause(clause) == error);
  }
}

TEST_CASE("a_token_that_is_wrong_anywhere_is_named_itself") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"require a == b", "E0101 [==] expected `=` or `is`, not `==`"},
      {"require a && b", "E0101 [&&] expected `and`, not `&&`"},
      {"require { a }",
       "E0101 [{] expected a clause, not `{` | there are no braces; a clause opens "
       "with its keyword"},
      {"require a;",
       "E0101 [;] expected the next clause, not `;` | there are no semicolons; a clause "
       "ends where the next begins"},
      {"require x at least 180days",
       "E0101 [180days] expected a blank between `180` and `days` | write `180 days`"},
      {"require x at least 1__0",
       "E0106 [1__0] `1__0` is not a number that can be kept exactly | "
       "write digits, single `_` between them and one `.`: `50_400`, `0.5`"},
      {"require x at least 1.2.3",
       "E0106 [1.2.3] `1.2.3` is not a number that can be kept exactly | "
       "write digits, single `_` between them and one `.`: `50_400`, "
       "`0.5`"},
      {"require x at least 50,400",
       "E0101 [,] expected `_` or nothing between the thousands | write "
       "`50_400`"},
      {"require x before 8:3",
       "E0108 [8:3] there is no such time of day as `8:3` | a time of day is "
       "written `8:30 am` or `14:30`"},
      {"require x before 8am",
       "E0108 [8am] there is no such time of day as `8am` | write `8:00 am`"},
      {"require x before 2027-8-16",
       "E0107 [2027-8-16] there is no such date as `2027-8-16` | write "
       "`2027-08-16`"},
      {"note \"open",
       "E0101 [\"open] expected `\"` at the end of the text | a text ends on its line; "
       "a quote inside it is written `\\\"`"},
      {"note \"a\\nb\"",
       "E0101 [\\] expected `\"` or `\\` after the `\\` | a backslash in a text is "
       "written `\\\\`"},
      {"note “a”", "E0101 [“] expected `\"`, not `“` | write `\"a\"`"},
      {"source https://x.org",
       "E0101 [https://x.org] expected `<` before the address | write `<https://x.org>`"},
      {"source <https://x.org",
       "E0101 [<https://x.org] expected `>` at the end of the address | an "
       "address is written `<https://example.org/page>`, without blanks"},
      {"require fooBar",
       "E0101 [fooBar] expected a name in lower-case letters, not `fooBar` | write "
       "`foo_bar`"},
      {"require not.x",
       "E0101 [not.x] expected a name, not `not.x` | `not` is a word of the language; "
       "a name cannot begin with it"},
  };
  for (const auto& [clause, error] : cases) {
    INFO(clause);
    CHECK(error_in_clause(clause) == error);
  }
}

TEST_CASE("an_unclosed_parenthesis_shows_where_it_was_opened") {
  Parsed parsed("regulation us.x \"X\"\n  require (a and (b)\n  note \"n\"\n");
  CHECK(parsed.error() == "E0101 [] expected `)` after `)`");
  const Label& label = parsed.diagnostics.all().front().labels.at(0);
  CHECK(label.text == "opened here");
  CHECK(label.span.begin == parsed.sources.file(0).text.find('('));
}

TEST_CASE("a_broken_clause_does_not_hide_the_next") {
  Parsed parsed(R"(
regulation us.x "X"
  topic     seat_time
  enforced  us.x.de            # `by` is missing
            "require this # is text"
  require   a b
              or c
  remedy    "r"
  requre    a
  note      "n"
)");
  CHECK(parsed.errors().size() == 3);
  const auto& norm = parsed.declaration<ast::NormDecl>();
  REQUIRE(norm.clauses.size() == 6);
  CHECK(parsed.at(std::get<ast::BrokenClause>(norm.clauses.at(1)).span).starts_with("enforced"));
  CHECK(parsed.at(std::get<ast::BrokenClause>(norm.clauses.at(1)).span).ends_with("text\""));
  CHECK(
      parsed.at(std::get<ast::BrokenClause>(norm.clauses.at(2)).span).starts_with("require   a b"));
  CHECK(parsed.at(std::get<ast::BrokenClause>(norm.clauses.at(2)).span).ends_with("or c"));
  CHECK(parsed.at(std::get<ast::BrokenClause>(norm.clauses.at(4)).span) == "requre    a");
  CHECK(std::holds_alternative<ast::NoteClause>(norm.clauses.at(5)));
}

TEST_CASE("a_broken_header_hides_its_declaration_only") {
  Parsed parsed(R"(
topic a "A"
regulation us.x
  require a b c
regulation us.y "Y"
  require a
regulaton us.z "Z"
  require a b c
pack us "US"
)");
  const std::vector<std::string> errors = {
      "E0101 [] expected a title in quotes after `us.x` | say in quotes what it is, as in `topic "
      "seat_time \"Seat time\"`",
      "E0101 [regulaton] expected a clause or a declaration, not `regulaton` | did you mean "
      "`regulation`?"};
  CHECK(parsed.errors() == errors);
  REQUIRE(parsed.document.declarations.size() == 4);
  CHECK(parsed.at(parsed.declaration<ast::BrokenDecl>(1).span) ==
        "regulation us.x\n  require a b c");
  CHECK(parsed.declaration<ast::NormDecl>(2).clauses.size() == 2);
  CHECK(parsed.declaration<ast::PackDecl>(3).name.text == "us");
}

TEST_CASE("a_broken_fact_goes_with_its_questions") {
  Parsed parsed(R"(
group g "G"
  fact a "no type"
       ask "Which?"
  fact b count
       ask
       ask "How many?"
       computed as 1
       computed as 2
  fact c text
)");
  CHECK(parsed.errors().size() == 3);
  const auto& facts = parsed.declaration<ast::GroupDecl>().facts;
  REQUIRE(facts.size() == 2);
  CHECK(facts.at(0).ask.size() == 1);
  CHECK(facts.at(1).names.at(0).text == "c");
}

TEST_CASE("what_stands_outside_declarations_is_reported_once") {
  Parsed parsed("require a\nnote \"n\"\ntopic a \"A\"\n");
  const auto errors = parsed.errors();
  REQUIRE(errors.size() == 1);
  CHECK(errors.front() ==
        "E0101 [require] expected a declaration, not `require` | `require` stands in a norm, "
        "below its first line");
  CHECK(parsed.document.declarations.size() == 2);
}

TEST_CASE("errors_of_one_file_are_limited") {
  std::string text = "regulation us.x \"X\"\n";
  for (std::size_t i = 0; i < kMaxErrorsPerFile + 3; ++i)
    text += "  require a at least\n  note \"n\"\n";
  Parsed parsed(text);
  const auto errors = parsed.errors();
  CHECK(errors.size() == kMaxErrorsPerFile + 1);
  CHECK(errors.back() == "E0105 [] 3 more errors in this file");
}

TEST_CASE("texts_that_cannot_be_read_at_all_are_refused") {
  CHECK(Parsed(std::string(kMaxSourceBytes, ' ')).errors().empty());
  Parsed large(std::string(kMaxSourceBytes + 1, ' '));
  CHECK(large.errors().front().starts_with("E0102"));
  Parsed latin("topic a \"Caf\xE9\"\n");
  CHECK(latin.diagnostics.all().front().span == Span{0, 12, 13});
  CHECK(latin.errors().front().starts_with("E0104"));
  for (const char* bad : {"\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE2\x82", "\xFF"}) {
    CHECK(Parsed(bad).diagnostics.has_errors());
  }
  CHECK(Parsed("\xEF\xBB\xBFtopic a \"§ é 漢 😀\"\r\n").errors().empty());
}

TEST_CASE("deep_and_long_expressions_are_limited") {
  const auto repeat = [](std::string_view part, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += part;
    return text;
  };
  const std::string deep = "E0103";
  CHECK(error_in_clause("require " + repeat("(", kMaxExpressionDepth) + "a" +
                        repeat(")", kMaxExpressionDepth)) == "0 errors");
  for (const char* part : {"(", "not ", "- ", "if a then b else ", "f(", "year of ", "count of ",
                           "sum of ", "every x in y satisfies "}) {
    INFO(part);
    CHECK(error_in_clause("require " + repeat(part, 20'000) + "a").substr(0, 5) == deep);
  }
  CHECK(error_in_clause("require a" + repeat(" + a", kMaxOperations)) == "0 errors");
  CHECK(error_in_clause("require a" + repeat(" * a", 100'000)).substr(0, 5) == "E0109");
  CHECK(error_in_clause("require a" + repeat(" and a", 100'000)) == "0 errors");
  CHECK(error_in_clause("require a is one of a" + repeat(", a", 100'000)) == "0 errors");
  CHECK(Parsed(repeat("topic a \"A\"\n", 100'000)).document.declarations.size() == 100'000);
}
