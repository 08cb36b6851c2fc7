// Dates and clock times.
#include "dsl/core/date.h"
#include "dsl/core/time_of_day.h"
#include <catch2/catch.hpp>

TEST_CASE("only_days_that_exist_are_dates") {
  CHECK(dsl::parse_date("2028-02-29").has_value());
  for (const char* text : {"2027-02-29", "2027-13-01", "2027-00-10", "2027-04-31", "2027-4-3",
                           "27-04-03", "2027/04/03", "2027-04-03 ", "0000-01-01"}) {
    INFO(text);
    CHECK_FALSE(dsl::parse_date(text).has_value());
  }
  CHECK(dsl::format_date(*dsl::parse_date("2027-08-16")) == "2027-08-16");
}

TEST_CASE("weekdays_of_a_month_are_counted_from_its_first") {
  const auto labor_day = dsl::nth_weekday(2026, 9, dsl::Weekday::Monday, 1);
  CHECK(dsl::format_date(*labor_day) == "2026-09-07");
  CHECK(dsl::format_date(*dsl::nth_weekday(2026, 12, dsl::Weekday::Monday, 1)) == "2026-12-07");
  CHECK_FALSE(dsl::nth_weekday(2026, 9, dsl::Weekday::Monday, 5).has_value());
  CHECK(dsl::format_date(*dsl::last_weekday(2026, 8, dsl::Weekday::Monday)) == "2026-08-31");
  CHECK(dsl::weekday_of(*dsl::parse_date("2026-11-23")) == dsl::Weekday::Monday);
}

TEST_CASE("clock_times_are_read_with_and_without_am_and_pm") {
  CHECK(dsl::parse_time_of_day("8:30 am")->minutes == 510);
  CHECK(dsl::parse_time_of_day("8:30am")->minutes == 510);
  CHECK(dsl::parse_time_of_day("12:00 am")->minutes == 0);
  CHECK(dsl::parse_time_of_day("12:30 pm")->minutes == 750);
  CHECK(dsl::parse_time_of_day("14:05")->minutes == 845);
  for (const char* text : {"24:00", "8:60", "13:00 pm", "0:30 am", "8", "8:3", "8:30 xm", "830"}) {
    INFO(text);
    CHECK_FALSE(dsl::parse_time_of_day(text).has_value());
  }
  CHECK(dsl::format_time_of_day({0}) == "12:00 am");
  CHECK(dsl::format_time_of_day({750}) == "12:30 pm");
}
