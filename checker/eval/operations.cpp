#include "checker/eval/operations.h"

#include <algorithm>

namespace checker {
namespace {

using dsl::ChoiceSet;
using dsl::ChoiceValue;
using dsl::Date;
using dsl::ExprId;
using dsl::Grade;
using dsl::GradeSet;
using dsl::Op;
using dsl::Rational;
using dsl::TextSet;
using dsl::TimeOfDay;
using dsl::Value;

constexpr std::int64_t kMinutesPerDay = 1440;

Evaluated failure(CauseKind kind, ExprId expr) { return Evaluated::unknown(Cause::at(kind, expr)); }

Evaluated or_overflow(const std::optional<Rational>& result, ExprId expr) {
  return result ? Evaluated::of(*result) : failure(CauseKind::Overflow, expr);
}

// A clock time moved by whole minutes within its day.
Evaluated shifted(TimeOfDay time, const std::optional<Rational>& minutes, ExprId expr) {
  if (!minutes || !minutes->is_whole()) return failure(CauseKind::Overflow, expr);
  const auto sum = dsl::add(Rational(time.minutes), *minutes);
  if (!sum || *sum < Rational(0) || *sum >= Rational(kMinutesPerDay)) {
    return failure(CauseKind::Overflow, expr);
  }
  return Evaluated::of(TimeOfDay{static_cast<std::int16_t>(sum->numerator())});
}

Evaluated shifted(Date date, const std::optional<Rational>& days, ExprId expr) {
  static const Rational kFirst(dsl::make_date(1, 1, 1)->days);
  static const Rational kLast(dsl::make_date(9999, 12, 31)->days);
  const auto sum = days ? dsl::add(Rational(date.days), *days) : std::nullopt;
  if (!sum || !sum->is_whole() || *sum < kFirst || *sum > kLast) {
    return failure(CauseKind::Overflow, expr);
  }
  return Evaluated::of(Date{static_cast<std::int32_t>(sum->numerator())});
}

template <typename T>
int order(const T& left, const T& right) {
  if (left < right) return -1;
  return right < left ? 1 : 0;
}

template <typename T>
bool sorted_overlap(const std::vector<T>& left, const std::vector<T>& right) {
  return std::any_of(left.begin(), left.end(), [&](const T& member) {
    return std::binary_search(right.begin(), right.end(), member);
  });
}

}  // namespace

Evaluated arithmetic(Op op, const Value& left, const Value& right, ExprId expr) {
  if (const auto* time = std::get_if<TimeOfDay>(&left)) {
    if (const auto* other = std::get_if<TimeOfDay>(&right)) {
      return Evaluated::of(Rational(time->minutes - other->minutes));
    }
    const auto& minutes = std::get<Rational>(right);
    return shifted(*time, op == Op::Add ? minutes : dsl::negate(minutes), expr);
  }
  if (const auto* date = std::get_if<Date>(&left)) {
    if (const auto* other = std::get_if<Date>(&right)) {
      return Evaluated::of(Rational(std::int64_t{date->days} - other->days));
    }
    const auto& days = std::get<Rational>(right);
    return shifted(*date, op == Op::Add ? days : dsl::negate(days), expr);
  }
  const auto& a = std::get<Rational>(left);
  const auto& b = std::get<Rational>(right);
  switch (op) {
    case Op::Add: return or_overflow(dsl::add(a, b), expr);
    case Op::Subtract: return or_overflow(dsl::subtract(a, b), expr);
    case Op::Multiply: return or_overflow(dsl::multiply(a, b), expr);
    default:
      if (b == Rational(0)) return failure(CauseKind::DivisionByZero, expr);
      return or_overflow(dsl::divide(a, b), expr);
  }
}

int compare(const Value& left, const Value& right) {
  if (const auto* number = std::get_if<Rational>(&left)) {
    return order(*number, std::get<Rational>(right));
  }
  if (const auto* time = std::get_if<TimeOfDay>(&left)) {
    return order(*time, std::get<TimeOfDay>(right));
  }
  if (const auto* date = std::get_if<Date>(&left)) return order(*date, std::get<Date>(right));
  return order(std::get<Grade>(left), std::get<Grade>(right));
}

std::optional<Rational> distance(const Value& left, const Value& right) {
  if (const auto* number = std::get_if<Rational>(&left)) {
    return dsl::subtract(*number, std::get<Rational>(right));
  }
  if (const auto* time = std::get_if<TimeOfDay>(&left)) {
    return Rational(time->minutes - std::get<TimeOfDay>(right).minutes);
  }
  if (const auto* date = std::get_if<Date>(&left)) {
    return Rational(std::int64_t{date->days} - std::get<Date>(right).days);
  }
  return std::nullopt;
}

bool includes(const Value& set, const Value& member) {
  if (const auto* grades = std::get_if<GradeSet>(&set)) {
    if (const auto* one = std::get_if<Grade>(&member)) return grades->contains(*one);
    return grades->contains_all(std::get<GradeSet>(member));
  }
  if (const auto* choices = std::get_if<ChoiceSet>(&set)) {
    const auto& all = choices->members;
    if (const auto* one = std::get_if<ChoiceValue>(&member)) {
      return std::binary_search(all.begin(), all.end(), *one);
    }
    const auto& wanted = std::get<ChoiceSet>(member).members;
    return std::includes(all.begin(), all.end(), wanted.begin(), wanted.end());
  }
  const auto& all = std::get<TextSet>(set).members;
  if (const auto* one = std::get_if<std::string>(&member)) {
    return std::binary_search(all.begin(), all.end(), *one);
  }
  const auto& wanted = std::get<TextSet>(member).members;
  return std::includes(all.begin(), all.end(), wanted.begin(), wanted.end());
}

bool overlaps(const Value& left, const Value& right) {
  if (const auto* grades = std::get_if<GradeSet>(&left)) {
    return grades->overlaps(std::get<GradeSet>(right));
  }
  if (const auto* choices = std::get_if<ChoiceSet>(&left)) {
    return sorted_overlap(choices->members, std::get<ChoiceSet>(right).members);
  }
  return sorted_overlap(std::get<TextSet>(left).members, std::get<TextSet>(right).members);
}

}  // namespace checker
