// What to do about an error of the parser: examples, and the word that was probably meant.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/parse/grammar/keywords.h"

namespace dsl::grammar {

// What was read just before the error.
struct Before {
  std::vector<Token> tokens;  // of the clause or declaration, up to the error
  std::optional<Token> token;
  std::optional<Token> open_parenthesis;
  std::string phrase;        // the token, or all of a phrase such as `no later than`
  std::string_view opening;  // the first word of the clause or declaration
  Iterator end = nullptr;    // of the whole text
};

// The text between backticks, cut when it is very long.
std::string quoted(std::string_view text);

// For `expected` that is missing behind `before`, where `found` stands instead; empty when there is
// nothing to say.
std::string help_for(std::string_view expected, const Before& before, const Token& found);

// For `found`, which cannot carry on what was read before it; an operator might have, or not.
std::string help_for_leftover(const Before& before, const Token& found, bool operator_fits);

struct Suggestion {
  std::string help;
  bool declaration = false;  // what was meant opens a declaration
};

// For what opens nothing in `place`.
Suggestion suggest_for(const Token& found, Place place);

}  // namespace dsl::grammar
