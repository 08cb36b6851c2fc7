// Reading without a grammar: blanks, phrases and tokens, for the lexical rules, for recovery and
// for messages.
#pragma once

#include <algorithm>
#include <string_view>

#include "dsl/text/ascii.h"

namespace dsl::grammar {

using Iterator = std::string_view::const_iterator;

template <typename Words>
bool contains(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

inline std::string_view view(Iterator begin, Iterator end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

constexpr bool is_word_char(char c) { return is_letter(c) || is_digit(c) || c == '_'; }
constexpr bool is_inline_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

// Past blanks, line breaks and comments.
Iterator skip_blanks(Iterator it, Iterator end);

// Past blanks of the same line; stops at a comment.
Iterator skip_inline_blanks(Iterator it, Iterator end);

// Only blanks lie between `it` and the start of its line.
bool at_line_start(Iterator it, Iterator begin);

bool same_line(Iterator a, Iterator b);

// The comma of `1,080`: right between a digit and three more.
bool is_thousands_comma(Iterator it, Iterator begin, Iterator end);

// The end of the phrase at `it`, which stands on no blank, or nullptr. A phrase is a symbol, or one
// or more words with any blanks between; a word ends where no name character and no `.name`
// follows.
Iterator match_whole_phrase(Iterator it, Iterator end, std::string_view phrase);
inline Iterator match_phrase(Iterator it, Iterator end, std::string_view phrase) {
  // Most attempts end at the first character.
  if (it == end || *it != phrase.front()) return nullptr;
  return match_whole_phrase(it, end, phrase);
}

enum class TokenKind { End, Word, Number, Text, Address, Symbol };

struct Token {
  TokenKind kind = TokenKind::End;
  Iterator begin = nullptr;
  Iterator end = nullptr;

  std::string_view text() const { return view(begin, end); }
};

// The token at `it`, which stands on no blank. Takes in what only looks like a number (`180days`,
// `1.2.3`) or an unclosed text up to the end of its line, so that a message can name it whole.
Token token_at(Iterator it, Iterator end);

}  // namespace dsl::grammar
