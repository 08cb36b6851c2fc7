// No definition and no computed fact may need itself, or more than can soon be worked out: every
// program ends.
#include <algorithm>
#include <cstdint>
#include <vector>

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
        facts_(scope.program.facts.size()) {}

  void run() {
    for (std::uint32_t i = 0; i < definitions_.size(); ++i) definition(i, {});
    for (std::uint32_t i = 0; i < facts_.size(); ++i) fact(i, {});
  }

 private:
  enum class State : std::uint8_t { New, Open, Done };

  struct Mark {
    State state = State::New;
    Effort effort;
  };

  Effort definition(std::uint32_t index, Span use) {
    const Definition& entry = scope_.program.definitions[index];
    return visit(definitions_[index], entry.body, entry.name, entry.span, use);
  }
  Effort fact(std::uint32_t index, Span use) {
    const FactDeclaration& entry = scope_.program.facts[index];
    return visit(facts_[index], entry.computed, entry.name, entry.span, use);
  }

  Effort visit(Mark& mark, ExprId body, const std::string& name, Span declared, Span use) {
    if (!body.valid()) return {0, 1};
    if (mark.state == State::Done) return mark.effort;
    if (mark.state == State::Open) {
      scope_.diagnostics.report(DiagnosticKind::Recursive, declared, name)
          .label(use, "needed here to work it out");
      return {};
    }
    mark.state = State::Open;
    ++open_;
    // Past the limit the search itself goes no deeper.
    if (open_ <= kMaxDepth + 1) mark.effort = expression(body);
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
    if (expr.op == Op::Definition) add(definition(expr.index, expr.span));
    if (expr.op == Op::Fact || expr.op == Op::FactByGrade || expr.op == Op::Field) {
      add(fact(expr.index, expr.span));
    }
    return total;
  }

  Scope& scope_;
  std::vector<Mark> definitions_;
  std::vector<Mark> facts_;
  std::uint32_t open_ = 0;
};

}  // namespace

void check_recursion(Scope& scope) { RecursionChecker(scope).run(); }

}  // namespace dsl::sema
