#include "dsl/core/term.h"

#include <limits>
#include <string_view>

namespace dsl {
namespace {

constexpr std::int64_t kMonthsInYear = 12;
constexpr std::int64_t kDaysInWeek = 7;

}  // namespace

std::optional<Date> last_day_of_term(Date first, const Rational& amount, const Unit& unit,
                                     const UnitTable& units) {
  if (amount.denominator() != 1 || amount.numerator() <= 0) return std::nullopt;
  const auto is = [&](std::string_view word) {
    const auto known = units.find(word);
    return known && known->dimension == unit.dimension;
  };
  constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max() / kMonthsInYear;
  const std::int64_t count = amount.numerator();
  if (count > kMost) return std::nullopt;
  std::optional<Date> next;
  if (is("year")) {
    next = add_months(first, count * kMonthsInYear, MonthEnd::Down);
  } else if (is("month")) {
    next = add_months(first, count, MonthEnd::Down);
  } else if (is("week") || is("calendar_day")) {
    const std::int64_t days = count * (is("week") ? kDaysInWeek : 1);
    if (days <= kMost) next = Date{static_cast<std::int32_t>(first.days + days)};
  }
  if (!next) return std::nullopt;
  return Date{next->days - 1};
}

}  // namespace dsl
