// Arithmetic and the calendar: operands to a number, a time or a date.
#include <utility>

#include "checker/eval/evaluator.h"
#include "checker/eval/operations.h"
#include "dsl/core/school_year.h"

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
  const Evaluated operand = child(expr.operands[0], frame, derivation);
  if (!operand.known()) return Evaluated::unknown(operand.causes);
  if (expr.op == Op::ClassOf || expr.op == Op::NinthGradeEntry) {
    const auto grade = std::get<dsl::Grade>(*operand.value);
    return Evaluated::of(Rational(expr.op == Op::ClassOf ? dsl::class_of(grade, as_of_)
                                                         : dsl::ninth_grade_entry(grade, as_of_)));
  }
  const auto date = std::get<dsl::Date>(*operand.value);
  const auto named_day = static_cast<dsl::Weekday>(expr.index);
  switch (expr.op) {
    case Op::SchoolYearStart: return Evaluated::of(dsl::school_year_start(date));
    case Op::SchoolYearEnd: return Evaluated::of(dsl::school_year_end(date));
    case Op::WeekdayOnOrAfter: return Evaluated::of(dsl::weekday_on_or_after(date, named_day));
    case Op::WeekdayOnOrBefore: return Evaluated::of(dsl::weekday_on_or_before(date, named_day));
    default: break;
  }
  const int year = dsl::year_of(date);
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

Evaluated Evaluator::add_months(ExprId id, Frame& frame, Derivation* derivation) {
  const TypedExpr& expr = program_.expr(id);
  const Evaluated date = child(expr.operands[0], frame, derivation);
  const Evaluated count = child(expr.operands[1], frame, derivation);
  if (!date.known() || !count.known()) {
    Causes causes = date.causes;
    merge(causes, count.causes);
    return Evaluated::unknown(std::move(causes));
  }
  const auto months =
      dsl::multiply(std::get<Rational>(*count.value), std::get<Rational>(*expr.constant));
  if (!months || !months->is_whole()) {
    return Evaluated::unknown(Cause::at(CauseKind::Overflow, id));
  }
  const auto moved = dsl::add_months(std::get<dsl::Date>(*date.value), months->numerator(),
                                     static_cast<dsl::MonthEnd>(expr.index));
  if (!moved) return Evaluated::unknown(Cause::at(CauseKind::Overflow, id));
  return Evaluated::of(*moved);
}

// Of two, what is absent does not count: the later of a date and the end of a contract that there
// is not is the date.
Evaluated Evaluator::extreme(const TypedExpr& expr, Frame& frame, Derivation* derivation) {
  Evaluated first = child(expr.operands[0], frame, derivation);
  Evaluated second = child(expr.operands[1], frame, derivation);
  if (first.absent) return second;
  if (second.absent) return first;
  if (!first.known() || !second.known()) {
    Causes causes = first.causes;
    merge(causes, second.causes);
    return Evaluated::unknown(std::move(causes));
  }
  const bool first_is_less = compare(*first.value, *second.value) < 0;
  return first_is_less == (expr.op == Op::Lesser) ? first : second;
}

}  // namespace checker
