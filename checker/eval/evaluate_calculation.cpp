// Arithmetic and the calendar: operands to a number, a time or a date.
#include <utility>

#include "checker/eval/evaluator.h"
#include "checker/eval/operations.h"

namespace checker {

using dsl::ExprId;
using dsl::Rational;

Evaluated Evaluator::calculation(ExprId id, Frame& frame, Derivation* derivation) {
  const TypedExpr& expr = program_.expr(id);
  const Evaluated left = child(expr.operands[0], frame, derivation);
  if (expr.op == Op::Negate) {
    if (!left.known()) return Evaluated::unknown(left.causes);
    return arithmetic(Op::Subtract, Rational(0), *left.value, id);
  }
  const Evaluated right = child(expr.operands[1], frame, derivation);
  if (!left.known() || !right.known()) {
    Causes causes = left.causes;
    merge(causes, right.causes);
    return Evaluated::unknown(std::move(causes));
  }
  return arithmetic(expr.op, *left.value, *right.value, id);
}

Evaluated Evaluator::calendar(ExprId id, Frame& frame, Derivation* derivation) {
  const TypedExpr& expr = program_.expr(id);
  const Evaluated date = child(expr.operands[0], frame, derivation);
  if (!date.known()) return Evaluated::unknown(date.causes);
  const int year = dsl::year_of(std::get<dsl::Date>(*date.value));
  if (expr.op == Op::YearOf) return Evaluated::of(Rational(year));
  const auto code = static_cast<int>(expr.index);
  std::optional<dsl::Date> result;
  if (expr.op == Op::DayInYear) {
    // 29 February in a common year is the 28th.
    result = dsl::make_date(year, code / 100, code % 100);
    if (!result) result = dsl::make_date(year, code / 100, code % 100 - 1);
  } else {
    const int ordinal = code / 10'000;
    const auto weekday = static_cast<dsl::Weekday>(code / 100 % 100);
    const int month = code % 100;
    result = ordinal == 6 ? dsl::last_weekday(year, month, weekday)
                          : dsl::nth_weekday(year, month, weekday, ordinal);
  }
  if (!result) return Evaluated::unknown(Cause::at(CauseKind::NoValueInForce, id));
  return Evaluated::of(*result);
}

}  // namespace checker
