#include "dsl/text/display_text.h"

#include <algorithm>

#include "dsl/text/utf8.h"
#include <utf8proc.h>

namespace dsl {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

utf8proc_category_t category_of(char32_t code) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(code));
}

// Signs that stand over the number or the word that follows: of the category of what nobody sees,
// but seen.
bool is_arabic_sign(char32_t code) {
  return (code >= 0x0600 && code <= 0x0605) || code == 0x06DD || code == 0x070F || code == 0x08E2;
}

// Control characters, those that reorder or break lines, and others that nobody sees, but for the
// two that join letters and the one that may break a word (Unicode UAX 9 and UAX 14).
bool is_harmful(char32_t code) {
  constexpr char32_t kSoftHyphen = 0x00AD;
  constexpr char32_t kNonJoiner = 0x200C;
  constexpr char32_t kJoiner = 0x200D;
  switch (category_of(code)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return true;
    case UTF8PROC_CATEGORY_CF:
      return code != kSoftHyphen && code != kNonJoiner && code != kJoiner && !is_arabic_sign(code);
    // Such as U+FFFE, which no XML may hold; characters newer than the library are let through.
    default: return (code & 0xFFFEU) == 0xFFFEU;
  }
}

// Whether a command would come about were `rest` appended as it is.
bool would_command(std::string_view before, std::string_view rest) {
  const bool word_ends = before.size() == 1 || (before.size() > 1 && before.end()[-2] == ' ');
  return (before.ends_with(':') && word_ends && rest.front() == ':') ||
         (before.ends_with("##") && rest.front() == '[');
}

// What a character is shown as, and what it takes in the text.
struct Shown {
  std::string_view text;
  std::size_t bytes = 0;
};

Shown shown_first(std::string_view text) {
  const Character character = first_character(text);
  const bool is_blank = character.code == '\t' || character.code == '\n' || character.code == '\r';
  if (is_blank) return {" ", 1};
  if (!character.well_formed || is_harmful(character.code)) return {kReplacement, character.bytes};
  return {text.substr(0, character.bytes), character.bytes};
}

}  // namespace

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    if (would_command(result, text)) result += ' ';
    const Shown character = shown_first(text);
    result += character.text;
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
    width += utf8proc_charwidth(static_cast<utf8proc_int32_t>(character.code));
    text.remove_prefix(character.bytes);
  }
  return width;
}

std::string columns_of(std::string_view text, int first, int last) {
  std::string part;
  for (int column = 0; !text.empty();) {
    const std::string_view character = text.substr(0, first_character(text).bytes);
    const int end = column + display_width(character);
    if (column >= first && end <= last) {
      part += character;
    } else {
      const int within = std::min(end, last) - std::max(column, first);
      part.append(static_cast<std::size_t>(std::max(0, within)), ' ');
    }
    column = end;
    text.remove_prefix(character.size());
  }
  return part;
}

std::string cut_to_width(std::string_view text, int width) {
  constexpr int kCutWidth = 3;
  if (display_width(text) <= width) return std::string(text);
  return columns_of(text, 0, width - kCutWidth) + "...";
}

}  // namespace dsl
