#include "checker/report/reach.h"

#include <algorithm>

namespace checker {
namespace {

template <typename T>
bool add_once(std::vector<T>& all, T id) {
  if (std::find(all.begin(), all.end(), id) != all.end()) return false;
  all.push_back(id);
  return true;
}

}  // namespace

Reach::Reach(const dsl::Program& program)
    : program_(program),
      exprs_(program.typed().exprs.size()),
      facts_(program.typed().facts.size()) {}

void Reach::add(dsl::ExprId id) {
  if (!id.valid() || exprs_[id.index]) return;
  exprs_[id.index] = true;
  const dsl::TypedExpr& expr = program_.expr(id);
  for (const dsl::ExprId operand : expr.operands) add(operand);
  add_use_of_the_day(expr);
  switch (expr.op) {
    case dsl::Op::Fact:
    case dsl::Op::FactByGrade:
    case dsl::Op::Field: add_fact({expr.index}); break;
    case dsl::Op::Parameter: add_once(parameters_, dsl::ParameterId{expr.index}); break;
    case dsl::Op::Definition:
      if (add_once(definitions_, dsl::DefinitionId{expr.index})) {
        for (const dsl::ExprId body : bodies_of(program_.typed().definitions[expr.index]))
          add(body);
      }
      break;
    case dsl::Op::VerdictIs:
      if (add_once(norms_, dsl::NormId{expr.index})) {
        for (const dsl::ExprId each : expressions_of(program_.norm({expr.index}))) add(each);
      }
      break;
    case dsl::Op::Judgment: add_once(judgments_, expr.index); break;
    default: break;
  }
}

void Reach::add_use_of_the_day(const dsl::TypedExpr& expr) {
  const auto is_the_day = [&](dsl::ExprId operand) {
    return operand.valid() && program_.expr(operand).op == dsl::Op::AsOfDate;
  };
  const bool uses_it = std::any_of(expr.operands.begin(), expr.operands.end(), is_the_day);
  switch (expr.op) {
    case dsl::Op::ClassOf:
    case dsl::Op::NinthGradeEntry: goes_by_the_year_ = true; break;
    case dsl::Op::AtLeast:
    case dsl::Op::AtMost:
    case dsl::Op::MoreThan:
    case dsl::Op::LessThan:
    case dsl::Op::Is:
    case dsl::Op::IsNot:
    case dsl::Op::Between:
      for (const dsl::ExprId operand : expr.operands) {
        if (uses_it && !is_the_day(operand)) compared_.push_back(operand);
      }
      break;
    default: goes_by_the_year_ = goes_by_the_year_ || uses_it;
  }
}

void Reach::add_fact(dsl::FactId fact) {
  if (facts_[fact.index]) return;
  facts_[fact.index] = true;
  add(program_.fact(fact).computed);
}

}  // namespace checker
