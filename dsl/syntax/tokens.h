// A rule file as its words, signs and comments: what a formatter may move about and must not lose.
// Knows no grammar; that the text can be parsed is for others to say.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dsl {

enum class TokenKind : std::uint8_t { Word, Number, Text, Address, Symbol, End };

struct Comment {
  std::string_view text;  // with its `#`, without blanks at the end
  bool below_blank_line = false;
  bool at_margin = false;  // begins in the first column
};

struct Token {
  TokenKind kind = TokenKind::End;
  std::string_view text;
  std::uint32_t begin = 0;
  bool touches = false;           // nothing lies between it and the token before
  bool first_on_line = false;     // of its line in the source
  bool below_blank_line = false;  // right above it, or above it and below its comments
  std::vector<Comment> above;     // on lines of their own
  std::string_view beside;        // the comment behind it on its line; empty when there is none
};

// All tokens; the last is of kind End and holds the comments at the end of the text. They point
// into the text.
std::vector<Token> tokenize(std::string_view text);

// Whether both hold the same words, signs and comments in the same order, blanks aside.
bool same_words(const std::vector<Token>& a, const std::vector<Token>& b);

// Whether a blank stands between a token and the one before it where both are on one line.
bool has_gap(const std::vector<Token>& tokens, std::size_t index);

}  // namespace dsl
