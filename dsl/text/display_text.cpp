#include "dsl/text/display_text.h"

#include "dsl/text/utf8.h"
#include <utf8proc.h>

namespace dsl {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

utf8proc_category_t category_of(char32_t code) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(code));
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
    case UTF8PROC_CATEGORY_CF: return code != kSoftHyphen && code != kNonJoiner && code != kJoiner;
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

}  // namespace

HarmlessCharacter harmless_character(std::string_view text) {
  const Character character = first_character(text);
  const bool is_blank = character.code == '\t' || character.code == '\n' || character.code == '\r';
  if (is_blank) return {" ", 1};
  if (!character.well_formed || is_harmful(character.code)) return {kReplacement, character.bytes};
  return {text.substr(0, character.bytes), character.bytes};
}

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    if (would_command(result, text)) result += ' ';
    const HarmlessCharacter character = harmless_character(text);
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

std::vector<std::string> wrapped(std::string_view text, int first_width, int width) {
  std::vector<std::string> lines(1);
  int used = 0;
  while (!text.empty()) {
    const std::size_t begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) break;
    text.remove_prefix(begin);
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size());
    const int needed = display_width(word);
    const int room = lines.size() == 1 ? first_width : width;
    if (used > 0 && used + 1 + needed > room) {
      lines.emplace_back();
      used = 0;
    }
    if (used > 0) lines.back() += ' ';
    lines.back() += word;
    used += (used > 0 ? 1 : 0) + needed;
  }
  return lines;
}

}  // namespace dsl
