#include "dsl/core/rational.h"

#include <limits>
#include <numeric>

#include "dsl/text/ascii.h"

namespace dsl {
namespace {

__extension__ using Wide = __int128;

Wide absolute(Wide value) { return value < 0 ? -value : value; }

Wide greatest_common_divisor(Wide a, Wide b) {
  a = absolute(a);
  b = absolute(b);
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

bool fits(Wide value) {
  return value >= std::numeric_limits<std::int64_t>::min() &&
         value <= std::numeric_limits<std::int64_t>::max();
}

std::string group_thousands(std::string digits) {
  if (digits.size() < 5) return digits;
  for (std::size_t at = digits.size() - 3;; at -= 3) {
    digits.insert(at, ",");
    if (at <= 3) break;
  }
  return digits;
}

std::string digits_of(Wide value) {
  if (value == 0) return "0";
  std::string digits;
  for (; value != 0; value /= 10)
    digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(value % 10)));
  return digits;
}

std::optional<Rational> reduce(Wide numerator, Wide denominator) {
  if (denominator == 0) return std::nullopt;
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  const Wide divisor = greatest_common_divisor(numerator, denominator);
  numerator /= divisor;
  denominator /= divisor;
  if (!fits(numerator) || !fits(denominator)) return std::nullopt;
  return Rational::make(static_cast<std::int64_t>(numerator),
                        static_cast<std::int64_t>(denominator));
}

}  // namespace

std::optional<Rational> Rational::make(std::int64_t numerator, std::int64_t denominator) {
  if (denominator > 0 && greatest_common_divisor(numerator, denominator) == 1) {
    Rational result;
    result.numerator_ = numerator;
    result.denominator_ = denominator;
    return result;
  }
  return reduce(numerator, denominator);
}

std::optional<Rational> Rational::parse(std::string_view text) {
  Wide value = 0;
  Wide scale = 1;
  bool fraction = false;
  bool digit_before = false;
  for (const char c : text) {
    if (c == '_') {
      if (!digit_before) return std::nullopt;
      digit_before = false;
    } else if (c == '.') {
      if (fraction || !digit_before) return std::nullopt;
      fraction = true;
      digit_before = false;
    } else if (is_digit(c)) {
      value = value * 10 + (c - '0');
      if (fraction) scale *= 10;
      if (!fits(value) || !fits(scale)) return std::nullopt;
      digit_before = true;
    } else {
      return std::nullopt;
    }
  }
  if (!digit_before) return std::nullopt;
  return reduce(value, scale);
}

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
  const Wide left = Wide{a.numerator_} * b.denominator_;
  const Wide right = Wide{b.numerator_} * a.denominator_;
  if (left < right) return std::strong_ordering::less;
  return left > right ? std::strong_ordering::greater : std::strong_ordering::equal;
}

std::optional<Rational> add(const Rational& a, const Rational& b) {
  // Each product is below 2^126, so the sum stays below 2^127.
  return reduce(Wide{a.numerator()} * b.denominator() + Wide{b.numerator()} * a.denominator(),
                Wide{a.denominator()} * b.denominator());
}

std::optional<Rational> subtract(const Rational& a, const Rational& b) {
  return reduce(Wide{a.numerator()} * b.denominator() - Wide{b.numerator()} * a.denominator(),
                Wide{a.denominator()} * b.denominator());
}

std::optional<Rational> multiply(const Rational& a, const Rational& b) {
  return reduce(Wide{a.numerator()} * b.numerator(), Wide{a.denominator()} * b.denominator());
}

std::optional<Rational> divide(const Rational& a, const Rational& b) {
  return reduce(Wide{a.numerator()} * b.denominator(), Wide{a.denominator()} * b.numerator());
}

std::optional<Rational> negate(const Rational& a) { return subtract(Rational(0), a); }

namespace {

// How many decimals say the value exactly; nullopt where none do.
std::optional<int> places_of(const Rational& value) {
  std::int64_t rest = value.denominator();
  int places = 0;
  for (const int factor : {10, 5, 2}) {
    for (; rest % factor == 0; rest /= factor) ++places;
  }
  return rest == 1 ? std::optional(places) : std::nullopt;
}

}  // namespace

std::string format_for_people(const Rational& value, int places) {
  constexpr int kExactPlaces = 4;
  const int needed = places_of(value).value_or(places);
  if (needed > places && needed <= kExactPlaces) places = needed;
  Wide scale = 1;
  for (int i = 0; i < places; ++i) scale *= 10;
  const Wide numerator = absolute(Wide{value.numerator()});
  const Wide whole = numerator / value.denominator();
  const Wide scaled = (numerator % value.denominator()) * scale;
  const Wide decimals = scaled / value.denominator();
  std::string text = group_thousands(digits_of(whole));
  if (decimals != 0) {
    std::string fraction = digits_of(decimals);
    fraction.insert(0, static_cast<std::size_t>(places) - fraction.size(), '0');
    fraction.erase(fraction.find_last_not_of('0') + 1);
    text += "." + fraction;
  }
  if (value.numerator() < 0) text.insert(0, "-");
  if (scaled % value.denominator() != 0) text.insert(0, "about ");
  return text;
}

std::string format_exact(const Rational& value) {
  const std::optional<int> exact = places_of(value);
  std::string text;
  // Past 18 places the scale would not fit; such a value is written as a fraction too.
  if (!exact || *exact > 18) {
    text = digits_of(absolute(value.numerator())) + "/" + digits_of(value.denominator());
  } else {
    const int places = *exact;
    Wide scale = 1;
    for (int i = 0; i < places; ++i) scale *= 10;
    text = digits_of(absolute(Wide{value.numerator()}) * (scale / value.denominator()));
    if (places > 0) {
      if (text.size() <= static_cast<std::size_t>(places)) {
        text.insert(0, static_cast<std::size_t>(places) + 1 - text.size(), '0');
      }
      text.insert(text.size() - static_cast<std::size_t>(places), ".");
    }
  }
  return value.numerator() < 0 ? "-" + text : text;
}

double to_double(const Rational& value) {
  return static_cast<double>(value.numerator()) / static_cast<double>(value.denominator());
}

}  // namespace dsl
