// The parser: the tree that an expression makes.
#include "dsl/syntax/dump.h"
#include "tests/support/parsed.h"
#include <catch2/catch.hpp>

using namespace dsl;

namespace {

std::string dumped(const std::string& text) {
  SourceMap sources;
  Diagnostics diagnostics;
  const auto expr = parse_expression(sources.add("expression", text), diagnostics);
  CHECK(expr.has_value() == !diagnostics.has_errors());
  return expr ? dump(*expr) : diagnostics.all().front().message;
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
