// Connectives and comparisons: operands to yes, no or unknown.
#include <utility>

#include "checker/eval/evaluator.h"
#include "checker/eval/operations.h"

namespace checker {

using dsl::ExprId;
using dsl::Truth;
using dsl::TypeKind;
using dsl::Value;

Evaluated Evaluator::connective(const TypedExpr& expr, Frame& frame, Derivation* derivation) {
  const bool conjunction = expr.op == Op::And;
  const Truth decisive = conjunction ? Truth::False : Truth::True;
  Truth result = !decisive;
  Causes causes;
  for (const ExprId operand : expr.operands) {
    const Evaluated value = child(operand, frame, derivation);
    const Truth truth = truth_of(value);
    result = conjunction ? (result & truth) : (result | truth);
    if (truth == Truth::Unknown) merge(causes, value.causes);
    if (truth == decisive && derivation == nullptr) break;
  }
  return Evaluated::of(result, std::move(causes));
}

Evaluated Evaluator::conditional(const TypedExpr& expr, Frame& frame, Derivation* derivation) {
  const Evaluated condition = child(expr.operands[0], frame, derivation);
  if (condition.known()) {
    return child(expr.operands[truth_of(condition) == Truth::True ? 1 : 2], frame, derivation);
  }
  // The condition does not matter where both branches agree.
  Evaluated yes = child(expr.operands[1], frame, derivation);
  const Evaluated no = child(expr.operands[2], frame, derivation);
  if (yes.known() && no.known() && *yes.value == *no.value) return yes;
  Causes causes = condition.causes;
  merge(causes, yes.causes);
  merge(causes, no.causes);
  return Evaluated::unknown(std::move(causes));
}

Evaluated Evaluator::ordering(const TypedExpr& expr, Frame& frame, Derivation* derivation) {
  const Evaluated left = child(expr.operands[0], frame, derivation);
  const Evaluated right = child(expr.operands[1], frame, derivation);
  if (!left.known() || !right.known()) {
    Causes causes = left.causes;
    merge(causes, right.causes);
    return Evaluated::unknown(std::move(causes));
  }
  const int order = compare(*left.value, *right.value);
  switch (expr.op) {
    case Op::AtLeast: return Evaluated::of(order >= 0);
    case Op::AtMost: return Evaluated::of(order <= 0);
    case Op::MoreThan: return Evaluated::of(order > 0);
    default: return Evaluated::of(order < 0);
  }
}

Evaluated Evaluator::between(const TypedExpr& expr, Frame& frame, Derivation* derivation) {
  const Evaluated value = child(expr.operands[0], frame, derivation);
  const Evaluated low = child(expr.operands[1], frame, derivation);
  const Evaluated high = child(expr.operands[2], frame, derivation);
  if (value.absent && expr.index == 1) return Evaluated::of(false);  // absent is within nothing
  Truth result = Truth::True;
  Causes causes;
  const auto add = [&](const Evaluated& less, const Evaluated& more) {
    if (less.known() && more.known()) {
      result = result & dsl::truth(compare(*less.value, *more.value) <= 0);
      return;
    }
    result = result & Truth::Unknown;
    merge(causes, less.causes);
    merge(causes, more.causes);
  };
  add(low, value);
  add(value, high);
  return Evaluated::of(result, std::move(causes));
}

Evaluated Evaluator::equality(const TypedExpr& expr, Frame& frame, Derivation* derivation) {
  const Evaluated value = child(expr.operands[0], frame, derivation);
  Truth result = Truth::False;
  Causes causes;
  for (std::size_t i = 1; i < expr.operands.size(); ++i) {
    const Evaluated other = child(expr.operands[i], frame, derivation);
    if (value.absent || other.absent) continue;  // differs from every value
    if (value.known() && other.known()) {
      result = result | dsl::truth(*value.value == *other.value);
    } else {
      result = result | Truth::Unknown;
      merge(causes, value.causes);
      merge(causes, other.causes);
    }
  }
  const bool negated = expr.op == Op::IsNot || expr.op == Op::NotOneOf;
  return Evaluated::of(negated ? !result : result, std::move(causes));
}

namespace {

Value empty_set(const dsl::Type& type) {
  if (type.kind == TypeKind::Grade) return dsl::GradeSet();
  if (type.kind == TypeKind::Choice) return dsl::ChoiceSet();
  return dsl::TextSet();
}

bool is_empty_set(const Evaluated& side) {
  if (!side.known()) return false;
  const Value& value = *side.value;
  if (const auto* grades = std::get_if<dsl::GradeSet>(&value)) return grades->empty();
  if (const auto* choices = std::get_if<dsl::ChoiceSet>(&value)) return choices->members.empty();
  const auto* texts = std::get_if<dsl::TextSet>(&value);
  return texts != nullptr && texts->members.empty();
}

// What an empty set on one side settles, whatever the other side is.
std::optional<bool> settled_by_empty(dsl::Op op, bool left_is_empty, bool other_is_set) {
  if (op == dsl::Op::Overlaps) return false;
  if (op == dsl::Op::Excludes) return true;
  if (left_is_empty == (op == dsl::Op::WithinSet)) return true;
  return other_is_set ? std::nullopt : std::optional(false);
}

}  // namespace

Evaluated Evaluator::membership(const TypedExpr& expr, Frame& frame, Derivation* derivation) {
  Evaluated left = child(expr.operands[0], frame, derivation);
  Evaluated right = child(expr.operands[1], frame, derivation);
  // A set that is absent is empty, and an absent member is in no set.
  const auto empty_if_absent = [&](Evaluated& side, ExprId operand) {
    const dsl::Type& type = program_.expr(operand).type;
    if (side.absent && type.is_set) side = Evaluated::of(empty_set(type));
  };
  empty_if_absent(left, expr.operands[0]);
  empty_if_absent(right, expr.operands[1]);
  if (left.absent || right.absent) return Evaluated::of(expr.op == Op::Excludes);
  if (!left.known() || !right.known()) {
    if (is_empty_set(left) || is_empty_set(right)) {
      const bool left_is_empty = left.known();
      const dsl::Type& other = program_.expr(expr.operands[left_is_empty ? 1 : 0]).type;
      const auto settled = settled_by_empty(expr.op, left_is_empty, other.is_set);
      if (settled) return Evaluated::of(*settled);
    }
    Causes causes = left.causes;
    merge(causes, right.causes);
    return Evaluated::unknown(std::move(causes));
  }
  switch (expr.op) {
    case Op::Overlaps: return Evaluated::of(overlaps(*left.value, *right.value));
    case Op::WithinSet: return Evaluated::of(includes(*right.value, *left.value));
    case Op::Excludes: {
      const bool member_is_set = program_.expr(expr.operands[1]).type.is_set;
      return Evaluated::of(member_is_set ? !overlaps(*left.value, *right.value)
                                         : !includes(*left.value, *right.value));
    }
    default: return Evaluated::of(includes(*left.value, *right.value));
  }
}

Evaluated Evaluator::presence(const TypedExpr& expr, Frame& frame, Derivation* derivation) {
  const Evaluated operand = child(expr.operands[0], frame, derivation);
  if (!operand.known() && !operand.absent) return Evaluated::unknown(operand.causes);
  return Evaluated::of(operand.absent == (expr.op == Op::Absent));
}

}  // namespace checker
