// No definition and no computed fact may need itself: every program ends.
#include <cstdint>
#include <vector>

#include "dsl/sema/scope.h"

namespace dsl::sema {
namespace {

// Depth-first search over definitions and computed facts, which call one another through
// expressions. Each is visited once; meeting one that is still open closes a circle.
class RecursionChecker {
 public:
  explicit RecursionChecker(Scope& scope)
      : scope_(scope),
        definitions_(scope.program.definitions.size(), Mark::New),
        facts_(scope.program.facts.size(), Mark::New) {}

  void run() {
    for (std::uint32_t i = 0; i < definitions_.size(); ++i) definition(i, {});
    for (std::uint32_t i = 0; i < facts_.size(); ++i) fact(i, {});
  }

 private:
  enum class Mark : std::uint8_t { New, Open, Done };

  void definition(std::uint32_t index, Span use) {
    auto& entry = scope_.program.definitions[index];
    visit(definitions_[index], entry.body, entry.name, entry.span, use);
  }
  void fact(std::uint32_t index, Span use) {
    auto& entry = scope_.program.facts[index];
    visit(facts_[index], entry.computed, entry.name, entry.span, use);
  }

  void visit(Mark& mark, ExprId body, const std::string& name, Span declared, Span use) {
    if (mark == Mark::Done || !body.valid()) return;
    if (mark == Mark::Open) {
      scope_.diagnostics.report(DiagnosticKind::Recursive, declared, name)
          .label(use, "needed here to work it out");
      return;
    }
    mark = Mark::Open;
    expression(body);
    mark = Mark::Done;
  }

  void expression(ExprId id) {
    if (!id.valid()) return;
    const TypedExpr& expr = scope_.program.expr(id);
    for (const ExprId operand : expr.operands) expression(operand);
    if (expr.op == Op::Definition) definition(expr.index, expr.span);
    if (expr.op == Op::Fact || expr.op == Op::FactByGrade || expr.op == Op::Field) {
      fact(expr.index, expr.span);
    }
  }

  Scope& scope_;
  std::vector<Mark> definitions_;
  std::vector<Mark> facts_;
};

}  // namespace

void check_recursion(Scope& scope) { RecursionChecker(scope).run(); }

}  // namespace dsl::sema
