// How each clause is laid out. A clause that is not listed opens with one word, and its long lines
// break where expressions and lists do.
#pragma once

#include <string_view>

namespace dsl {

enum class TextPlace {
  WithWords,    // stays on the line of the words before it
  WhereItFits,  // goes to a line of its own when it does not fit
  OwnLine,
};

struct ClauseForm {
  std::string_view words;                 // those that open it: `in force`
  std::string_view parts;                 // words that begin a part; a long line breaks before them
  std::string_view own_lines;             // words before which a line always breaks
  TextPlace text = TextPlace::WithWords;  // of a text that no word of `parts` asks for
  bool in_columns = false;  // neighbors of the kind align what follows their first word
};

// The form of the clause that these tokens' words open; `second` may be empty.
const ClauseForm& clause_form(std::string_view first, std::string_view second);

// Whether the word is one of `words`, which are separated by blanks.
bool is_among(std::string_view word, std::string_view words);

}  // namespace dsl
