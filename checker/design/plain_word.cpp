#include "checker/design/plain_word.h"

#include <algorithm>
#include <array>

#include "dsl/text/ascii.h"

namespace checker {
namespace {

bool all_of(std::string_view text, std::string_view set) {
  return text.find_first_not_of(set) == std::string_view::npos;
}

std::string_view without_sign(std::string_view word) {
  if (word.starts_with('-') || word.starts_with('+')) word.remove_prefix(1);
  return word;
}

bool is_number(std::string_view word) {
  const std::string lower = to_lower(without_sign(word));
  std::string_view rest = lower;
  if (rest == ".inf" || rest == ".nan") return true;
  if (rest.starts_with("0x")) return rest.size() > 2 && all_of(rest.substr(2), "0123456789abcdef_");
  if (rest.starts_with("0o")) return rest.size() > 2 && all_of(rest.substr(2), "01234567");
  if (rest.starts_with("0b")) return rest.size() > 2 && all_of(rest.substr(2), "01_");
  const std::size_t exponent = rest.find('e');
  if (exponent != std::string_view::npos) {
    const std::string_view power = without_sign(rest.substr(exponent + 1));
    if (power.empty() || !all_of(power, "0123456789")) return false;
    rest = rest.substr(0, exponent);
  }
  return std::any_of(rest.begin(), rest.end(), dsl::is_digit) && !rest.starts_with('_') &&
         all_of(rest, "0123456789_.") && std::count(rest.begin(), rest.end(), '.') <= 1;
}

// `9:30`, `1:30:00.5`.
bool is_base60(std::string_view word) {
  std::string_view rest = without_sign(word);
  const std::size_t colon = rest.find(':');
  if (colon == std::string_view::npos || colon == 0 || !dsl::is_digit(rest.front())) return false;
  if (!all_of(rest.substr(0, colon), "0123456789_")) return false;
  while (rest.find(':') != std::string_view::npos) {
    rest.remove_prefix(rest.find(':') + 1);
    const std::string_view part = rest.substr(0, rest.find_first_of(":."));
    if (part.empty() || part.size() > 2 || !all_of(part, "0123456789")) return false;
    if (part.size() == 2 && part[0] > '5') return false;
  }
  const std::size_t point = rest.find('.');
  return point == std::string_view::npos || all_of(rest.substr(point + 1), "0123456789_");
}

// `2027-08-16`, with or without a time behind it.
bool is_date(std::string_view word) {
  constexpr std::string_view kPattern = "dddd-dd-dd";
  if (word.size() < kPattern.size()) return false;
  for (std::size_t i = 0; i < kPattern.size(); ++i) {
    if (kPattern[i] == 'd' ? !dsl::is_digit(word[i]) : word[i] != '-') return false;
  }
  return word.size() == kPattern.size() || word[10] == 'T' || word[10] == 't' ||
         (word[10] == ' ' && word.find(':') != std::string_view::npos);
}

}  // namespace

std::string to_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = dsl::to_lower(c);
  return lower;
}

std::optional<bool> plain_boolean(std::string_view word) {
  constexpr std::array<std::string_view, 4> kYes = {"y", "yes", "true", "on"};
  constexpr std::array<std::string_view, 4> kNo = {"n", "no", "false", "off"};
  const std::string lower = to_lower(word);
  // YAML knows `no`, `No` and `NO`, but not `nO`.
  const std::string_view rest = word.substr(std::min<std::size_t>(1, word.size()));
  const bool all_lower = rest == std::string_view(lower).substr(lower.empty() ? 0 : 1);
  const bool all_upper = std::all_of(word.begin(), word.end(), dsl::is_upper);
  if (!all_lower && !all_upper) return std::nullopt;
  if (std::find(kYes.begin(), kYes.end(), lower) != kYes.end()) return true;
  if (std::find(kNo.begin(), kNo.end(), lower) != kNo.end()) return false;
  return std::nullopt;
}

PlainReading plain_reading(std::string_view word) {
  if (plain_boolean(word)) return PlainReading::Boolean;
  if (is_number(word)) return PlainReading::Number;
  if (is_base60(word)) return PlainReading::Base60;
  if (is_date(word)) return PlainReading::Date;
  return PlainReading::Text;
}

}  // namespace checker
