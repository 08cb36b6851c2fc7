#include "checker/design/amount.h"

#include <algorithm>

#include "dsl/text/ascii.h"

namespace checker {
namespace {

constexpr std::size_t kMaxWholeDigits = 15;
constexpr std::size_t kMaxFractionDigits = 6;
constexpr std::string_view kDollars = "dollars";

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::size_t count_digits(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), dsl::is_digit));
}

// The number as it should be written: thousands joined by `_`.
std::string with_underscores(std::string_view digits) {
  std::string text(digits);
  std::replace(text.begin(), text.end(), ',', '_');
  return text;
}

AmountFault fault_of(std::string_view digits, std::string_view rest) {
  if (count_digits(digits) == 0) return AmountFault::NotANumber;
  if (digits.find(',') != std::string_view::npos) return AmountFault::Commas;
  const bool has_exponent = rest.size() > 1 && (rest[0] == 'e' || rest[0] == 'E') &&
                            (dsl::is_digit(rest[1]) || rest[1] == '-' || rest[1] == '+');
  if (has_exponent) return AmountFault::Exponent;
  if (digits.size() > 1 && digits[0] == '0' && digits[1] != '.') return AmountFault::LeadingZero;
  const std::size_t point = digits.find('.');
  const std::string_view fraction =
      point == std::string_view::npos ? std::string_view() : digits.substr(point);
  const bool is_long = count_digits(digits.substr(0, point)) > kMaxWholeDigits ||
                       count_digits(fraction) > kMaxFractionDigits;
  return is_long ? AmountFault::TooLong : AmountFault::None;
}

std::string suggestion_for(AmountFault fault, std::string_view text, std::string_view digits) {
  if (fault == AmountFault::Commas) return with_underscores(text);
  if (fault != AmountFault::LeadingZero) return {};
  const std::size_t first = std::min(digits.find_first_not_of("0_"), digits.size() - 1);
  std::string better(text);
  better.erase(better.find(digits), first);
  return better;
}

std::string dollars_and(std::string_view rest) {
  return rest.empty() ? std::string(kDollars) : std::string(kDollars) + " " + std::string(rest);
}

}  // namespace

Amount parse_amount(std::string_view written) {
  const std::string_view text = trim(written);
  std::string_view rest = text;
  const bool negative = rest.starts_with('-');
  if (negative) rest.remove_prefix(1);
  const bool dollars = rest.starts_with('$');
  if (dollars) rest.remove_prefix(1);
  const std::size_t length = std::min(rest.find_first_not_of("0123456789_.,"), rest.size());
  const std::string_view digits = rest.substr(0, length);
  rest.remove_prefix(length);

  Amount amount;
  amount.fault = fault_of(digits, rest);
  amount.suggestion = suggestion_for(amount.fault, text, digits);
  if (amount.fault != AmountFault::None) return amount;
  const auto number = dsl::Rational::parse(digits);
  const auto signed_number = number && negative ? dsl::negate(*number) : number;
  if (!signed_number) {
    const bool is_long = count_digits(digits) > kMaxWholeDigits;
    amount.fault = is_long ? AmountFault::TooLong : AmountFault::NotANumber;
    return amount;
  }
  amount.number = *signed_number;
  rest = trim(rest);
  amount.is_percent = !dollars && (rest == "%" || rest == "percent");
  if (!amount.is_percent) amount.unit = dollars ? dollars_and(rest) : std::string(rest);
  return amount;
}

UnitReading parse_unit(std::string_view text, const dsl::UnitTable& units) {
  constexpr std::string_view kPer = " per ";
  UnitReading reading;
  std::string_view rest = trim(text);
  for (bool first = true;; first = false) {
    const std::size_t per = rest.find(kPer);
    std::string word(trim(rest.substr(0, per)));
    auto unit = units.find(word);
    if (!unit) {
      // People write `calendar days` where rules write `calendar_days`.
      std::string joined = word;
      std::replace(joined.begin(), joined.end(), ' ', '_');
      unit = units.find(joined);
    }
    if (unit) reading.unit = first ? unit : units.per(*reading.unit, *unit);
    if (!unit || !reading.unit) {
      reading.unit.reset();
      reading.unknown_word = std::move(word);
      return reading;
    }
    if (per == std::string_view::npos) return reading;
    rest.remove_prefix(per + kPer.size());
  }
}

}  // namespace checker
