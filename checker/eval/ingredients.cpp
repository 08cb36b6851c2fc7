#include "checker/eval/ingredients.h"

namespace checker {
namespace {

using dsl::ExprId;
using dsl::Op;

class Gatherer {
 public:
  explicit Gatherer(const dsl::Program& program) : program_(program) {
    const dsl::TypedProgram& typed = program.typed();
    found_.exprs.resize(typed.exprs.size());
    found_.parameters.resize(typed.parameters.size());
    found_.definitions.resize(typed.definitions.size());
    found_.norms.resize(typed.norms.size());
  }

  void add(dsl::NormId id) {
    const dsl::Norm& norm = program_.norm(id);
    found_.norms[id.index] = true;
    if (norm.pack.valid()) add(program_.pack(norm.pack).applies);
    for (const ExprId expression : expressions_of(norm)) add(expression);
  }

  Ingredients result() && { return std::move(found_); }

 private:
  void add(ExprId id) {
    if (!id.valid() || found_.exprs[id.index]) return;
    found_.exprs[id.index] = true;
    const dsl::TypedExpr& expr = program_.expr(id);
    for (const ExprId operand : expr.operands) add(operand);
    switch (expr.op) {
      case Op::Parameter: found_.parameters[expr.index] = true; break;
      case Op::Definition:
        found_.definitions[expr.index] = true;
        for (const ExprId body : bodies_of(program_.typed().definitions[expr.index])) add(body);
        break;
      case Op::VerdictIs:
        if (!found_.norms[expr.index]) add(dsl::NormId{expr.index});
        break;
      case Op::Fact:
      case Op::FactByGrade:
      case Op::Field: add(program_.fact({expr.index}).computed); break;
      default: break;
    }
  }

  const dsl::Program& program_;
  Ingredients found_;
};

}  // namespace

Ingredients ingredients_of(dsl::NormId norm, const dsl::Program& program) {
  Gatherer gatherer(program);
  gatherer.add(norm);
  for (const dsl::NormId enablement : program.lifted_by(norm)) gatherer.add(enablement);
  return std::move(gatherer).result();
}

}  // namespace checker
