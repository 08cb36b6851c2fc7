// Text for a terminal: what it may hold, how many columns it takes, and where its lines break.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dsl {

// The first character of a text that is not empty, made harmless: a blank for tabs and line breaks;
// U+FFFD for other control characters, marks that turn the direction of writing, and bytes that are
// not UTF-8; anything else as it is. `bytes` is what it takes in the text.
struct HarmlessCharacter {
  std::string_view text;
  std::size_t bytes = 0;
};
HarmlessCharacter harmless_character(std::string_view text);

// Text from rules and designs made harmless, character by character. What the log of a workflow
// would take for a command, `::` before a word and `##[`, is broken up by a blank.
std::string printable(std::string_view text);

// The same with line breaks kept.
std::string printable_lines(std::string_view text);

// Columns of UTF-8 text: 0 for combining marks, 2 for wide characters. No locale is asked.
int display_width(std::string_view text);

// The words of a text, blanks between them, in lines of at most `width` columns, the first of at
// most `first_width`; a wider word has a line to itself. Never empty.
std::vector<std::string> wrapped(std::string_view text, int first_width, int width);

}  // namespace dsl
