#include "checker/report/display_text.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace checker {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// One character of a text. Bytes that are not UTF-8 count one each, as U+FFFD.
struct Character {
  std::uint32_t code = 0xFFFD;
  std::size_t bytes = 1;
};

// How many bytes follow the first one; -1 when no character begins with it.
int bytes_after(unsigned char first) {
  if (first < 0x80) return 0;
  if (first >= 0xC2 && first <= 0xDF) return 1;
  if (first >= 0xE0 && first <= 0xEF) return 2;
  return first >= 0xF0 && first <= 0xF4 ? 3 : -1;
}

Character first_character(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  const int more = bytes_after(first);
  if (more == 0) return {first, 1};
  if (more < 0 || text.size() <= static_cast<std::size_t>(more)) return {};
  std::uint32_t code = first & (0x3FU >> more);
  for (int i = 1; i <= more; ++i) {
    const auto byte = static_cast<unsigned char>(text[static_cast<std::size_t>(i)]);
    if ((byte & 0xC0U) != 0x80) return {};
    code = (code << 6U) | (byte & 0x3FU);
  }
  const bool overlong = (more == 2 && code < 0x800) || (more == 3 && code < 0x10000);
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (overlong || surrogate || code > 0x10FFFF) return {};
  return {code, static_cast<std::size_t>(more) + 1};
}

struct Range {
  std::uint32_t first;
  std::uint32_t last;
};

template <std::size_t N>
bool within(const std::array<Range, N>& ranges, std::uint32_t code) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](const Range& range) { return range.first <= code && code <= range.last; });
}

// Control characters, and those that reorder or break lines (Unicode UAX 9 and UAX 14).
bool is_harmful(std::uint32_t code) {
  static constexpr std::array<Range, 9> kHarmful = {{{0x00, 0x1F},
                                                     {0x7F, 0x9F},
                                                     {0x061C, 0x061C},
                                                     {0x200E, 0x200F},
                                                     {0x2028, 0x202E},
                                                     {0x2066, 0x2069},
                                                     {0xFEFF, 0xFEFF},
                                                     {0xFFF9, 0xFFFB},
                                                     {0xFFFE, 0xFFFF}}};
  return within(kHarmful, code);
}

// Combining marks and joiners (general categories Mn, Me and Cf), in blocks.
bool is_combining(std::uint32_t code) {
  static constexpr std::array<Range, 14> kCombining = {{{0x0300, 0x036F},
                                                        {0x0483, 0x0489},
                                                        {0x0591, 0x05BD},
                                                        {0x0610, 0x061A},
                                                        {0x064B, 0x065F},
                                                        {0x093C, 0x093C},
                                                        {0x0E34, 0x0E3A},
                                                        {0x1AB0, 0x1AFF},
                                                        {0x1DC0, 0x1DFF},
                                                        {0x200B, 0x200D},
                                                        {0x20D0, 0x20FF},
                                                        {0xFE00, 0xFE0F},
                                                        {0xFE20, 0xFE2F},
                                                        {0xE0100, 0xE01EF}}};
  return within(kCombining, code);
}

// East Asian wide and full-width characters and most emoji (Unicode UAX 11), in blocks.
bool is_wide(std::uint32_t code) {
  static constexpr std::array<Range, 11> kWide = {{{0x1100, 0x115F},
                                                   {0x2E80, 0x303E},
                                                   {0x3041, 0x4DBF},
                                                   {0x4E00, 0xA4CF},
                                                   {0xAC00, 0xD7A3},
                                                   {0xF900, 0xFAFF},
                                                   {0xFE30, 0xFE6F},
                                                   {0xFF00, 0xFF60},
                                                   {0xFFE0, 0xFFE6},
                                                   {0x1F300, 0x1FAFF},
                                                   {0x20000, 0x3FFFD}}};
  return within(kWide, code);
}

// Whether a command would come about were `rest` appended as it is.
bool would_command(std::string_view before, std::string_view rest) {
  const bool word_ends = before.size() == 1 || (before.size() > 1 && before.end()[-2] == ' ');
  return (before.ends_with(':') && word_ends && rest.front() == ':') ||
         (before.ends_with("##") && rest.front() == '[');
}

}  // namespace

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const Character character = first_character(text);
    if (would_command(result, text)) result += ' ';
    const bool is_blank =
        character.code == '\t' || character.code == '\n' || character.code == '\r';
    if (is_blank) {
      result += ' ';
    } else if (character.code == 0xFFFD || is_harmful(character.code)) {
      result += kReplacement;
    } else {
      result += text.substr(0, character.bytes);
    }
    text.remove_prefix(character.bytes);
  }
  return result;
}

std::string printable_lines(std::string_view text) {
  std::string result;
  for (;;) {
    const std::size_t end = text.find('\n');
    result += printable(text.substr(0, end));
    if (end == std::string_view::npos) return result;
    result += '\n';
    text.remove_prefix(end + 1);
  }
}

int display_width(std::string_view text) {
  int width = 0;
  while (!text.empty()) {
    const Character character = first_character(text);
    if (!is_combining(character.code)) width += is_wide(character.code) ? 2 : 1;
    text.remove_prefix(character.bytes);
  }
  return width;
}

}  // namespace checker
