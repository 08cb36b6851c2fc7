// Civil dates of the proleptic Gregorian calendar; no clock and no time zone.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dsl {

enum class Weekday : std::uint8_t {
  Monday,
  Tuesday,
  Wednesday,
  Thursday,
  Friday,
  Saturday,
  Sunday
};

// Days since 1970-01-01; years 1 to 9999.
struct Date {
  std::int32_t days = 0;

  friend auto operator<=>(Date, Date) = default;
};

// nullopt when there is no such day, as 2027-02-29.
std::optional<Date> make_date(int year, int month, int day);

// `2027-08-16` and nothing else.
std::optional<Date> parse_date(std::string_view text);

int year_of(Date date);
int month_of(Date date);
int day_of(Date date);
Weekday weekday_of(Date date);

// The n-th such weekday of a month, n from 1 to 5; nullopt when the month has no n-th one.
std::optional<Date> nth_weekday(int year, int month, Weekday weekday, int n);
std::optional<Date> last_weekday(int year, int month, Weekday weekday);

// The first such weekday on the date or after it; the last one on it or before.
Date weekday_on_or_after(Date date, Weekday weekday);
Date weekday_on_or_before(Date date, Weekday weekday);

// What becomes of a day that a month has not: its last day, or the first day of the next month.
enum class MonthEnd : std::uint8_t { Down, Up };

// The same day of the month so many months on, or back where `months` is negative; nullopt outside
// the years 1 to 9999. One step: January 31 and two months is March 31.
std::optional<Date> add_months(Date date, std::int64_t months, MonthEnd rounding);

// 2027-08-16
std::string format_date(Date date);

}  // namespace dsl
