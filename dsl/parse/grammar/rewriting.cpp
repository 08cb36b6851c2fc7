#include "dsl/parse/grammar/rewriting.h"

#include <algorithm>
#include <array>

namespace dsl::grammar {
namespace {

// A text that a message can show whole.
constexpr std::size_t kLongest = 80;

bool is_name_char(char c) { return is_word_char(c) || c == '.' || c == '-'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_inline_blank(text.back())) text.remove_suffix(1);
  while (!text.empty() && is_inline_blank(text.front())) text.remove_prefix(1);
  return text;
}

std::string in_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

}  // namespace

std::string_view rest_of_line(Iterator it, Iterator end) {
  const Iterator last = std::find_if(it, end, [](char c) { return c == '\n' || c == '#'; });
  return trimmed(view(it, last));
}

std::optional<std::string> text_meant(Iterator it, Iterator end) {
  const std::string_view text = rest_of_line(it, end);
  const bool plain = text.find_first_of("\"\\<") == std::string_view::npos &&
                     text.find("“") == std::string_view::npos;
  if (text.empty() || text.size() > kLongest || !plain) return std::nullopt;
  return in_quotes(text);
}

std::optional<std::string> quotation_meant(const Token& quote, Iterator end) {
  constexpr std::array<std::string_view, 5> kQuotes = {"'", "“", "”", "‘", "’"};
  const std::string_view line = rest_of_line(quote.end, end);
  std::size_t close = std::string_view::npos;
  for (const std::string_view each : kQuotes) {
    const std::size_t at = line.rfind(each);
    if (at != std::string_view::npos && (close == std::string_view::npos || at > close)) close = at;
  }
  if (close == std::string_view::npos || close > kLongest) return std::nullopt;
  const std::string_view text = line.substr(0, close);
  if (text.find_first_of("\"\\") != std::string_view::npos) return std::nullopt;
  return in_quotes(text);
}

bool is_inside_name(Iterator it, Iterator begin, Iterator end) {
  if (it == begin || end - it < 2 || !is_letter(it[1]) || !is_word_char(it[-1])) return false;
  return is_letter(*name_begin(it, begin));
}

Iterator name_begin(Iterator it, Iterator begin) {
  while (it != begin && is_name_char(it[-1])) --it;
  return it;
}

std::string name_meant(Iterator it, Iterator end) {
  std::string name;
  for (const Iterator first = it; it != end && is_name_char(*it); ++it) {
    const bool new_word = it != first && is_upper(*it) && is_lower(it[-1]);
    if (new_word) name += '_';
    name += *it == '-' ? '_' : to_lower(*it);
  }
  while (name.ends_with('.') || name.ends_with('_')) name.pop_back();
  if (name.starts_with('_')) name.erase(0, name.find_first_not_of('_'));
  return name;
}

std::optional<std::string> name_of_words_meant(Iterator it, Iterator end) {
  std::string name;
  for (;;) {
    const Token token = token_at(it, end);
    if (token.kind == TokenKind::Text && !name.empty()) return name;
    if (token.kind != TokenKind::Word && token.kind != TokenKind::Number) return std::nullopt;
    name += (name.empty() ? "" : "_") + name_meant(token.begin, token.end);
    it = skip_inline_blanks(token.end, end);
    if (it == end || *it == '\n') return std::nullopt;
  }
}

std::string number_meant(Iterator comma, Iterator begin, Iterator end) {
  Iterator first = comma;
  while (first != begin && (is_digit(first[-1]) || is_thousands_comma(first - 1, begin, end))) {
    --first;
  }
  std::string number;
  for (Iterator it = first; it != end && (is_digit(*it) || is_thousands_comma(it, begin, end));
       ++it) {
    number += *it == ',' ? '_' : *it;
  }
  return number;
}

std::optional<std::string> number_before(Iterator it, Iterator begin) {
  while (it != begin && is_inline_blank(it[-1])) --it;
  const Iterator last = it;
  while (it != begin && (is_digit(it[-1]) || it[-1] == '.' || it[-1] == '_')) --it;
  if (it == last || !is_digit(*it)) return std::nullopt;
  return std::string(view(it, last));
}

std::optional<std::string> range_meant(const Token& dash, Iterator begin, Iterator end) {
  Iterator first = dash.begin;
  while (first != begin && is_word_char(first[-1])) --first;
  const Iterator last = std::find_if_not(dash.end, end, is_word_char);
  if (first == dash.begin || last == dash.end || !is_digit(*dash.end)) return std::nullopt;
  return std::string(view(first, dash.begin)) + ".." + std::string(view(dash.end, last));
}

Iterator bare_address_end(Iterator it, Iterator end) {
  return std::find_if(it, end, [](char c) { return c == '\n' || c == '>' || is_inline_blank(c); });
}

}  // namespace dsl::grammar
