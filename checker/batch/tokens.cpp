#include "checker/batch/tokens.h"

#include <array>
#include <cstring>

#include "checker/design/design_format.h"

namespace checker::batch {
namespace {

using dsl::TypeKind;

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// More digits fit a number too, but not every unit of it.
constexpr std::size_t kMaxWholeDigits = 9;
constexpr std::size_t kMaxDecimals = 6;
constexpr std::array<std::int64_t, kMaxDecimals + 1> kPowers = {1,      10,      100,      1'000,
                                                                10'000, 100'000, 1'000'000};

TokenValue value(std::int64_t number) { return {TokenState::Value, number}; }

// In millionths; nullopt where it is no plain decimal of few digits.
std::optional<std::int64_t> millionths(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  std::int64_t number = 0;
  std::size_t at = 0;
  for (; at < text.size() && is_digit(text[at]); ++at) number = number * 10 + (text[at] - '0');
  if (at == 0 || at > kMaxWholeDigits || (at > 1 && text[0] == '0')) return std::nullopt;
  std::size_t decimals = 0;
  if (at < text.size()) {
    if (text[at] != '.') return std::nullopt;
    decimals = text.size() - at - 1;
    if (decimals == 0 || decimals > kMaxDecimals) return std::nullopt;
    for (++at; at < text.size(); ++at) {
      if (!is_digit(text[at])) return std::nullopt;
      number = number * 10 + (text[at] - '0');
    }
  }
  number *= kPowers[kMaxDecimals - decimals];
  return negative ? -number : number;
}

TokenValue read_number(std::string_view token, TypeKind kind) {
  const auto number = millionths(token);
  if (!number) return {};
  if (kind != TypeKind::Count) return value(*number);
  return *number % kPowers[kMaxDecimals] == 0 ? value(*number / kPowers[kMaxDecimals])
                                              : TokenValue{};
}

TokenValue read_percent(std::string_view text) {
  if (!text.ends_with('%')) return {};
  const auto number = millionths(text.substr(0, text.size() - 1));
  return number ? value(*number) : TokenValue{};
}

TokenValue read_text(std::string_view text, TypeKind kind, const ChoiceTable* choices) {
  switch (kind) {
    case TypeKind::Choice: {
      const std::int32_t found = choices->find(text);
      return found < 0 ? TokenValue{} : value(found);
    }
    case TypeKind::Time: {
      const auto time = dsl::parse_time_of_day(text);
      return time ? value(time->minutes) : TokenValue{};
    }
    case TypeKind::Date: {
      const auto date = dsl::parse_date(text);
      return date ? value(date->days) : TokenValue{};
    }
    case TypeKind::Grade: {
      const auto grade = dsl::parse_grade(text);
      return grade ? value(grade->index) : TokenValue{};
    }
    case TypeKind::Percent:
    case TypeKind::Ratio: return read_percent(text);
    default: return {};
  }
}

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = text.size();
  for (; text.size() >= 8; text.remove_prefix(8)) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), 8);
    hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
  }
  std::uint64_t rest = 0;
  std::memcpy(&rest, text.data(), text.size());
  hash = (hash ^ rest) * 0x9E3779B97F4A7C15U;
  return hash ^ (hash >> 32);
}

}  // namespace

ChoiceTable::ChoiceTable(const std::vector<std::string>& values) : values_(values) {
  std::size_t size = 4;
  while (size < 2 * values_.size()) size *= 2;
  slots_.resize(size, -1);
  for (std::size_t i = 0; i < values_.size(); ++i) {
    std::size_t at = hash_of(values_[i]) & (size - 1);
    while (slots_[at] >= 0) at = (at + 1) & (size - 1);
    slots_[at] = static_cast<std::int32_t>(i);
  }
}

std::int32_t ChoiceTable::find(std::string_view text) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash_of(text) & mask; slots_[at] >= 0; at = (at + 1) & mask) {
    if (values_[static_cast<std::size_t>(slots_[at])] == text) return slots_[at];
  }
  return -1;
}

std::optional<std::string_view> plain_string(std::string_view token) {
  if (token.size() < 2 || token.front() != '"' || token.back() != '"') return std::nullopt;
  token = token.substr(1, token.size() - 2);
  if (token.find('\\') != std::string_view::npos) return std::nullopt;
  return token;
}

TokenValue read_token(std::string_view token, TypeKind kind, const ChoiceTable* choices) {
  if (token.empty()) return {};
  const bool has_absence = kind != TypeKind::Boolean;
  switch (token.front()) {
    case '"': break;
    case 't': return kind == TypeKind::Boolean && token == "true" ? value(1) : TokenValue{};
    case 'f': return kind == TypeKind::Boolean && token == "false" ? value(0) : TokenValue{};
    case 'n':
      return has_absence && token == kNullWord ? TokenValue{TokenState::Absent, 0} : TokenValue{};
    default: {
      if (kind == TypeKind::Count || kind == TypeKind::Quantity) return read_number(token, kind);
      if (kind != TypeKind::Grade) return {};
      const auto grade = dsl::parse_grade(token);
      return grade ? value(grade->index) : TokenValue{};
    }
  }
  const auto text = plain_string(token);
  if (!text) return {};
  const TokenValue read = read_text(*text, kind, choices);
  if (*text == kUnknownWord) return {TokenState::Unknown, 0};
  if (*text != kNotApplicableWord) return read;
  return has_absence ? TokenValue{TokenState::Absent, 0} : TokenValue{};
}

dsl::GradeSet read_grades(std::string_view text) {
  dsl::GradeSet grades;
  const std::size_t dots = text.find("..");
  const auto first = dsl::parse_grade(text.substr(0, dots));
  if (!first) return grades;
  if (dots == std::string_view::npos) {
    grades.insert(*first);
    return grades;
  }
  const auto last = dsl::parse_grade(text.substr(dots + 2));
  return last ? dsl::GradeSet::range(*first, *last) : grades;
}

bool is_json_scalar(std::string_view token) {
  if (token == "true" || token == "false" || token == kNullWord) return true;
  std::size_t at = token.starts_with('-') ? 1 : 0;
  const auto digits = [&] {
    const std::size_t begin = at;
    while (at < token.size() && is_digit(token[at])) ++at;
    return at - begin;
  };
  const std::size_t first = at;
  const std::size_t whole = digits();
  if (whole == 0 || (whole > 1 && token[first] == '0')) return false;
  if (at < token.size() && token[at] == '.') {
    ++at;
    if (digits() == 0) return false;
  }
  if (at < token.size() && (token[at] == 'e' || token[at] == 'E')) {
    ++at;
    if (at < token.size() && (token[at] == '+' || token[at] == '-')) ++at;
    if (digits() == 0) return false;
  }
  return at == token.size();
}

}  // namespace checker::batch
