// Text for a terminal: what it may hold, and how many columns it takes.
#pragma once

#include <string>
#include <string_view>

namespace checker {

// Text from rules and designs made harmless: blanks, tabs and line breaks become one blank each;
// other control characters, marks that turn the direction of writing, and bytes that are not UTF-8
// become U+FFFD. What the log of a workflow would take for a command, `::` before a word and `##[`,
// is broken up by a blank.
std::string printable(std::string_view text);

// The same with line breaks kept.
std::string printable_lines(std::string_view text);

// Columns of UTF-8 text: 0 for combining marks, 2 for wide characters. No locale is asked.
int display_width(std::string_view text);

}  // namespace checker
