// Exact numbers: no rounding, no wrapping.
#include "dsl/core/rational.h"

#include <limits>

#include <catch2/catch.hpp>

using dsl::Rational;

TEST_CASE("numbers_are_read_exactly") {
  CHECK(*Rational::parse("50_400") == Rational(50400));
  CHECK(*Rational::parse("0.5") == *Rational::make(1, 2));
  CHECK(*Rational::parse("0.1") == *Rational::make(1, 10));
  for (const char* text :
       {"", "_1", "1_", "1__0", "1.", ".5", "1.2.3", "1e3", "99999999999999999999"}) {
    INFO(text);
    CHECK_FALSE(Rational::parse(text).has_value());
  }
}

TEST_CASE("a_tenth_three_times_is_three_tenths") {
  const Rational tenth = *Rational::parse("0.1");
  CHECK(*dsl::add(*dsl::add(tenth, tenth), tenth) == *Rational::parse("0.3"));
}

TEST_CASE("what_does_not_fit_says_so_instead_of_wrapping") {
  const Rational most(std::numeric_limits<std::int64_t>::max());
  const Rational least(std::numeric_limits<std::int64_t>::min());
  CHECK_FALSE(dsl::add(most, 1).has_value());
  CHECK_FALSE(dsl::subtract(least, 1).has_value());
  CHECK_FALSE(dsl::multiply(most, 2).has_value());
  CHECK_FALSE(dsl::negate(least).has_value());
  CHECK_FALSE(dsl::divide(1, 0).has_value());
  CHECK(*dsl::add(most, 0) == most);
  CHECK(*dsl::divide(most, most) == Rational(1));
}

TEST_CASE("order_is_that_of_the_numbers_not_of_their_parts") {
  CHECK(*Rational::make(1, 3) < *Rational::make(1, 2));
  CHECK(*Rational::make(-1, 2) < *Rational::make(-1, 3));
  const Rational huge(std::numeric_limits<std::int64_t>::max());
  CHECK(*Rational::make(1, std::numeric_limits<std::int64_t>::max()) < huge);
}

TEST_CASE("numbers_are_written_for_people_and_for_programs") {
  CHECK(dsl::format_for_people(54000) == "54,000");
  CHECK(dsl::format_for_people(1080) == "1080");
  CHECK(dsl::format_for_people(-1234567) == "-1,234,567");
  CHECK(dsl::format_for_people(*Rational::make(1, 2)) == "0.5");
  CHECK(dsl::format_for_people(*Rational::make(100, 3)) == "about 33.33");
  CHECK(dsl::format_for_people(*Rational::make(201, 200)) == "1.005");
  CHECK(dsl::format_for_people(*Rational::make(-1, 16)) == "-0.0625");
  CHECK(dsl::format_for_people(*Rational::make(1, 32)) == "about 0.03");
  CHECK(dsl::format_for_people(*Rational::make(1'000'001, 1'000'000)) == "about 1");
  CHECK(dsl::format_exact(*Rational::make(-1, 8)) == "-0.125");
  CHECK(dsl::format_exact(*Rational::make(1, 3)) == "1/3");
  CHECK(dsl::format_exact(0) == "0");
}
