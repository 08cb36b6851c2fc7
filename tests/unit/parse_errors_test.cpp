// The parser: what is said of a broken text, and what is kept of it.
#include "tests/support/parsed.h"
#include <catch2/catch.hpp>

using namespace dsl;
using test_support::Parsed;

namespace {

std::string error_in_clause(const std::string& clause) {
  return Parsed("regulation us.x \"X\"\n  " + clause + "\n").error();
}

}  // namespace

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
