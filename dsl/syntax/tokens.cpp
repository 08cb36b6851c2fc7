#include "dsl/syntax/tokens.h"

#include <algorithm>
#include <array>

#include "dsl/text/ascii.h"
#include "dsl/text/utf8.h"

namespace dsl {
namespace {

constexpr bool is_word_char(char c) { return is_letter(c) || is_digit(c) || c == '_'; }
constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::array<std::string_view, 4> kLongSymbols = {">=", "<=", "!=", ".."};
// Signs with a blank on either side, and words before which a `-` and a `(` begin something.
constexpr std::array<std::string_view, 10> kOperatorSigns = {"+", "-", "*",  "/",  "=",
                                                             "<", ">", "<=", ">=", "!="};
constexpr std::array<std::string_view, 22> kOperatorWords = {
    "and",  "as",       "between", "else",  "every",  "excludes", "for",      "if",
    "in",   "includes", "is",      "not",   "of",     "or",       "overlaps", "satisfies",
    "than", "then",     "when",    "where", "within", "by"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {
    if (text_.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
  }

  std::vector<Token> run() {
    do {
      read_one();
    } while (tokens_.back().kind != TokenKind::End);
    return std::move(tokens_);
  }

 private:
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  void read_one() {
    Token token;
    const std::size_t start = at_;
    skip_to_token(token);
    token.touches = at_ == start && !tokens_.empty();
    token.begin = static_cast<std::uint32_t>(at_);
    const std::size_t begin = at_;
    token.kind = read_token();
    token.text = text_.substr(begin, at_ - begin);
    tokens_.push_back(std::move(token));
  }

  // Past blanks and comments; a comment on the line of the token before goes beside that one.
  void skip_to_token(Token& token) {
    int line_breaks = tokens_.empty() ? 1 : 0;
    for (; at_ < text_.size(); ++at_) {
      if (peek() == '#') {
        const std::string_view comment = read_comment();
        if (line_breaks == 0) {
          tokens_.back().beside = comment;
        } else {
          token.above.push_back({comment, line_breaks > 1, at_margin_});
          token.first_on_line = true;
        }
        line_breaks = 0;
        if (at_ == text_.size()) return;
      }
      if (peek() == '\n') {
        ++line_breaks;
      } else if (!is_blank(peek())) {
        break;
      }
    }
    token.first_on_line |= line_breaks > 0;
    token.below_blank_line = line_breaks > 1;
  }

  std::string_view read_comment() {
    at_margin_ = at_ == 0 || text_[at_ - 1] == '\n';
    const std::size_t begin = at_;
    at_ = std::min(text_.find('\n', at_), text_.size());
    std::size_t end = at_;
    while (is_blank(text_[end - 1])) --end;
    return text_.substr(begin, end - begin);
  }

  TokenKind read_token() {
    if (at_ == text_.size()) return TokenKind::End;
    if (is_letter(peek()) || peek() == '_') {
      skip_word();
      while (peek() == '.' && is_letter(peek(1))) {
        ++at_;
        skip_word();
      }
      return TokenKind::Word;
    }
    if (is_digit(peek()) || (peek() == '$' && is_digit(peek(1)))) {
      skip_number();
      return TokenKind::Number;
    }
    if (peek() == '"') {
      skip_text();
      return TokenKind::Text;
    }
    if (peek() == '<' && skip_address()) return TokenKind::Address;
    skip_symbol();
    return TokenKind::Symbol;
  }

  void skip_word() {
    while (is_word_char(peek())) ++at_;
  }

  // Dates, clock times and shares too: 2027-08-16, 8:30, 5%, $1_500.
  void skip_number() {
    if (const std::size_t end = date_end(); end > 0) at_ = end;
    if (const std::size_t end = school_years_end(); end > 0) at_ = end;
    ++at_;
    skip_word();
    while ((peek() == '.' || peek() == ':') && is_digit(peek(1))) {
      ++at_;
      skip_word();
    }
    if (peek() == '%') ++at_;
  }

  // The last character of the `2026-27` that begins here after `school year`; 0 when none does.
  std::size_t school_years_end() const {
    constexpr std::size_t kLength = 7;
    const std::string_view before = text_.substr(0, at_);
    const std::size_t word = before.find_last_not_of(" \t");
    const bool after_year =
        word != std::string_view::npos && before.substr(0, word + 1).ends_with("year");
    if (!after_year || peek(4) != '-' || is_digit(peek(kLength))) return 0;
    for (const std::size_t ahead : {0U, 1U, 2U, 3U, 5U, 6U}) {
      if (!is_digit(peek(ahead))) return 0;
    }
    return at_ + kLength - 1;
  }

  // The last character of the date that begins here; 0 when none does.
  std::size_t date_end() const {
    std::size_t ahead = 0;
    for (const char after : {'-', '-', '\0'}) {
      const std::size_t begin = ahead;
      while (is_digit(peek(ahead))) ++ahead;
      if (ahead == begin || (begin == 0 && ahead != 4)) return 0;
      if (after != '\0' && peek(ahead++) != after) return 0;
    }
    return at_ + ahead - 1;
  }

  void skip_text() {
    for (++at_; at_ < text_.size() && peek() != '\n'; ++at_) {
      if (peek() == '"') {
        ++at_;
        return;
      }
      if (peek() == '\\' && peek(1) != '\n') ++at_;
    }
  }

  bool skip_address() {
    if (!text_.substr(at_ + 1).starts_with("http")) return false;
    const std::size_t end = text_.find_first_of("> \t\r\n", at_);
    if (end == std::string_view::npos || text_[end] != '>') return false;
    at_ = end + 1;
    return true;
  }

  void skip_symbol() {
    for (const std::string_view symbol : kLongSymbols) {
      if (text_.substr(at_).starts_with(symbol)) {
        at_ += symbol.size();
        return;
      }
    }
    ++at_;
    while (is_continuation(peek())) ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool at_margin_ = false;
  std::vector<Token> tokens_;
};

bool is_sign(const Token& token, std::string_view sign) {
  return token.kind == TokenKind::Symbol && token.text == sign;
}

bool is_operator_sign(const Token& token) {
  return token.kind == TokenKind::Symbol && contains(kOperatorSigns, token.text);
}

bool is_operator_word(const Token& token) {
  return token.kind == TokenKind::Word && contains(kOperatorWords, token.text);
}

// A `-` that belongs to what follows. After a name only the writer tells: `stance -2`.
bool is_leading_minus(const std::vector<Token>& tokens, std::size_t index) {
  if (!is_sign(tokens[index], "-")) return false;
  if (index == 0) return true;
  const Token& before = tokens[index - 1];
  if (before.kind == TokenKind::Symbol) return before.text != ")";
  return is_operator_word(before) || (tokens[index + 1].touches && !tokens[index].touches);
}

// `yes/no` is one word of two.
bool in_yes_no(const std::vector<Token>& tokens, std::size_t index) {
  const auto spells = [&](std::size_t slash) {
    return is_sign(tokens[slash], "/") && slash > 0 && tokens[slash - 1].text == "yes" &&
           tokens[slash + 1].text == "no";
  };
  return spells(index) || spells(index - 1);
}

std::vector<std::string_view> words_of(const std::vector<Token>& tokens) {
  std::vector<std::string_view> words;
  for (const Token& token : tokens) {
    for (const Comment& comment : token.above) words.push_back(comment.text);
    words.push_back(token.text);
    if (!token.beside.empty()) words.push_back(token.beside);
  }
  return words;
}

}  // namespace

std::vector<Token> tokenize(std::string_view text) { return Tokenizer(text).run(); }

bool same_words(const std::vector<Token>& a, const std::vector<Token>& b) {
  return words_of(a) == words_of(b);
}

bool has_gap(const std::vector<Token>& tokens, std::size_t index) {
  const Token& before = tokens[index - 1];
  const Token& token = tokens[index];
  const auto opens = [](const Token& t) { return is_sign(t, "(") || is_sign(t, "["); };
  if (opens(before) || is_sign(token, ")") || is_sign(token, "]") || is_sign(token, ",")) {
    return false;
  }
  if (is_sign(before, "..") || is_sign(token, "..") || in_yes_no(tokens, index)) return false;
  if (is_leading_minus(tokens, index - 1)) return false;
  if (is_operator_sign(before) || is_operator_sign(token) || is_sign(before, ",")) return true;
  if (opens(token)) {
    // `f(x)` is a call; `not(x)` is none.
    return !token.touches || before.kind != TokenKind::Word || is_operator_word(before);
  }
  const bool known = before.kind != TokenKind::Symbol && token.kind != TokenKind::Symbol;
  // Signs that this table does not know stay as they are written.
  return known || is_sign(before, ")") || !token.touches;
}

}  // namespace dsl
