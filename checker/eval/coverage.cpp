#include "checker/eval/coverage.h"

#include <map>
#include <optional>
#include <set>

#include "checker/eval/evaluate.h"

namespace checker {
namespace {

using dsl::ExprId;
using dsl::Norm;
using dsl::NormId;
using dsl::Truth;

// The operands of every `or` in a requirement's own text; definitions have texts of their own.
void find_alternatives(ExprId id, const dsl::Program& program, std::vector<ExprId>& into) {
  if (!id.valid()) return;
  const dsl::TypedExpr& expr = program.expr(id);
  for (const ExprId operand : expr.operands) {
    if (expr.op == dsl::Op::Or && operand.valid()) into.push_back(operand);
    find_alternatives(operand, program, into);
  }
}

void see(PartCoverage& part, Truth truth) {
  part.seen_true = part.seen_true || truth == Truth::True;
  part.seen_false = part.seen_false || truth == Truth::False;
}

Truth truth_of_part(const std::optional<Derivation>& derivation) {
  return derivation ? truth_of(derivation->result) : Truth::True;
}

// One norm with the parts that it has, and what has been seen of them.
class NormWatch {
 public:
  NormWatch(const dsl::Program& program, NormId id) : program_(program), norm_(program.norm(id)) {
    coverage_.norm = id;
    const ExprId pack = norm_.pack.valid() ? program.pack(norm_.pack).applies : ExprId{};
    const ExprId filter = norm_.for_each ? norm_.for_each->filter : ExprId{};
    const ExprId own = norm_.applies.valid() ? norm_.applies : filter;
    has_applicability_ = own.valid() || pack.valid();
    if (has_applicability_) {
      add(PartKind::Applicability, own, own.valid() ? program.expr(own).span : norm_.name_span);
    }
    for (const ExprId requirement : norm_.requirements) {
      add(PartKind::Requirement, requirement, program.expr(requirement).span);
      std::vector<ExprId> alternatives;
      find_alternatives(requirement, program, alternatives);
      for (const ExprId alternative : alternatives) {
        add(PartKind::Alternative, alternative, program.expr(alternative).span);
      }
    }
    for (const dsl::Exception& exception : norm_.exceptions) {
      add(PartKind::Exception, exception.condition, program.expr(exception.condition).span);
      coverage_.parts.back().title = exception.title;
    }
  }

  void look(const PreparedTest& test) {
    ++coverage_.expectations;
    if (!norm_.in_force.contains(test.as_of)) return;
    const Explanation explanation = explain(program_, test.design, coverage_.norm, test.as_of);
    const Truth gate = truth_of_part(explanation.pack) & truth_of_part(explanation.applies);
    const bool known_domain = !explanation.domain || explanation.domain->result.known();
    if (explanation.instances.empty()) see_applicability(Truth::False);
    for (const ExplainedInstance& instance : explanation.instances) {
      const Truth applies =
          gate & truth_of_part(instance.filter) & (known_domain ? Truth::True : Truth::Unknown);
      see_applicability(applies);
      if (applies != Truth::True) continue;
      for (const Derivation& requirement : instance.requirements) see_all(requirement);
      for (const Derivation& exception : instance.exceptions) see_node(exception);
    }
  }

  NormCoverage result() && { return std::move(coverage_); }

 private:
  void add(PartKind kind, ExprId expr, dsl::Span span) {
    if (kind != PartKind::Applicability) index_.emplace(expr, coverage_.parts.size());
    coverage_.parts.push_back({kind, expr, span, {}});
  }

  void see_applicability(Truth truth) {
    if (has_applicability_) see(coverage_.parts.front(), truth);
  }

  void see_node(const Derivation& node) {
    const auto at = index_.find(node.expr);
    if (at != index_.end()) see(coverage_.parts[at->second], truth_of(node.result));
  }

  void see_all(const Derivation& node) {
    see_node(node);
    for (const Derivation& child : node.children) see_all(child);
  }

  const dsl::Program& program_;
  const Norm& norm_;
  bool has_applicability_ = false;
  NormCoverage coverage_;
  std::map<ExprId, std::size_t> index_;  // the part that an expression is
};

}  // namespace

Share Coverage::norms_covered() const {
  Share share;
  for (const NormCoverage& norm : norms) {
    ++share.all;
    if (norm.expectations > 0) ++share.seen;
  }
  return share;
}

Share Coverage::branches_covered() const {
  Share share;
  for (const NormCoverage& norm : norms) {
    for (const PartCoverage& part : norm.parts) {
      share.all += 2;
      share.seen += (part.seen_true ? 1U : 0U) + (part.seen_false ? 1U : 0U);
    }
  }
  return share;
}

Coverage measure_coverage(const dsl::Program& program, std::span<const PreparedTest> tests,
                          std::span<const NormId> norms) {
  std::vector<NormWatch> watches;
  std::map<NormId, std::size_t> watch_of;
  for (const NormId norm : norms) {
    // No test can reach what is not enacted.
    if (program.norm(norm).status == dsl::Status::Pending) continue;
    watch_of.emplace(norm, watches.size());
    watches.emplace_back(program, norm);
  }
  for (const PreparedTest& test : tests) {
    std::set<NormId> named;
    for (const dsl::TestExpectation& expected : test.test->expectations) {
      if (!named.insert(expected.norm).second) continue;
      const auto at = watch_of.find(expected.norm);
      if (at != watch_of.end()) watches[at->second].look(test);
    }
  }
  Coverage coverage;
  for (NormWatch& watch : watches) coverage.norms.push_back(std::move(watch).result());
  return coverage;
}

}  // namespace checker
