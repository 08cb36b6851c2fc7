// Conditions of the rules to nodes.
#include <algorithm>
#include <iterator>
#include <utility>

#include "checker/batch/plan_builder.h"

namespace checker::batch {

using dsl::Op;
using dsl::Rational;
using dsl::Value;

namespace {

// The values that a constant names.
std::vector<std::uint32_t> values_of(const Value& value) {
  std::vector<std::uint32_t> values;
  if (const auto* choice = std::get_if<dsl::ChoiceValue>(&value)) return {choice->index};
  if (const auto* grade = std::get_if<dsl::Grade>(&value)) return {grade->index};
  if (const auto* choices = std::get_if<dsl::ChoiceSet>(&value)) {
    for (const dsl::ChoiceValue each : choices->members) values.push_back(each.index);
  } else if (const auto* grades = std::get_if<dsl::GradeSet>(&value)) {
    for (std::uint8_t i = 0; i < dsl::kGradeCount; ++i) {
      if (grades->contains({i})) values.push_back(i);
    }
  }
  return values;
}

bool is_set_column(const Column& column) {
  return column.kind == ColumnKind::ChoiceSet || column.kind == ColumnKind::GradeSet;
}

std::vector<std::uint32_t> all_but(const std::vector<std::uint32_t>& values, std::uint32_t count) {
  std::vector<std::uint32_t> others;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (std::find(values.begin(), values.end(), i) == values.end()) others.push_back(i);
  }
  return others;
}

// The comparison that says the same with its sides changed over.
Op turned(Op op) {
  switch (op) {
    case Op::AtLeast: return Op::AtMost;
    case Op::AtMost: return Op::AtLeast;
    case Op::MoreThan: return Op::LessThan;
    case Op::LessThan: return Op::MoreThan;
    default: return op;
  }
}

}  // namespace

Ref PlanBuilder::opaque() {
  notes_.opaque = true;
  return unknown();
}

void PlanBuilder::read(const Column& column) { ++notes_.occurrences[layout_.index_of(column)]; }

void PlanBuilder::watch(const Column& column) {
  read(column);
  notes_.watched.insert(layout_.index_of(column));
}

Ref PlanBuilder::condition(ExprId id, const Frame& frame) {
  if (!id.valid()) return yes();
  const TypedExpr& expr = program_.expr(id);
  switch (expr.op) {
    case Op::Constant: return std::get<bool>(*expr.constant) ? yes() : yes().negated();
    case Op::Fact:
    case Op::FactByGrade: return fact(id, frame);
    case Op::Definition: {
      const auto inner = call(expr, frame);
      if (!inner) return opaque();
      return condition(program_.typed().definitions[expr.index].body, *inner);
    }
    case Op::Judgment: notes_.has_judgment = true; return unknown();
    case Op::Not: return condition(expr.operands[0], frame).negated();
    case Op::And:
    case Op::Or: return connective(expr, frame);
    case Op::If: {
      const Ref decides = condition(expr.operands[0], frame);
      const Ref then = condition(expr.operands[1], frame);
      return conditional(decides, then, condition(expr.operands[2], frame));
    }
    case Op::AtLeast:
    case Op::AtMost:
    case Op::MoreThan:
    case Op::LessThan: return ordering(expr, frame);
    case Op::Between: return between(expr, frame);
    case Op::Is:
    case Op::IsNot:
    case Op::OneOf:
    case Op::NotOneOf: return equality(expr, frame);
    case Op::Includes:
    case Op::Excludes:
    case Op::Overlaps:
    case Op::WithinSet: return membership(expr, frame);
    case Op::Present:
    case Op::Absent: return presence(expr, frame);
    case Op::Every:
    case Op::Some:
    case Op::No: return quantifier(expr, frame);
    default: {
      const auto value = constant(id, frame);
      const bool* const known = value ? std::get_if<bool>(&*value) : nullptr;
      if (known == nullptr) return opaque();
      return *known ? yes() : yes().negated();
    }
  }
}

Ref PlanBuilder::fact(ExprId id, const Frame& frame) {
  const Column* const has = column(id, frame);
  if (has == nullptr || has->kind != ColumnKind::YesNo) return opaque();
  read(*has);
  return any_of(*has, {0});
}

Ref PlanBuilder::connective(const TypedExpr& expr, const Frame& frame) {
  std::vector<Ref> operands;
  for (const ExprId operand : expr.operands) operands.push_back(condition(operand, frame));
  return expr.op == Op::And ? conjunction(std::move(operands)) : disjunction(std::move(operands));
}

Ref PlanBuilder::compared(Op op, const Column& column, const Value& limit) {
  const auto steps = limit_of(limit, column);
  if (column.kind != ColumnKind::Number || !steps) return opaque();
  read(column);
  // `more than 2` is `at least 3`; of 2.5 both are.
  const std::int64_t above = steps->least + (steps->is_whole ? 1 : 0);
  switch (op) {
    case Op::AtLeast: return at_least(column, steps->least);
    case Op::MoreThan: return at_least(column, above);
    case Op::AtMost: return at_least(column, above).negated();
    default: return at_least(column, steps->least).negated();
  }
}

Ref PlanBuilder::ordering(const TypedExpr& expr, const Frame& frame) {
  const Column* const left = column(expr.operands[0], frame);
  const Column* const right = column(expr.operands[1], frame);
  const auto left_value = left == nullptr ? constant(expr.operands[0], frame) : std::nullopt;
  const auto right_value = right == nullptr ? constant(expr.operands[1], frame) : std::nullopt;
  if (left != nullptr && right_value) return compared(expr.op, *left, *right_value);
  if (right != nullptr && left_value) return compared(turned(expr.op), *right, *left_value);
  return opaque();
}

Ref PlanBuilder::between(const TypedExpr& expr, const Frame& frame) {
  const Column* const has = column(expr.operands[0], frame);
  const auto low = constant(expr.operands[1], frame);
  const auto high = constant(expr.operands[2], frame);
  if (has == nullptr || !low || !high) return opaque();
  std::vector<Ref> ends = {compared(Op::AtLeast, *has, *low), compared(Op::AtMost, *has, *high)};
  // Written `within`, it is false of what is absent.
  if (expr.index == 1) ends.push_back(of_column(NodeKind::NotAbsent, *has));
  return conjunction(std::move(ends));
}

Ref PlanBuilder::is_value(const Column& column, const Value& value) {
  switch (column.kind) {
    case ColumnKind::YesNo: {
      const Ref holds = any_of(column, {0});
      return std::get<bool>(value) ? holds : holds.negated();
    }
    case ColumnKind::Choice: return any_of(column, values_of(value));
    case ColumnKind::Number: {
      const auto steps = limit_of(value, column);
      if (!steps) return opaque();
      return steps->is_whole ? equal(column, steps->least) : any_of(column, {});
    }
    default: return opaque();
  }
}

Ref PlanBuilder::equality(const TypedExpr& expr, const Frame& frame) {
  std::vector<ExprId> others(std::next(expr.operands.begin()), expr.operands.end());
  const Column* has = column(expr.operands[0], frame);
  if (has == nullptr && others.size() == 1) {
    has = column(others[0], frame);
    others[0] = expr.operands[0];
  }
  if (has == nullptr) return opaque();
  std::vector<Ref> alternatives;
  std::vector<std::uint32_t> values;
  for (const ExprId other : others) {
    const auto value = constant(other, frame);
    if (!value) return opaque();
    if (has->kind == ColumnKind::Choice) {
      values.push_back(std::get<dsl::ChoiceValue>(*value).index);
    } else {
      alternatives.push_back(is_value(*has, *value));
    }
  }
  if (has->kind == ColumnKind::Choice) alternatives.push_back(any_of(*has, values));
  // `is one of yes, no` holds of both.
  if (has->kind == ColumnKind::YesNo && alternatives.size() > 1) watch(*has);
  read(*has);
  const Ref found = disjunction(std::move(alternatives));
  return expr.op == Op::IsNot || expr.op == Op::NotOneOf ? found.negated() : found;
}

// `op` with the column on its left, or where it is a member, with the set on its right.
Ref PlanBuilder::in_set(const Column& column, Op op, const Value& other) {
  const std::vector<std::uint32_t> values = values_of(other);
  const bool is_member = column.kind == ColumnKind::Choice;
  if (values.empty() || !(is_member || is_set_column(column))) return opaque();
  read(column);
  switch (op) {
    case Op::Includes:
      if (is_member) return any_of(column, values);
      return values.size() == 1 ? any_of(column, values) : all_of(column, values);
    case Op::Overlaps: return any_of(column, values);
    case Op::Excludes: return any_of(column, values).negated();
    default:
      if (is_member) return any_of(column, values);
      return any_of(column, all_but(values, column.value_count)).negated();
  }
}

Ref PlanBuilder::membership(const TypedExpr& expr, const Frame& frame) {
  const Column* const left = column(expr.operands[0], frame);
  const Column* const right = column(expr.operands[1], frame);
  if (left != nullptr && right == nullptr) {
    const auto other = constant(expr.operands[1], frame);
    const bool left_is_member = !is_set_column(*left);
    if (!other || (left_is_member && expr.op != Op::WithinSet)) return opaque();
    return in_set(*left, expr.op, *other);
  }
  if (left == nullptr && right != nullptr) {
    const auto set = constant(expr.operands[0], frame);
    if (!set) return opaque();
    // `S includes C` and `S excludes C` of a member; of sets only what is the same both ways.
    const bool both_ways = expr.op == Op::Overlaps || expr.op == Op::Excludes;
    if (is_set_column(*right)) {
      if (expr.op == Op::Includes) return in_set(*right, Op::WithinSet, *set);
      return both_ways ? in_set(*right, expr.op, *set) : opaque();
    }
    if (expr.op == Op::Includes || expr.op == Op::Excludes) return in_set(*right, expr.op, *set);
  }
  return opaque();
}

Ref PlanBuilder::presence(const TypedExpr& expr, const Frame& frame) {
  const Column* const has = column(expr.operands[0], frame);
  if (has == nullptr) return opaque();
  if (has->kind == ColumnKind::YesNo) watch(*has);  // present, whatever it is
  read(*has);
  const Ref present = of_column(NodeKind::Present, *has);
  return expr.op == Op::Present ? present : present.negated();
}

// Over a set of grades or choices that stands in the rules or is a fact: one condition for each
// value that it may hold.
Ref PlanBuilder::quantifier(const TypedExpr& expr, const Frame& frame) {
  const ExprId domain = expr.operands[0];
  const Column* const has = column(domain, frame);
  const auto fixed = has == nullptr ? constant(domain, frame) : std::nullopt;
  if (has == nullptr ? !fixed : !is_set_column(*has)) return opaque();
  const dsl::Type& type = program_.expr(domain).type;
  const bool grades = type.kind == dsl::TypeKind::Grade;
  if (!grades && type.kind != dsl::TypeKind::Choice) return opaque();
  const bool every = expr.op == Op::Every;
  const std::vector<std::uint32_t> values =
      has == nullptr ? values_of(*fixed) : all_but({}, has->value_count);
  std::vector<Ref> each;
  Frame inner = frame;
  if (inner.size() <= expr.index) inner.resize(expr.index + 1);
  for (const std::uint32_t value : values) {
    inner[expr.index] = grades ? Value(dsl::Grade{static_cast<std::uint8_t>(value)})
                               : Value(dsl::ChoiceValue{static_cast<std::uint16_t>(value)});
    std::vector<Ref> met = {condition(expr.operands[1], inner)};
    if (has != nullptr) met.push_back(any_of(*has, {value}));
    const Ref body = condition(expr.operands[2], inner);
    met.push_back(every ? body.negated() : body);
    each.push_back(conjunction(std::move(met)));
  }
  Ref some = disjunction(std::move(each));
  if (has != nullptr) {
    watch(*has);
    some = conditional(of_column(NodeKind::Missing, *has), unknown(), some);
  }
  return every || expr.op == Op::No ? some.negated() : some;
}

}  // namespace checker::batch
