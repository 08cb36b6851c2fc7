// Exact numbers: a fraction of two 64-bit integers in lowest terms.
//
// No verdict may hang on binary rounding, so every number of the language is one of these.
// Arithmetic that does not fit says so (nullopt); it never wraps.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dsl {

class Rational {
 public:
  constexpr Rational() = default;
  constexpr Rational(std::int64_t whole)
      : numerator_(whole) {}  // NOLINT(google-explicit-constructor)

  // nullopt when the denominator is 0 or the reduced fraction does not fit.
  static std::optional<Rational> make(std::int64_t numerator, std::int64_t denominator);

  // Reads digits with an optional fraction and `_` between digits: `50_400`, `0.5`. No sign.
  // nullopt when the text is not such a number or does not fit.
  static std::optional<Rational> parse(std::string_view text);

  constexpr std::int64_t numerator() const { return numerator_; }
  // Always positive.
  constexpr std::int64_t denominator() const { return denominator_; }
  constexpr bool is_whole() const { return denominator_ == 1; }

  friend bool operator==(const Rational&, const Rational&) = default;
  friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);

 private:
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
};

std::optional<Rational> add(const Rational& a, const Rational& b);
std::optional<Rational> subtract(const Rational& a, const Rational& b);
std::optional<Rational> multiply(const Rational& a, const Rational& b);
// nullopt on overflow and on division by zero; tell the two apart by looking at b.
std::optional<Rational> divide(const Rational& a, const Rational& b);
std::optional<Rational> negate(const Rational& a);

// For people: thousands separated by commas from 10,000 on, at most `places` decimals, or up to
// four where they say it exactly, and `about` in front where decimals had to be cut: `54,000`,
// `-0.5`, `0.125`, `about 33.33`.
std::string format_for_people(const Rational& value, int places = 2);

// For programs: the exact value where it is a finite decimal, else numerator/denominator.
std::string format_exact(const Rational& value);

// The nearest double, for JSON numbers; never used to decide anything.
double to_double(const Rational& value);

}  // namespace dsl
