// Sentences of norms: no condition is lost, and none is turned into another.
#include <string>

#include "checker/site/norm_sentence.h"
#include "tests/support/compiled.h"
#include <catch2/catch.hpp>

namespace {

// The sentence of a norm with these clauses.
std::string sentence(const std::string& clauses) {
  const test_support::Compiled compiled(R"(
choice colour "A colour" of red, green, deep_blue
stakeholder s "The board"
  kind board
vocabulary design "A design"
  fact a, b   yes/no        "Yes or no"
  fact plain  yes/no        "It is plain"
  fact days   days per year "Days"
  fact things count         "Things"
  fact hue    colour        "Hue"
  fact hues   set of colour "Hues"
  fact grades set of grade  "Grades"
  fact opens  date          "First day"
list blocks of block "Blocks"
  fact kind   colour        "Kind"
  fact length minutes       "Length"
regulation n "N"
  enforced  by s
)" + clauses);
  const checker::site::Rules rules{*compiled.program, {}, compiled.sources};
  return checker::site::sentence_of({0}, rules).text();
}

std::string required(const std::string& condition) {
  return sentence("  require " + condition + "\n");
}

}  // namespace

TEST_CASE("comparisons become duties") {
  CHECK(required("days at least 180 days per year") ==
        "“Days” must be at least 180 days per year.");
  CHECK(required("opens no later than 2027-08-16") ==
        "“First day” must be no later than 2027-08-16.");
  CHECK(required("things between 2 and 4") == "“Things” must be from 2 to 4.");
  CHECK(required("hue is deep_blue") == "“Hue” must be deep blue.");
  CHECK(required("hue is not one of red, green") == "“Hue” must be none of red and green.");
  CHECK(required("hues excludes red") == "“Hues” must not include red.");
  CHECK(required("grades within K..8") == "“Grades” must lie wholly within grades K to 8.");
  CHECK(required("days is present") == "“Days” must have a value.");
  CHECK(required("plain") == "“It is plain” (plain) must be the case.");
}

TEST_CASE("what is negated is told the other way round") {
  CHECK(required("not (days at least 180 days per year)") ==
        "“Days” must not be at least 180 days per year.");
  CHECK(
      required("not (a and b)") ==
      "One of two things must hold: “Yes or no” (a) is not the case or “Yes or no” (b) is not the "
      "case.");
  CHECK(required("not (a or b)") ==
        "“Yes or no” (a) must not be the case and “Yes or no” (b) must not be the case.");
  CHECK(required("not hues includes red") == "“Hues” must not include red.");
  CHECK(required("not hues excludes red") == "“Hues” must include red.");
  CHECK(required("not (every block in blocks satisfies block.kind is red)") ==
        "For at least one block in “Blocks”, “Kind” must not be red.");
  CHECK(required("not (some block in blocks where block.kind is red)") ==
        "There must be no block in “Blocks” where “Kind” is red.");
  CHECK(sentence("  forbid hue is red\n") == "“Hue” must not be red.");
}

TEST_CASE("what binds looser stands in parentheses") {
  CHECK(required("a and (b or hue is red)") ==
        "“Yes or no” (a) must be the case and (one of two things must hold: “Yes or no” (b) is the "
        "case or “Hue” is red).");
  CHECK(required("(things + 1) * 2 at least 4") ==
        "((“Things” plus 1) times 2) must be at least 4.");
  CHECK(required("(count of block in blocks where block.kind is red and block.length > 5 minutes) "
                 "at least 2") ==
        "(the number of blocks in “Blocks” where (“Kind” is red and “Length” is more than 5 "
        "minutes)) must be at least 2.");
}

TEST_CASE("scope, exceptions and what takes them away stand in the sentence") {
  CHECK(
      sentence(R"(
  in force  from 2014-07-01 until 2020-06-30
  suspended from 2016-01-01 until 2016-02-01 "x"
  applies   when a
  for each  grade in grades where grade is not TK
  require   grade is not K
  unless    "first" when b but not "second" when hue is red
  unless    "third" when things > 2
)") ==
      "From 2014-07-01 until 2020-06-30, except from 2016-01-01 until 2016-02-01, when “Yes or no” "
      "(a) is the case, for each grade in “Grades” where the grade is not grade TK, then the grade "
      "must not be grade K, unless (1) “first”, which means that “Yes or no” (b) is the case, but "
      "not “second”, which means that “Hue” is red; or (2) “third”, which means that “Things” is "
      "more than 2.");
}

TEST_CASE("two loops over one list have two names") {
  CHECK(required("every block in blocks satisfies "
                 "(some other in blocks where other.length > block.length)") ==
        "For every block in “Blocks”, (there must be at least one block in “Blocks” (the other "
        "block) where (“Length” of the other block) is more than (“Length” of the block)).");
}
