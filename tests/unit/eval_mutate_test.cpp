// Mutations: which there are, which norms they may change, which the tests notice.
#include "checker/design/test_overrides.h"
#include "checker/eval/moved_value.h"
#include "checker/eval/mutate.h"
#include "tests/support/compiled.h"
#include <catch2/catch.hpp>

namespace {

constexpr const char* kWorld = R"(
stakeholder agency "An agency"
  kind agency
vocabulary design "A design"
group f "Facts"
  fact size count "A size"
  fact minutes minutes per day "Minutes"
  fact twice minutes per day "Worked out"
    computed as f.minutes * 2
  fact grades set of grade "Grades"
  fact free yes/no "A flag"
)";

struct World : test_support::Compiled {
  explicit World(const std::string& rules) : Compiled(kWorld + rules) {
    for (std::uint32_t i = 0; i < program->typed().norms.size(); ++i) norms.push_back({i});
  }

  // `FROM > TO` of every mutation, in order.
  std::vector<std::string> mutations() const {
    std::vector<std::string> texts;
    for (const auto& each : checker::mutations_of(*program, norms)) texts.push_back(words(each));
    return texts;
  }

  std::vector<std::string> survivors() const {
    std::vector<checker::PreparedTest> prepared;
    for (const dsl::TestCase& test : program->typed().tests) {
      checker::Design facts = checker::Design::empty(*program);
      dsl::Diagnostics diagnostics;
      apply_test_facts(facts, test, *program, diagnostics);
      prepared.push_back({&test, std::move(facts), *test.as_of, ""});
    }
    const auto run = checker::run_mutations(*program, prepared, norms);
    CHECK(run.mutants == run.noticed + run.survivors.size());
    std::vector<std::string> texts;
    for (const auto& each : run.survivors) texts.push_back(words(each));
    return texts;
  }

  static std::string words(const checker::Mutation& mutation) {
    return mutation.from + " > " + mutation.to;
  }

  std::vector<dsl::NormId> norms;
};

using Texts = std::vector<std::string>;

std::string norm(const std::string& clauses) {
  return "regulation n \"A norm\"\n  enforced by agency\n" + clauses + "\n";
}

std::string test_of(const std::string& facts, const std::string& expectation,
                    const std::string& date = "2026-09-01") {
  return "test \"t\"\n  with " + facts + "\n  as of " + date + "\n  expect " + expectation + "\n";
}

Texts moved(const dsl::Value& value, const dsl::Type& type) {
  const dsl::TypeTables types;
  Texts texts;
  for (const dsl::Value& each : checker::moved_values(value, type, types)) {
    texts.push_back(dsl::format_value(each, type, types));
  }
  return texts;
}

}  // namespace

TEST_CASE("a_value_moves_by_one_of_its_own_unit") {
  using dsl::TypeKind;
  CHECK(moved(dsl::Rational(3), {.kind = TypeKind::Count}) == Texts{"4", "2"});
  CHECK(moved(*dsl::Rational::make(3, 4), {.kind = TypeKind::Percent}) == Texts{"76%", "74%"});
  CHECK(moved(dsl::TimeOfDay{0}, {.kind = TypeKind::Time}) == Texts{"12:01 am"});
  CHECK(moved(*dsl::make_date(2024, 2, 28), {.kind = TypeKind::Date}) ==
        Texts{"2024-02-29", "2024-02-27"});
  CHECK(moved(dsl::Grade{0}, {.kind = TypeKind::Grade}) == Texts{"grade TK"});
  CHECK(moved(true, {.kind = TypeKind::Boolean}).empty());
}

TEST_CASE("a_range_of_grades_moves_at_both_ends") {
  const dsl::Type grades{.kind = dsl::TypeKind::Grade, .is_set = true};
  CHECK(moved(dsl::GradeSet::range({11}, {14}), grades) ==
        Texts{"grades 8..12", "grades 10..12", "grades 9..11"});
  CHECK(moved(dsl::GradeSet::range({14}, {14}), grades) == Texts{"grades 11..12"});
  CHECK(moved(dsl::GradeSet(), grades).empty());
}

TEST_CASE("a_day_of_the_year_moves_over_the_end_of_a_month_and_a_year") {
  CHECK(checker::moved_day_in_year(dsl::Op::DayInYear, 831, 1) == 901);
  CHECK(checker::moved_day_in_year(dsl::Op::DayInYear, 101, -1) == 1231);
  CHECK(checker::moved_day_in_year(dsl::Op::DayInYear, 229, 1) == 301);
  const std::uint32_t first_monday_in_december = 10'012;
  CHECK(checker::day_in_year_text(dsl::Op::WeekdayInYear, first_monday_in_december) ==
        "first Monday in December");
  CHECK(checker::day_in_year_text(
            dsl::Op::WeekdayInYear,
            checker::moved_day_in_year(dsl::Op::WeekdayInYear, first_monday_in_december, -1)) ==
        "first Sunday in December");
}

TEST_CASE("a_comparison_is_turned_round_and_loses_its_boundary") {
  const World world(norm("  require f.minutes at least 2 hours per day"));
  CHECK(world.mutations() == Texts{"at least > less than", "at least > more than",
                                   "2 hours per day > 3 hours per day",
                                   "2 hours per day > 1 hour per day"});
}

TEST_CASE("a_condition_without_an_opposite_word_is_negated") {
  const World world(norm("  require f.grades within K..12 and f.size between 1 and 2 and f.free"));
  const Texts all = world.mutations();
  CHECK(std::count(all.begin(), all.end(), "within > not within") == 1);
  CHECK(std::count(all.begin(), all.end(), "between > not between") == 1);
  CHECK(std::count(all.begin(), all.end(), "f.free > not f.free") == 1);
}

TEST_CASE("a_fact_that_is_compared_is_no_condition_itself") {
  const World world(norm("  require f.free is present"));
  CHECK(world.mutations() == Texts{"is present > is absent"});
}

TEST_CASE("exceptions_are_dropped_and_dates_are_moved") {
  const World world(
      norm("  in force from 2020-07-01 until 2030-06-30\n"
           "  require f.free\n  unless \"small\" when f.free"));
  CHECK(world.mutations() == Texts{"in force from 2020-07-01 > in force from 2020-07-02",
                                   "in force until 2030-06-30 > in force until 2030-07-01",
                                   "in force from 2020-07-01 > in force from 2020-06-30",
                                   "in force until 2030-06-30 > in force until 2030-06-29",
                                   "f.free > not f.free", "unless \"small\" > no exception",
                                   "f.free > not f.free"});
}

TEST_CASE("a_test_on_the_boundary_notices_what_a_test_beside_it_does_not") {
  const std::string rule = norm("  require f.size at least 10");
  const World far(rule + test_of("f.size 20", "clear n") + test_of("f.size 2", "conflict n"));
  CHECK(far.survivors() == Texts{"at least > more than", "10 > 11", "10 > 9"});
  const World near(rule + test_of("f.size 10", "clear n") + test_of("f.size 9", "conflict n"));
  CHECK(near.survivors().empty());
}

TEST_CASE("what_a_norm_needs_is_mutated_and_held_against_its_tests") {
  const std::string rules =
      "pack p \"A pack\"\n"
      "parameter p.least count \"Least\"\n  from 2020-07-01\n    all 10\n"
      "define p.room count \"Room\"\n  as f.size - 1\n"
      "regulation p.n \"A norm\"\n  enforced by agency\n  require p.room at least p.least\n";
  const World unseen(rules + test_of("f.size 20", "clear p.n"));
  CHECK(unseen.mutations().size() == 8);
  const World seen(rules + test_of("f.size 11", "clear p.n leeway 0") +
                   test_of("f.size 10", "conflict p.n leeway -1") +
                   test_of("f.size 11", "clear p.n", "2020-07-01") +
                   test_of("f.size 11", "cannot_tell p.n", "2020-06-30"));
  CHECK(seen.survivors().empty());
}

TEST_CASE("a_version_that_begins_where_another_ends_moves_both") {
  const World world(
      "pack p \"A pack\"\n"
      "parameter p.least count \"Least\"\n"
      "  from 2020-07-01\n    all 10\n  from 2024-07-01 until 2026-06-30\n    all 12\n"
      "regulation p.n \"A norm\"\n  enforced by agency\n  require f.size at least p.least\n" +
      test_of("f.size 11", "clear p.n", "2024-06-30") +
      test_of("f.size 11", "conflict p.n", "2024-07-01"));
  const Texts left = world.survivors();
  CHECK(std::none_of(left.begin(), left.end(),
                     [](const std::string& each) { return each.starts_with("from 2024"); }));
  CHECK(std::count(left.begin(), left.end(), "until 2026-06-30 > until 2026-07-01") == 1);
}

TEST_CASE("the_edge_of_a_grade_band_moves_by_a_grade") {
  const std::string rules =
      "pack p \"A pack\"\n"
      "parameter p.least(grade) count \"Least\"\n    1..3 10\n    4..12 12\n"
      "regulation p.n \"A norm\"\n  enforced by agency\n"
      "  for each grade in f.grades\n  require f.size at least p.least(grade)\n";
  const Texts all = World(rules).mutations();
  const auto count = [&all](const char* text) { return std::count(all.begin(), all.end(), text); };
  CHECK(count("grades 1..3 > grades K..3") == 1);
  CHECK(count("grades 1..3 > grades 2..3") == 1);
  CHECK(count("grades 4..12 > grades 3..12") == 1);
  CHECK(count("grades 4..12 > grades 5..12") == 1);
  CHECK(count("grades 4..12 > grades 4..11") == 1);
  // The shared edge is moved once, and there is no grade 13.
  CHECK(count("grades 1..3 > grades 1..4") == 0);
  CHECK(all.size() == 11);  // with one for each figure up and down, and the comparison's two

  const World beside(rules + test_of("f.grades 2..11, f.size 12", "clear p.n") +
                     test_of("f.grades (2, 11), f.size 11", "conflict p.n for grades 11"));
  const Texts left = beside.survivors();
  CHECK(std::count(left.begin(), left.end(), "grades 4..12 > grades 3..12") == 1);
  const World near(rules + test_of("f.grades 1..12, f.size 10", "clear p.n for grades 1..3") +
                   test_of("f.grades K..4, f.size 12", "clear p.n for grades 1..4") +
                   test_of("f.grades K..4, f.size 12", "cannot_tell p.n for grades K") +
                   test_of("f.grades 3..12, f.size 11", "conflict p.n for grades 4..12") +
                   test_of("f.grades 1..12, f.size 9", "conflict p.n for grades 1..12"));
  CHECK(near.survivors().empty());
}

TEST_CASE("a_grade_passes_from_row_to_row_only_where_the_other_columns_agree") {
  const World world(
      "choice length \"A length\" of full, half\n"
      "pack p \"A pack\"\n"
      "parameter p.least(grade, day length) count \"Least\"\n"
      "    K | full 10\n    K | half 5\n    1..12 | all 12\n"
      "regulation p.n \"A norm\"\n  enforced by agency\n"
      "  for each grade in f.grades\n  require f.size at least p.least(grade, full)\n" +
      test_of("f.grades K, f.size 10", "clear p.n leeway 0") +
      test_of("f.grades 1, f.size 12", "clear p.n leeway 0") +
      test_of("f.grades 12, f.size 11", "conflict p.n"));
  const Texts left = world.survivors();
  // No test is of grade TK, and no norm reads the row of the half day.
  CHECK(std::count(left.begin(), left.end(), "grade K > grades TK..K") == 2);
  CHECK(std::count_if(left.begin(), left.end(), [](const std::string& each) {
          return each.starts_with("grades 1..12");
        }) == 0);
}

TEST_CASE("an_enablement_is_held_against_the_tests_of_what_it_lifts") {
  const World world(norm("  require f.size at least 10") +
                    "enablement e \"Lifts\"\n  applies when f.free\n  lifts n\n" +
                    test_of("f.size 9, f.free yes", "lifted n"));
  const Texts left = world.survivors();
  CHECK(std::count(left.begin(), left.end(), "f.free > not f.free") == 0);
}

TEST_CASE("an_expectation_that_is_not_met_notices_no_mistake") {
  const World world(norm("  require f.size at least 10") + test_of("f.size 10", "conflict n"));
  CHECK(world.survivors().size() == world.mutations().size());
}

TEST_CASE("a_leeway_notices_a_threshold_that_the_verdict_does_not") {
  const World world(norm("  require f.size at least 10") +
                    test_of("f.size 20", "clear n leeway 10"));
  CHECK(world.survivors() == Texts{"at least > more than"});
}
