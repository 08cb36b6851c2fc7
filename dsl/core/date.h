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

// 2027-08-16
std::string format_date(Date date);

}  // namespace dsl
