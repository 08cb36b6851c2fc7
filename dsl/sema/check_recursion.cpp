// No definition, computed fact or verdict may need itself, or more than can soon be worked out:
// every program ends.
#include <algorithm>
#include <cstdint>
#include <vector>

#include "dsl/sema/reach.h"
#include "dsl/sema/scope.h"

namespace dsl::sema {
namespace {

// How deep definitions and computed facts may lie inside one another, and how many steps one may
// take with all that it calls, a loop's body counted once.
constexpr std::uint32_t kMaxDepth = 100;
constexpr std::uint64_t kMaxSteps = 100'000;

// What working out an expression takes.
struct Effort {
  std::uint32_t depth = 0;
  std::uint64_t steps = 0;

  bool is_too_much() const { return depth > kMaxDepth || steps > kMaxSteps; }
};

// Depth-first search over definitions and computed facts, which call one another through
// expressions. Each is visited once; meeting one that is still open closes a circle.
class RecursionChecker {
 public:
  explicit RecursionChecker(Scope& scope)
      : scope_(scope),
        definitions_(scope.program.definitions.size()),
        facts_(scope.program.facts.size()),
        norms_(scope.program.norms.size()),
        lifted_by_(lifted_by(scope.program)) {}

  void run() {
    for (std::uint32_t i = 0; i < definitions_.size(); ++i) definition(i, {});
    for (std::uint32_t i = 0; i < facts_.size(); ++i) fact(i, {});
    for (std::uint32_t i = 0; i < norms_.size(); ++i) norm(i, {});
  }

 private:
  enum class State : std::uint8_t { New, Open, Done };

  struct Mark {
    State state = State::New;
    Effort effort;
  };

  Effort definition(std::uint32_t index, Span use) {
    const Definition& entry = scope_.program.definitions[index];
    return visit(definitions_[index], bodies_of(entry), entry.name, entry.span, use);
  }
  Effort fact(std::uint32_t index, Span use) {
    const FactDeclaration& entry = scope_.program.facts[index];
    return visit(facts_[index], {entry.computed}, entry.name, entry.span, use);
  }
  // The verdict of a norm hangs on all its conditions, on its pack's, and on what may lift it.
  Effort norm(std::uint32_t index, Span use) {
    const Norm& entry = scope_.program.norms[index];
    std::vector<ExprId> bodies = conditions_of(entry);
    for (const NormId enablement : lifted_by_[index]) {
      const std::vector<ExprId> lifting = conditions_of(scope_.program.norm(enablement));
      bodies.insert(bodies.end(), lifting.begin(), lifting.end());
    }
    return visit(norms_[index], bodies, entry.name, entry.name_span, use);
  }
  std::vector<ExprId> conditions_of(const Norm& norm) const {
    std::vector<ExprId> all = expressions_of(norm);
    if (norm.pack.valid()) all.push_back(scope_.program.packs[norm.pack.index].applies);
    return all;
  }

  Effort visit(Mark& mark, const std::vector<ExprId>& bodies, const std::string& name,
               Span declared, Span use) {
    if (std::none_of(bodies.begin(), bodies.end(), [](ExprId body) { return body.valid(); })) {
      return {0, 1};
    }
    if (mark.state == State::Done) return mark.effort;
    if (mark.state == State::Open) {
      scope_.diagnostics.report(DiagnosticKind::Recursive, declared, name)
          .label(use, "needed here to work it out");
      return {};
    }
    mark.state = State::Open;
    ++open_;
    // Past the limit the search itself goes no deeper.
    if (open_ <= kMaxDepth + 1) {
      for (const ExprId body : bodies) {
        const Effort part = expression(body);
        mark.effort.depth = std::max(mark.effort.depth, part.depth);
        mark.effort.steps += part.steps;
      }
    }
    --open_;
    mark.state = State::Done;
    ++mark.effort.depth;
    if (open_ > kMaxDepth) mark.effort.depth = kMaxDepth + 1;
    if (mark.effort.is_too_much()) {
      scope_.diagnostics.report(DiagnosticKind::TooComplex, declared, name)
          .help("at most " + std::to_string(kMaxDepth) +
                " may lie inside one another, and one may take " + std::to_string(kMaxSteps) +
                " steps");
      mark.effort = {};  // said once
    }
    return mark.effort;
  }

  Effort expression(ExprId id) {
    if (!id.valid()) return {};
    const TypedExpr& expr = scope_.program.expr(id);
    Effort total{0, 1};
    const auto add = [&](const Effort& part) {
      total.depth = std::max(total.depth, part.depth);
      total.steps += part.steps;
    };
    for (const ExprId operand : expr.operands) add(expression(operand));
    if (expr.op == Op::VerdictIs) add(norm(expr.index, expr.span));
    if (expr.op == Op::Definition) add(definition(expr.index, expr.span));
    if (reads_a_fact(expr.op)) {
      add(fact(expr.index, expr.span));
    }
    return total;
  }

  Scope& scope_;
  std::vector<Mark> definitions_;
  std::vector<Mark> facts_;
  std::vector<Mark> norms_;
  std::vector<std::vector<NormId>> lifted_by_;  // by norm: the enablements that may lift it
  std::uint32_t open_ = 0;
};

}  // namespace

void check_recursion(Scope& scope) { RecursionChecker(scope).run(); }

}  // namespace dsl::sema
