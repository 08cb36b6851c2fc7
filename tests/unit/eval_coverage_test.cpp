// What tests have seen of a norm: sides are seen only where a part is decided and matters.
#include "checker/design/test_overrides.h"
#include "checker/eval/coverage.h"
#include "tests/support/compiled.h"
#include <catch2/catch.hpp>

namespace {

using checker::Coverage;
using checker::PartKind;

constexpr const char* kWorld = R"(
stakeholder agency "An agency"
  kind agency
vocabulary design "A design"
group f "Facts"
  fact scope, kept, spare, other, free yes/no "Flags"
  fact here yes/no "Whether the pack applies"
  fact grades set of grade "Grades"
pack p "A pack"
  applies when f.here
regulation p.n "With alternatives"
  enforced by agency
  in force from 2020-07-01
  applies when f.scope
  require f.kept or f.spare and (f.other or f.kept)
  unless "free" when f.free
regulation each "For each grade"
  enforced by agency
  for each grade in f.grades where grade is not K
  require f.kept
regulation judgment "Only judged"
  enforced by agency
  require judged by agency "Well?"
regulation always "No condition of its own"
  enforced by agency
  require f.kept
)";

// The coverage of all norms by the tests that the text declares.
struct Measured : test_support::Compiled {
  explicit Measured(const std::string& tests) : Compiled(kWorld + tests) {
    std::vector<checker::PreparedTest> prepared;
    for (const dsl::TestCase& test : program->typed().tests) {
      checker::Design facts = checker::Design::empty(*program);
      dsl::Diagnostics diagnostics;
      apply_test_facts(facts, test, *program, diagnostics);
      prepared.push_back({&test, std::move(facts), *test.as_of, ""});
    }
    std::vector<dsl::NormId> norms;
    for (std::uint32_t i = 0; i < program->typed().norms.size(); ++i) norms.push_back({i});
    coverage = measure_coverage(*program, prepared, norms);
  }

  // Each part as `+`, `-`, `*` or `.`: seen true, seen false, both, neither; in its order.
  std::string seen(const char* norm) const {
    std::string text;
    for (const auto& part : coverage.norms[program->find_norm(norm).index].parts) {
      const bool both = part.seen_true && part.seen_false;
      text += both ? '*' : part.seen_true ? '+' : part.seen_false ? '-' : '.';
    }
    return text;
  }

  Coverage coverage;
};

std::string test_of(const std::string& facts, const std::string& expectation,
                    const std::string& date = "2026-09-01") {
  return "test \"t\"\n" + (facts.empty() ? "" : "  with " + facts + "\n") + "  as of " + date +
         "\n  expect " + expectation + "\n";
}

}  // namespace

TEST_CASE("coverage_lists_applicability_requirement_alternatives_exceptions_in_order") {
  const Measured measured("");
  std::vector<PartKind> kinds;
  for (const auto& part : measured.coverage.norms[0].parts) kinds.push_back(part.kind);
  CHECK(kinds == std::vector{PartKind::Applicability, PartKind::Requirement, PartKind::Alternative,
                             PartKind::Alternative, PartKind::Alternative, PartKind::Alternative,
                             PartKind::Exception});
  CHECK(measured.seen("p.n") == ".......");
}

TEST_CASE("coverage_counts_the_outcome_of_every_alternative") {
  const Measured measured(test_of(
      "f.here yes, f.scope yes, f.kept no, f.spare yes, f.other yes, f.free no", "clear p.n"));
  CHECK(measured.seen("p.n") == "++-++--");
}

TEST_CASE("coverage_of_an_unknown_part_is_neither_side") {
  const Measured measured(test_of("f.here yes, f.scope yes, f.kept yes", "clear p.n"));
  CHECK(measured.seen("p.n") == "+++..+.");
}

TEST_CASE("coverage_looks_at_no_requirement_where_the_norm_does_not_apply") {
  const Measured out_of_pack(
      test_of("f.here no, f.scope yes, f.kept yes, f.free no", "does_not_apply p.n"));
  CHECK(out_of_pack.seen("p.n") == "-......");
  const Measured open(test_of("f.here yes, f.kept yes, f.free no", "clear p.n"));
  CHECK(open.seen("p.n") == ".......");
}

TEST_CASE("coverage_sees_nothing_of_a_norm_out_of_force") {
  const Measured measured(test_of("f.here yes, f.scope yes, f.kept yes, f.free no",
                                  "does_not_apply p.n", "2020-06-30"));
  CHECK(measured.seen("p.n") == ".......");
}

TEST_CASE("coverage_counts_only_tests_that_name_the_norm") {
  const Measured measured(test_of("f.kept yes", "clear always"));
  CHECK(measured.seen("always") == "+");
  CHECK(measured.seen("p.n") == ".......");
  CHECK(measured.coverage.norms_covered().seen == 1);
  CHECK(measured.coverage.norms_covered().all == 4);
}

TEST_CASE("coverage_of_a_filter_is_seen_by_grade") {
  const Measured measured(test_of("f.kept no, f.grades (K, 1)", "conflict each"));
  CHECK(measured.seen("each") == "*-");
}

TEST_CASE("coverage_of_no_grade_at_all_sees_that_it_does_not_apply") {
  const Measured measured(test_of("f.grades absent", "does_not_apply each"));
  CHECK(measured.seen("each") == "-.");
}

TEST_CASE("coverage_of_a_judgment_hangs_on_determinations") {
  const Measured open(test_of("", "needs_judgment judgment"));
  CHECK(open.seen("judgment") == ".");
  const Measured settled(test_of("determination judgment by agency no", "conflict judgment"));
  CHECK(settled.seen("judgment") == "-");
}

TEST_CASE("coverage_adds_up_the_sides") {
  const Measured measured(test_of("f.kept yes", "clear always") +
                          test_of("f.kept no", "conflict always"));
  CHECK(measured.coverage.branches_covered().seen == 2);
  CHECK(measured.coverage.branches_covered().all == 22);
}
