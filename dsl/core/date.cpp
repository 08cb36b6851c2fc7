#include "dsl/core/date.h"

#include <chrono>

#include "dsl/text/ascii.h"
#include <fmt/core.h>

namespace dsl {
namespace {

std::chrono::year_month_day civil(Date date) {
  return std::chrono::sys_days(std::chrono::days(date.days));
}

Date from_days(std::chrono::sys_days days) {
  return {static_cast<std::int32_t>(days.time_since_epoch().count())};
}

std::chrono::weekday to_chrono(Weekday weekday) {
  return std::chrono::weekday((static_cast<unsigned>(weekday) + 1) % 7);
}

int digits(std::string_view text) {
  int value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

std::optional<Date> make_date(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || day < 1) return std::nullopt;
  const std::chrono::year_month_day ymd(std::chrono::year(year),
                                        std::chrono::month(static_cast<unsigned>(month)),
                                        std::chrono::day(static_cast<unsigned>(day)));
  if (!ymd.ok()) return std::nullopt;
  return from_days(ymd);
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  for (const std::size_t at : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
    if (!is_digit(text[at])) return std::nullopt;
  }
  return make_date(digits(text.substr(0, 4)), digits(text.substr(5, 2)), digits(text.substr(8, 2)));
}

int year_of(Date date) { return static_cast<int>(civil(date).year()); }
int month_of(Date date) { return static_cast<int>(static_cast<unsigned>(civil(date).month())); }
int day_of(Date date) { return static_cast<int>(static_cast<unsigned>(civil(date).day())); }

Weekday weekday_of(Date date) {
  const std::chrono::weekday weekday{std::chrono::sys_days(std::chrono::days(date.days))};
  return static_cast<Weekday>(weekday.iso_encoding() - 1);
}

std::optional<Date> nth_weekday(int year, int month, Weekday weekday, int n) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || n < 1 || n > 5) return std::nullopt;
  const std::chrono::year_month_weekday date(
      std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
      std::chrono::weekday_indexed(to_chrono(weekday), static_cast<unsigned>(n)));
  if (!date.ok()) return std::nullopt;
  return from_days(date);
}

std::optional<Date> last_weekday(int year, int month, Weekday weekday) {
  if (const auto fifth = nth_weekday(year, month, weekday, 5)) return fifth;
  return nth_weekday(year, month, weekday, 4);
}

Date weekday_on_or_after(Date date, Weekday weekday) {
  const int ahead = (static_cast<int>(weekday) - static_cast<int>(weekday_of(date)) + 7) % 7;
  return {date.days + ahead};
}

Date weekday_on_or_before(Date date, Weekday weekday) {
  const int back = (static_cast<int>(weekday_of(date)) - static_cast<int>(weekday) + 7) % 7;
  return {date.days - back};
}

std::optional<Date> add_months(Date date, std::int64_t months, MonthEnd rounding) {
  constexpr std::int64_t kMost = 12 * 10'000;
  if (months > kMost || months < -kMost) return std::nullopt;
  const std::int64_t count = std::int64_t{year_of(date)} * 12 + month_of(date) - 1 + months;
  if (count < 12) return std::nullopt;
  const int year = static_cast<int>(count / 12);
  const int month = static_cast<int>(count % 12) + 1;
  if (const auto same = make_date(year, month, day_of(date))) return same;
  if (rounding == MonthEnd::Up) {
    return month == 12 ? make_date(year + 1, 1, 1) : make_date(year, month + 1, 1);
  }
  for (int day = day_of(date) - 1; day >= 28; --day) {
    if (const auto last = make_date(year, month, day)) return last;
  }
  return std::nullopt;
}

std::string format_date(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", year_of(date), month_of(date), day_of(date));
}

}  // namespace dsl
