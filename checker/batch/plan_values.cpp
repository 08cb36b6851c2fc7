// What is known when the plan is made: constants, parameters in force, and which fact is meant.
#include <utility>

#include "checker/batch/plan_builder.h"
#include "checker/eval/operations.h"
#include "checker/eval/table_lookup.h"
#include "dsl/core/school_year.h"

namespace checker::batch {

using dsl::Op;
using dsl::Rational;

std::optional<dsl::Value> PlanBuilder::constant(ExprId id, const Frame& frame) {
  if (!id.valid()) return std::nullopt;
  const TypedExpr& expr = program_.expr(id);
  switch (expr.op) {
    case Op::Constant: return expr.constant;
    case Op::Variable: return expr.index < frame.size() ? frame[expr.index] : std::nullopt;
    case Op::Parameter: return parameter(expr, frame);
    case Op::Definition: {
      const auto inner = call(expr, frame);
      if (!inner) return std::nullopt;
      return constant(program_.typed().definitions[expr.index].body, *inner);
    }
    case Op::AsOfDate: return is_exact_ ? std::optional<Value>(as_of_) : std::nullopt;
    case Op::Negate:
    case Op::Add:
    case Op::Subtract:
    case Op::Multiply:
    case Op::Divide: return calculation(expr, frame);
    case Op::ClassOf:
    case Op::NinthGradeEntry:
    case Op::SchoolYearStart:
    case Op::SchoolYearEnd: return calendar(expr, frame);
    default: return std::nullopt;
  }
}

std::optional<dsl::Value> PlanBuilder::parameter(const TypedExpr& expr, const Frame& frame) {
  std::vector<std::optional<Value>> keys;
  for (const ExprId operand : expr.operands) {
    keys.push_back(constant(operand, frame));
    if (!keys.back()) return std::nullopt;
  }
  const dsl::Parameter& table = program_.typed().parameters[expr.index];
  const dsl::ParameterVersion* const version = version_in_force(table, as_of_);
  if (version == nullptr) return std::nullopt;
  const Value* value = TableLookup(*version, table, program_.types()).value_for(std::move(keys));
  return value == nullptr ? std::nullopt : std::optional(*value);
}

std::optional<dsl::Value> PlanBuilder::calculation(const TypedExpr& expr, const Frame& frame) {
  const auto left = constant(expr.operands[0], frame);
  if (!left) return std::nullopt;
  if (expr.op == Op::Negate) return arithmetic(Op::Subtract, Rational(0), *left, {}).value;
  const auto right = constant(expr.operands[1], frame);
  if (!right) return std::nullopt;
  return arithmetic(expr.op, *left, *right, {}).value;
}

std::optional<dsl::Value> PlanBuilder::calendar(const TypedExpr& expr, const Frame& frame) {
  const auto operand = constant(expr.operands[0], frame);
  if (!operand) return std::nullopt;
  if (expr.op == Op::SchoolYearStart) return dsl::school_year_start(std::get<dsl::Date>(*operand));
  if (expr.op == Op::SchoolYearEnd) return dsl::school_year_end(std::get<dsl::Date>(*operand));
  if (!is_exact_) return std::nullopt;
  const auto grade = std::get<dsl::Grade>(*operand);
  return Rational(expr.op == Op::ClassOf ? dsl::class_of(grade, as_of_)
                                         : dsl::ninth_grade_entry(grade, as_of_));
}

std::optional<PlanBuilder::Frame> PlanBuilder::call(const TypedExpr& expr, const Frame& frame) {
  const dsl::Definition& definition = program_.typed().definitions[expr.index];
  if (!definition.in_force.contains(as_of_) || !definition.readings.empty()) return std::nullopt;
  Frame inner(definition.frame_size);
  for (std::size_t i = 0; i < expr.operands.size(); ++i) {
    inner[i] = constant(expr.operands[i], frame);
  }
  return inner;
}

const Column* PlanBuilder::column(ExprId id, const Frame& frame) {
  const TypedExpr& expr = program_.expr(id);
  if (expr.op == Op::Definition) {
    const auto inner = call(expr, frame);
    return inner ? column(program_.typed().definitions[expr.index].body, *inner) : nullptr;
  }
  std::uint32_t index = Layout::kNone;
  if (expr.op == Op::Fact) {
    index = layout_.find({expr.index});
  } else if (expr.op == Op::FactByGrade) {
    const auto grade = constant(expr.operands[0], frame);
    if (grade) index = layout_.find({expr.index}, std::get<dsl::Grade>(*grade).index);
  }
  return index == Layout::kNone ? nullptr : &layout_.column(index);
}

}  // namespace checker::batch
