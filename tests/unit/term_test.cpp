#include "dsl/core/term.h"

#include <catch2/catch.hpp>

namespace {

dsl::Date day(const char* text) { return *dsl::parse_date(text); }

std::optional<dsl::Date> ends(const char* first, std::int64_t count, const char* word) {
  const dsl::UnitTable units;
  return dsl::last_day_of_term(day(first), dsl::Rational(count), *units.find(word), units);
}

}  // namespace

TEST_CASE("a_term_ends_on_the_day_before_it_began") {
  CHECK(ends("2026-07-01", 5, "years") == day("2031-06-30"));
  CHECK(ends("2026-07-01", 1, "month") == day("2026-07-31"));
  CHECK(ends("2026-07-01", 2, "weeks") == day("2026-07-14"));
  CHECK(ends("2026-07-01", 30, "calendar_days") == day("2026-07-30"));
}

TEST_CASE("a_term_that_begins_on_a_day_that_its_last_month_lacks_ends_with_the_month") {
  CHECK(ends("2026-01-31", 1, "month") == day("2026-02-27"));
  CHECK(ends("2028-02-29", 1, "year") == day("2029-02-27"));
}

TEST_CASE("a_term_of_another_unit_or_past_the_last_year_has_no_end") {
  CHECK_FALSE(ends("2026-07-01", 5, "hours"));
  CHECK_FALSE(ends("2026-07-01", 0, "years"));
  CHECK_FALSE(ends("2026-07-01", 9000, "years"));
  CHECK_FALSE(ends("2026-07-01", INT64_MAX, "calendar_days"));
}
