#include "checker/batch/tokens.h"

#include <array>
#include <bit>
#include <cstring>

#include "checker/design/design_format.h"
#include "dsl/text/ascii.h"

namespace checker::batch {
namespace {

using dsl::TypeKind;

// More digits fit a number too, but not every unit of it.
constexpr std::size_t kMaxWholeDigits = 9;
constexpr std::size_t kMaxDecimals = 6;
constexpr std::array<std::int64_t, kMaxDecimals + 1> kPowers = {1,      10,      100,      1'000,
                                                                10'000, 100'000, 1'000'000};

constexpr std::size_t kWordBytes = 8;
constexpr std::size_t kTableBytes = 2 * kWordBytes;

// A mask of the bytes that come first in memory.
std::uint64_t first_bytes(std::size_t count) {
  constexpr std::array<std::uint64_t, kWordBytes + 1> kMasks = [] {
    std::array<std::uint64_t, kWordBytes + 1> masks{};
    for (std::size_t i = 0; i <= kWordBytes; ++i) {
      std::array<unsigned char, kWordBytes> bytes{};
      for (std::size_t b = 0; b < i; ++b) bytes[b] = 0xff;
      masks[i] = std::bit_cast<std::uint64_t>(bytes);
    }
    return masks;
  }();
  return kMasks[count];
}

TokenValue value(std::int64_t number) { return {TokenState::Value, number}; }

// In millionths; nullopt where it is no plain decimal of few digits.
std::optional<std::int64_t> millionths(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  std::int64_t number = 0;
  std::size_t at = 0;
  for (; at < text.size() && dsl::is_digit(text[at]); ++at) number = number * 10 + (text[at] - '0');
  if (at == 0 || at > kMaxWholeDigits || (at > 1 && text[0] == '0')) return std::nullopt;
  std::size_t decimals = 0;
  if (at < text.size()) {
    if (text[at] != '.') return std::nullopt;
    decimals = text.size() - at - 1;
    if (decimals == 0 || decimals > kMaxDecimals) return std::nullopt;
    for (++at; at < text.size(); ++at) {
      if (!dsl::is_digit(text[at])) return std::nullopt;
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
      const bool is_short = text.size() == 5 && text[2] == ':' && dsl::is_digit(text[0]) &&
                            dsl::is_digit(text[1]) && dsl::is_digit(text[3]) &&
                            dsl::is_digit(text[4]);
      if (is_short) {
        const int hour = (text[0] - '0') * 10 + (text[1] - '0');
        const int minute = (text[3] - '0') * 10 + (text[4] - '0');
        return hour < 24 && minute < 60 ? value(hour * 60 + minute) : TokenValue{};
      }
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

}  // namespace

ChoiceTable::ChoiceTable(const std::vector<std::string>& values) {
  std::size_t size = 4;
  while (size < 2 * values.size()) size *= 2;
  slots_.resize(size);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::string& text = values[i];
    if (text == kUnknownWord || text == kNotApplicableWord) continue;
    if (text.size() > kTableBytes) {
      longer_.emplace_back(text, static_cast<std::int32_t>(i));
      continue;
    }
    std::string padded = text;
    padded.resize(kTableBytes);
    Slot slot = words_of(std::string_view(padded.data(), text.size()));
    slot.value = static_cast<std::int32_t>(i);
    std::size_t at = hash(slot) & (size - 1);
    while (slots_[at].value >= 0) at = (at + 1) & (size - 1);
    slots_[at] = slot;
  }
}

ChoiceTable::Slot ChoiceTable::words_of(std::string_view text) {
  Slot slot;
  slot.length = static_cast<std::uint32_t>(text.size());
  std::memcpy(&slot.first, text.data(), kWordBytes);
  if (text.size() <= kWordBytes) {
    slot.first &= first_bytes(text.size());
  } else {
    std::memcpy(&slot.second, text.data() + kWordBytes, kWordBytes);
    slot.second &= first_bytes(text.size() - kWordBytes);
  }
  return slot;
}

std::size_t ChoiceTable::hash(const Slot& slot) {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;
  return ((slot.first ^ (slot.second * kOdd) ^ slot.length) * kOdd) >> 40;
}

std::int32_t ChoiceTable::find(std::string_view text) const {
  if (text.size() > kTableBytes) {
    for (const auto& [value, index] : longer_) {
      if (value == text) return index;
    }
    return -1;
  }
  const Slot wanted = words_of(text);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash(wanted) & mask; slots_[at].value >= 0; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.first == wanted.first && slot.second == wanted.second &&
        slot.length == wanted.length) {
      return slot.value;
    }
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
  if (token.size() < 2 || token.back() != '"') return {};
  // What has escapes is none of the values, so it need not be looked for them.
  const std::string_view text = token.substr(1, token.size() - 2);
  const TokenValue read = read_text(text, kind, choices);
  if (read.state != TokenState::Other) return read;
  if (text == kUnknownWord) return {TokenState::Unknown, 0};
  const bool is_absent = has_absence && text == kNotApplicableWord;
  return is_absent ? TokenValue{TokenState::Absent, 0} : TokenValue{};
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
    while (at < token.size() && dsl::is_digit(token[at])) ++at;
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
