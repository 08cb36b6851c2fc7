// What every shipped pack must keep: each norm tested on all sides, each threshold one unit either
// side, and reports that change no verdict.
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "checker/design/read_design.h"
#include "checker/design/test_overrides.h"
#include "checker/eval/evaluate.h"
#include "checker/report/report.h"
#include "checker/report/write_json.h"
#include "checker/report/write_text.h"
#include "tests/support/rule_folder.h"
#include <catch2/catch.hpp>

namespace {

namespace fs = std::filesystem;
using checker::Design;
using checker::Verdict;
using dsl::Op;
using dsl::Rational;
using test_support::CompiledFolder;
using test_support::read_whole;
using test_support::WhichRules;

// The shipped packs with their tests; the tests run in the project's root.
struct Shipped : CompiledFolder {
  Shipped() : CompiledFolder("rules", WhichRules::All) {}

  Design read(const fs::path& path) {
    dsl::Diagnostics diagnostics;
    const auto& file = sources.add(path.string(), read_whole(path));
    auto design = checker::read_design(file, *program, diagnostics);
    INFO(test_support::rendered(diagnostics, sources));
    REQUIRE(design);
    return std::move(*design);
  }

  Design design_of(const dsl::TestCase& test) {
    Design design = Design::empty(*program);
    if (!test.given.empty()) {
      const fs::path rule_file = sources.file(test.span.file).name;
      design = read((rule_file.parent_path() / test.given).lexically_normal());
    }
    dsl::Diagnostics diagnostics;
    checker::apply_test_facts(design, test, *program, diagnostics);
    return design;
  }
};

Shipped& shipped() {
  static Shipped instance;
  return instance;
}

dsl::Date date_of(const dsl::TestCase& test, const Design& design) {
  if (test.as_of) return *test.as_of;
  return design.opens ? *design.opens : *design.as_of;
}

// One unit of a leeway: a minute of minutes, a percentage point, one of a count.
Rational one_unit(const checker::Leeway& leeway) {
  if (checker::is_share(leeway)) return *Rational::make(1, 100);
  return leeway.unit.plural.empty() ? Rational(1) : leeway.unit.scale;
}

struct Seen {
  bool holds_at_limit = false;    // the last value that is allowed
  bool fails_next_to_it = false;  // one that is not, at most a unit away
};

bool is_strict(Op op) { return op == Op::MoreThan || op == Op::LessThan; }

// Notes every comparison in the tree that was worked out.
void note_comparisons(const checker::Derivation& node, const dsl::Program& program,
                      std::map<dsl::ExprId, Seen>& seen) {
  for (const checker::Derivation& child : node.children) note_comparisons(child, program, seen);
  const Op op = node.expr.valid() ? program.expr(node.expr).op : Op::Constant;
  if (op != Op::AtLeast && op != Op::AtMost && !is_strict(op)) return;
  const dsl::TypedExpr& left = program.expr(program.expr(node.expr).operands.front());
  if (left.type.kind == dsl::TypeKind::Grade) return;  // has no distance
  // A share of a few records and a sum over days move in larger steps.
  const bool in_steps = left.type.kind == dsl::TypeKind::Ratio || left.op == Op::LeastSum ||
                        left.op == Op::GreatestSum;
  Seen& at = seen[node.expr];
  const auto leeway = checker::leeway_of(node, program);
  if (!leeway) return;
  const Rational nothing(0);
  const Rational unit = one_unit(*leeway);
  const Rational shortfall = *dsl::negate(leeway->amount);
  if (is_strict(op)) {
    at.holds_at_limit |= leeway->amount > nothing && leeway->amount <= unit;
    at.fails_next_to_it |= leeway->amount == nothing;
  } else {
    at.holds_at_limit |= leeway->amount == nothing;
    at.fails_next_to_it |= shortfall > nothing && (in_steps || shortfall <= unit);
  }
}

}  // namespace

TEST_CASE("every_shipped_norm_is_tested_as_standing_as_not_standing_and_out_of_scope") {
  const dsl::Program& program = *shipped().program;
  std::map<std::string, std::set<std::string>> expected;
  for (const dsl::TestCase& test : program.typed().tests) {
    for (const dsl::TestExpectation& each : test.expectations) {
      expected[program.norm(each.norm).name].insert(each.verdict);
    }
  }
  for (const dsl::Norm& norm : program.typed().norms) {
    if (norm.status == dsl::Status::Pending) continue;  // never comes to a verdict
    INFO(norm.name);
    const auto& verdicts = expected[norm.name];
    const bool always_applies = !norm.applies.valid() && !norm.for_each &&
                                (!norm.pack.valid() || !program.pack(norm.pack).applies.valid());
    CHECK((always_applies || verdicts.contains("does_not_apply")));
    switch (norm.kind) {
      case dsl::NormKind::Enablement: CHECK(verdicts.contains("enabled")); break;
      case dsl::NormKind::Approval:
        CHECK(verdicts.contains("needs_approval"));
        CHECK(verdicts.contains("clear"));
        CHECK(verdicts.contains("conflict"));
        break;
      case dsl::NormKind::Principle:
        CHECK(verdicts.contains("thinned"));
        CHECK(verdicts.contains("clear"));
        break;
      default:
        CHECK((verdicts.contains("conflict") || verdicts.contains("needs_judgment")));
        CHECK(verdicts.contains("clear"));
    }
  }
}

TEST_CASE("every_shipped_threshold_is_tested_one_unit_either_side") {
  const dsl::Program& program = *shipped().program;
  std::map<dsl::ExprId, Seen> seen;
  for (const dsl::TestCase& test : program.typed().tests) {
    const Design design = shipped().design_of(test);
    for (const dsl::TestExpectation& each : test.expectations) {
      const auto explanation = checker::explain(program, design, each.norm, date_of(test, design));
      for (const checker::ExplainedInstance& instance : explanation.instances) {
        for (const checker::Derivation& requirement : instance.requirements) {
          note_comparisons(requirement, program, seen);
        }
      }
    }
  }
  REQUIRE(seen.size() >= 15);
  for (const auto& [comparison, at] : seen) {
    const dsl::Span span = program.expr(comparison).span;
    const auto place = shipped().sources.locate(span.file, span.begin);
    INFO(shipped().sources.file(span.file).name << ":" << place.line << ": "
                                                << shipped().sources.text(span));
    CHECK(at.holds_at_limit);
    CHECK(at.fails_next_to_it);
  }
}

TEST_CASE("no_report_changes_a_verdict_or_a_count") {
  const dsl::Program& program = *shipped().program;
  for (const auto& entry : fs::directory_iterator("examples")) {
    if (entry.path().extension() != ".yaml") continue;
    INFO(entry.path().string());
    const Design design = shipped().read(entry.path());
    const dsl::Date as_of = design.opens ? *design.opens : *design.as_of;
    const std::vector<Verdict> before = checker::evaluate(program, design, as_of);
    const checker::Report report = checker::build_report(
        {program, design, shipped().sources, before, {}, as_of, "the test", checker::FailOn{}});
    std::ostringstream narrow;
    std::ostringstream wide;
    std::ostringstream json;
    checker::write_text(narrow, report, {40, true}, "exit");
    checker::write_text(wide, report, {120, false}, "exit");
    checker::write_json(json, {std::span(&report, 1), {}, shipped().sources, {0, "clear"}});
    const std::vector<Verdict> after = checker::evaluate(program, design, as_of);
    REQUIRE(before.size() == after.size());
    REQUIRE(report.verdicts.size() == before.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
      CHECK(before[i].outcome == after[i].outcome);
      CHECK(report.verdicts[i].outcome == before[i].outcome);
    }
    const checker::Totals totals = checker::count(before);
    CHECK(report.totals.by_outcome == totals.by_outcome);
  }
}
