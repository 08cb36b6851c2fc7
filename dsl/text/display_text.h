// Text for a terminal: what it may hold, and how many columns it takes.
#pragma once

#include <string>
#include <string_view>

namespace dsl {

// Text from rules and designs made harmless: tabs and line breaks become a blank each; other
// control characters, marks that turn the direction of writing or that nobody sees, characters that
// Unicode has for no text, and bytes that are not UTF-8 become U+FFFD. What the log of a workflow
// would take for a command, `::` before a word and `##[`, is broken up by a blank.
std::string printable(std::string_view text);

// The same with line breaks kept.
std::string printable_lines(std::string_view text);

// Columns of UTF-8 text: 0 for combining marks, 2 for wide characters. No locale is asked.
int display_width(std::string_view text);

// The characters of a text that stand in a range of columns; blanks for one that stands in it in
// part.
std::string columns_of(std::string_view text, int first, int last);

// The text, or as much of it as fits with "..." behind it.
std::string cut_to_width(std::string_view text, int width);

}  // namespace dsl
