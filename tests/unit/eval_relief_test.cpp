// Reliefs on record: a waiver relieves a conflict of its norm from its first to its last day.
#include "checker/eval/evaluate.h"
#include "tests/support/compiled.h"
#include <catch2/catch.hpp>

namespace {

using checker::Outcome;
using checker::Reason;
using checker::Verdict;
using test_support::date;

constexpr const char* kWorld = R"(
stakeholder agency "An agency"
  kind agency
vocabulary design "A design"
group f "Facts"
  fact kept, other yes/no "Flags"
  fact grades set of grade "Grades"
regulation rule "A norm"
  enforced by agency
  require f.kept
regulation second "A second norm"
  enforced by agency
  require f.kept
regulation graded "By grade"
  enforced by agency
  for each grade in f.grades
  require grade at least 9
principle p "A principle"
  upheld by agency
  require f.kept
)";

struct World : test_support::Compiled {
  World() : Compiled(kWorld) {}

  Verdict judge(const std::string& reliefs, dsl::Date as_of = date(2026, 9, 1),
                const std::string& facts_in_braces = "kept: false", const char* norm = "rule") {
    const checker::Design facts =
        design("f: {" + facts_in_braces + "}\nreliefs: [" + reliefs + "]\n");
    return checker::evaluate_norm(*program, facts, program->find_norm(norm), as_of);
  }
};

constexpr const char* kBounded = "{norm: rule, by: agency, from: 2026-07-01, until: 2028-06-30}";

}  // namespace

TEST_CASE("a_conflict_without_a_relief_is_a_conflict") {
  World world;
  const Verdict verdict = world.judge("");
  CHECK(verdict.outcome == Outcome::Conflict);
  CHECK_FALSE(verdict.main().relief);
}

TEST_CASE("a_relief_counts_from_its_first_day") {
  World world;
  const Verdict before = world.judge(kBounded, date(2026, 6, 30));
  CHECK(before.outcome == Outcome::Conflict);
  CHECK(before.main().reason == Reason::ReliefNotYet);
  CHECK(before.main().relief == 0U);
  const Verdict first = world.judge(kBounded, date(2026, 7, 1));
  CHECK(first.outcome == Outcome::Relieved);
  CHECK(first.main().reason == Reason::None);
  CHECK(first.main().relief == 0U);
}

TEST_CASE("a_relief_counts_on_its_last_day_and_then_the_conflict_says_that_it_ended") {
  World world;
  CHECK(world.judge(kBounded, date(2028, 6, 30)).outcome == Outcome::Relieved);
  const Verdict after = world.judge(kBounded, date(2028, 7, 1));
  CHECK(after.outcome == Outcome::Conflict);
  CHECK(after.main().reason == Reason::ReliefExpired);
  CHECK(after.main().relief == 0U);
}

TEST_CASE("a_relief_without_dates_always_counts") {
  World world;
  CHECK(world.judge("{norm: rule, by: agency}", date(1990, 1, 1)).outcome == Outcome::Relieved);
  CHECK(world.judge("{norm: rule, by: agency}", date(2990, 1, 1)).outcome == Outcome::Relieved);
}

TEST_CASE("a_relief_of_another_norm_relieves_nothing") {
  World world;
  const Verdict verdict = world.judge("{norm: second, by: agency}");
  CHECK(verdict.outcome == Outcome::Conflict);
  CHECK(verdict.main().reason == Reason::None);
  CHECK_FALSE(verdict.main().relief);
}

TEST_CASE("a_relief_in_time_counts_though_another_has_ended") {
  World world;
  const std::string ended = "{norm: rule, by: agency, until: 2025-06-30}";
  const Verdict later = world.judge(ended + ", " + kBounded);
  CHECK(later.outcome == Outcome::Relieved);
  CHECK(later.main().relief == 1U);
  const Verdict earlier = world.judge(std::string(kBounded) + ", " + ended);
  CHECK(earlier.outcome == Outcome::Relieved);
  CHECK(earlier.main().relief == 0U);
}

TEST_CASE("between_two_reliefs_the_one_that_ended_is_named") {
  World world;
  const std::string ended = "{norm: rule, by: agency, until: 2025-06-30}";
  const std::string coming = "{norm: rule, by: agency, from: 2027-07-01}";
  for (const std::string& both : {ended + ", " + coming, coming + ", " + ended}) {
    const Verdict verdict = world.judge(both);
    CHECK(verdict.outcome == Outcome::Conflict);
    CHECK(verdict.main().reason == Reason::ReliefExpired);
  }
}

TEST_CASE("a_relief_changes_nothing_where_there_is_no_conflict") {
  World world;
  CHECK(world.judge(kBounded, date(2026, 9, 1), "kept: true").outcome == Outcome::Clear);
}

TEST_CASE("a_relief_decides_nothing_that_cannot_be_told") {
  World world;
  CHECK(world.judge(kBounded, date(2026, 9, 1), "").outcome == Outcome::CannotTell);
}

TEST_CASE("a_relief_covers_every_grade_of_its_norm") {
  World world;
  const Verdict verdict =
      world.judge("{norm: graded, by: agency}", date(2026, 9, 1), "grades: [7, 8, 9]", "graded");
  REQUIRE(verdict.parts.size() == 2);
  CHECK(verdict.parts[0].outcome == Outcome::Relieved);
  CHECK(dsl::format_grades(verdict.parts[0].grades) == "7..8");
  CHECK(verdict.parts[1].outcome == Outcome::Clear);
}

TEST_CASE("no_relief_mends_a_principle") {
  World world;
  CHECK(world.judge("{norm: p, by: agency}", date(2026, 9, 1), "kept: false", "p").outcome ==
        Outcome::Thinned);
}
