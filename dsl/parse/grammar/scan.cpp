#include "dsl/parse/grammar/scan.h"

#include <algorithm>
#include <array>

#include "dsl/text/utf8.h"

namespace dsl::grammar {
namespace {

// Signs of two characters; those that the language does not have are here to be named in messages.
constexpr std::array<std::string_view, 15> kLongSymbols = {
    ">=", "<=", "!=", "..", "==", "=>", "=<", "<>", "&&", "||", "->", "**", "//", "/*", ":="};

Iterator skip_line(Iterator it, Iterator end) { return std::find(it, end, '\n'); }

Iterator skip_word(Iterator it, Iterator end) { return std::find_if_not(it, end, is_word_char); }

Iterator skip_digits(Iterator it, Iterator end) { return std::find_if_not(it, end, is_digit); }

Iterator word_end(Iterator it, Iterator end) {
  it = skip_word(it, end);
  while (end - it > 1 && *it == '.' && is_letter(it[1])) it = skip_word(it + 1, end);
  return it;
}

// 2027-8-16, however many digits.
Iterator date_end(Iterator it, Iterator end) {
  Iterator at = skip_digits(it, end);
  if (at - it != 4) return nullptr;
  for (int part = 0; part < 2; ++part) {
    if (at == end || *at != '-') return nullptr;
    const Iterator next = skip_digits(at + 1, end);
    if (next == at + 1) return nullptr;
    at = next;
  }
  return skip_word(at, end);
}

Iterator number_end(Iterator it, Iterator end) {
  if (const Iterator date = date_end(it, end)) return date;
  it = skip_word(it, end);
  while (end - it > 1 && (*it == '.' || *it == ':') && is_digit(it[1])) it = skip_word(it + 1, end);
  if (it != end && *it == '%') ++it;
  return it;
}

Iterator text_end(Iterator it, Iterator end) {
  for (++it; it != end && *it != '\n'; ++it) {
    if (*it == '"') return it + 1;
    if (*it == '\\' && end - it > 1 && it[1] != '\n') ++it;
  }
  while (is_inline_blank(it[-1])) --it;
  return it;
}

// An address is told from a `<` by what follows: a word, then one of `.:/`.
Iterator address_end(Iterator it, Iterator end) {
  const Iterator word = skip_word(it + 1, end);
  if (word == it + 1 || word == end ||
      std::string_view(".:/").find(*word) == std::string_view::npos) {
    return nullptr;
  }
  const Iterator last =
      std::find_if(word, end, [](char c) { return c == '>' || c == '\n' || is_inline_blank(c); });
  if (last != end && *last == '>') return last + 1;
  return view(it + 1, end).starts_with("http") ? last : nullptr;
}

Iterator symbol_end(Iterator it, Iterator end) {
  const std::string_view rest = view(it, end);
  for (const std::string_view symbol : kLongSymbols) {
    if (rest.starts_with(symbol)) return it + symbol.size();
  }
  ++it;
  while (it != end && is_continuation(*it)) ++it;
  return it;
}

}  // namespace

Iterator skip_blanks(Iterator it, Iterator end) {
  while (it != end) {
    if (is_inline_blank(*it) || *it == '\n') {
      ++it;
    } else if (*it == '#') {
      it = skip_line(it, end);
    } else {
      break;
    }
  }
  return it;
}

Iterator skip_inline_blanks(Iterator it, Iterator end) {
  return std::find_if_not(it, end, is_inline_blank);
}

bool at_line_start(Iterator it, Iterator begin) {
  while (it != begin && is_inline_blank(it[-1])) --it;
  return it == begin || it[-1] == '\n';
}

bool same_line(Iterator a, Iterator b) { return std::find(a, b, '\n') == b; }

bool is_thousands_comma(Iterator it, Iterator begin, Iterator end) {
  return it != begin && it != end && *it == ',' && is_digit(it[-1]) &&
         skip_digits(it + 1, end) - it == 4;
}

Iterator match_whole_phrase(Iterator it, Iterator end, std::string_view phrase) {
  if (!is_letter(phrase.front())) {
    return token_at(it, end).text() == phrase ? it + phrase.size() : nullptr;
  }
  for (;;) {
    const std::string_view word = phrase.substr(0, phrase.find(' '));
    if (!view(it, end).starts_with(word)) return nullptr;
    it += word.size();
    if (it != end && is_word_char(*it)) return nullptr;
    if (end - it > 1 && *it == '.' && is_letter(it[1])) return nullptr;
    if (word.size() == phrase.size()) return it;
    phrase.remove_prefix(word.size() + 1);
    it = skip_blanks(it, end);
  }
}

Token token_at(Iterator it, Iterator end) {
  if (it == end) return {TokenKind::End, end, end};
  if (is_letter(*it) || *it == '_') return {TokenKind::Word, it, word_end(it, end)};
  if (is_digit(*it)) return {TokenKind::Number, it, number_end(it, end)};
  if (*it == '"') return {TokenKind::Text, it, text_end(it, end)};
  if (*it == '<') {
    if (const Iterator last = address_end(it, end)) return {TokenKind::Address, it, last};
  }
  return {TokenKind::Symbol, it, symbol_end(it, end)};
}

}  // namespace dsl::grammar
