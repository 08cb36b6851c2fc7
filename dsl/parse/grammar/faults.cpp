#include "dsl/parse/grammar/faults.h"

#include <algorithm>
#include <array>

#include "dsl/core/other_notations.h"
#include "dsl/parse/grammar/keywords.h"
#include "dsl/parse/grammar/rewriting.h"

namespace dsl::grammar {
namespace {

struct WrongSymbol {
  std::string_view symbol;
  std::string_view expected;
  std::string_view help;
};

constexpr std::string_view kNoBraces = "there are no braces; a clause opens with its keyword";
constexpr std::string_view kNoBrackets =
    "values after `is one of` stand without brackets; in a test a set stands in parentheses";
constexpr std::string_view kAddress =
    "an address is written `<https://example.org/page>`, without blanks";

constexpr std::string_view kStraight = "a text stands between straight double quotes";

// clang-format off
constexpr std::array<WrongSymbol, 37> kWrongSymbols = {{
    {"==",  "`=` or `is`",                ""},
    {"=>",  "`>=` or `at least`",         ""},
    {"=<",  "`<=` or `at most`",          ""},
    {"<>",  "`!=` or `is not`",           ""},
    {"≥",   "`>=` or `at least`",         ""},
    {"≤",   "`<=` or `at most`",          ""},
    {"≠",   "`!=` or `is not`",           ""},
    {"&&",  "`and`",                      ""},
    {"&",   "`and`",                      ""},
    {"||",  "`or`",                       ""},
    {"|",   "`or`",                       ""},
    {"!",   "`not`",                      ""},
    {"->",  "a clause",                   "there are no arrows; a clause opens with its keyword"},
    {":=",  "`as`",                       "a definition is written `as` and what it is worked out from"},
    {"**",  "one `*`",                    "there are no powers"},
    {"//",  "`#` before a comment",       ""},
    {"/*",  "`#` before a comment",       ""},
    {"{",   "a clause",                   kNoBraces},
    {"}",   "a clause",                   kNoBraces},
    {"[",   "a value",                    kNoBrackets},
    {"]",   "`)`",                        "there are no brackets; a set in a test is written `(Mon, Wed)`"},
    {";",   "the next clause",            "there are no semicolons; a clause ends where the next begins"},
    {":",   "a blank",                    "there are no colons between a word and its value"},
    {"%",   "`%` right behind a number",  "a percentage is written `80%`"},
    {"$",   "a number right after `$`",   "an amount of money is written `$400_000`"},
    {"'",   "`\"`",                       kStraight},
    {"“",   "`\"`",                       kStraight},
    {"”",   "`\"`",                       kStraight},
    {"‘",   "`\"`",                       kStraight},
    {"’",   "`\"`",                       kStraight},
    {"—",   "a blank",                    "a name and its title stand side by side, without a dash"},
    {"–",   "`-`",                        "use the hyphen for a minus, and `..` for a range"},
    {"−",   "`-`",                        ""},
    {"×",   "`*`",                        ""},
    {"÷",   "`/`",                        ""},
    {"…",   "`..`",                       "a range is written `9..12`"},
    {"\xC2\xA0", "an ordinary blank",     "this one is a no-break blank, often left by a word processor"},
}};
// clang-format on

Fault expected(Iterator begin, Iterator end, std::string what, std::string help) {
  return {DiagnosticKind::Expected, begin, end, std::move(what), std::move(help)};
}

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

std::size_t count_digits(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
  return static_cast<std::size_t>(end - text.begin());
}

// The length of the numeral that `text` starts with: digits with single `_` between them, and one
// fraction.
std::size_t numeral_size(std::string_view text) {
  std::size_t size = count_digits(text);
  while (size + 1 < text.size() && text[size] == '_' && is_digit(text[size + 1])) {
    size += 1 + count_digits(text.substr(size + 1));
  }
  if (size + 1 < text.size() && text[size] == '.' && is_digit(text[size + 1])) {
    size += 1 + count_digits(text.substr(size + 1));
  }
  return size;
}

std::string help_for_date(std::string_view text) {
  const auto date = date_meant(text);
  return date ? "write `" + *date + "`" : std::string(kDateForm);
}

std::string help_for_time(std::string_view text, std::string otherwise) {
  const auto time = time_meant(text);
  return time ? "write `" + *time + "`" : otherwise;
}

std::optional<Fault> number_fault(const Token& token) {
  const std::string_view text = token.text();
  const std::size_t digits = count_digits(text);
  if (digits == 4 && text.size() > 4 && text[4] == '-') {
    const bool well_formed = text.size() == 10 && text[7] == '-' &&
                             count_digits(text.substr(5)) == 2 && count_digits(text.substr(8)) == 2;
    if (well_formed) return std::nullopt;
    return Fault{DiagnosticKind::BadDate, token.begin, token.end, std::string(text),
                 help_for_date(text)};
  }
  if (digits < text.size() && text[digits] == ':') {
    const std::string_view minutes = text.substr(digits + 1);
    const std::string_view half = minutes.substr(std::min<std::size_t>(2, minutes.size()));
    const bool well_formed =
        digits <= 2 && count_digits(minutes) == 2 && (half.empty() || half == "am" || half == "pm");
    if (well_formed) return std::nullopt;
    return Fault{DiagnosticKind::BadTime, token.begin, token.end, std::string(text),
                 help_for_time(text, "a time of day is written `8:30 am` or `14:30`")};
  }
  const std::size_t size = numeral_size(text);
  const std::string_view rest = text.substr(size);
  if (rest.empty() || rest == "%") return std::nullopt;
  if (rest == "am" || rest == "pm" || rest == "AM" || rest == "PM") {
    return Fault{DiagnosticKind::BadTime, token.begin, token.end, std::string(text),
                 help_for_time(text, "a time of day is written `8:00 am`, with its minutes")};
  }
  if (is_letter(rest.front()) && std::all_of(rest.begin(), rest.end(), is_word_char)) {
    const Iterator middle = token.begin + size;
    return expected(
        token.begin, token.end,
        "a blank between " + quoted(view(token.begin, middle)) + " and " + quoted(rest),
        "write `" + std::string(view(token.begin, middle)) + " " + std::string(rest) + "`");
  }
  return Fault{DiagnosticKind::BadNumber, token.begin, token.end, std::string(text),
               "write digits, single `_` between them and one `.`: `50_400`, `0.5`"};
}

std::optional<Fault> text_fault(const Token& token) {
  for (Iterator it = token.begin + 1; it != token.end; ++it) {
    if (*it == '"') return std::nullopt;
    if (*it != '\\') continue;
    if (token.end - it > 1 && (it[1] == '"' || it[1] == '\\')) {
      ++it;
    } else {
      return expected(it, it + 1, "`\"` or `\\` after the `\\`",
                      "a backslash in a text is written `\\\\`");
    }
  }
  return expected(token.begin, token.end, "`\"` at the end of the text",
                  "a text ends on its line; a quote inside it is written `\\\"`");
}

std::optional<Fault> address_fault(const Token& token) {
  const std::string_view text = token.text();
  if (text.starts_with("<www.") && text.back() == '>') {
    return expected(token.begin, token.end, "`https://` at the start of the address",
                    "write `<https://" + std::string(text.substr(1)) + "`");
  }
  const bool web = text.starts_with("<https://") || text.starts_with("<http://");
  if (web && text.back() == '>' && text.find('"') == std::string_view::npos) return std::nullopt;
  return expected(token.begin, token.end, web ? "`>` at the end of the address" : "a web address",
                  std::string(kAddress));
}

std::optional<Fault> word_fault(const Token& token, Iterator end) {
  const std::string_view text = token.text();
  if (text.starts_with("http") && view(token.end, end).starts_with("://")) {
    const Iterator last = bare_address_end(token.begin, end);
    return expected(token.begin, last, "`<` before the address",
                    "write `<" + std::string(view(token.begin, last)) + ">`");
  }
  if (text == "grade" || text == "grades") {
    const Token grade = token_at(skip_inline_blanks(token.end, end), end);
    if (grade.kind == TokenKind::Number || grade.text() == "K") {
      const Token last =
          token_at(grade.end, end).text() == ".." ? token_at(grade.end + 2, end) : grade;
      return expected(token.begin, token.end, "a grade, not " + quoted(text),
                      "write `" + std::string(view(grade.begin, last.end)) + "`");
    }
  }
  const std::string_view first = text.substr(0, text.find('.'));
  if (first.size() < text.size() && is_reserved(first)) {
    return expected(token.begin, token.end, "a name, not " + quoted(text),
                    quoted(first) + " is a word of the language; a name cannot begin with it");
  }
  const bool lower = std::none_of(text.begin(), text.end(), is_upper) && text.front() != '_';
  const bool value_word = is_upper(text.front()) && first.size() == text.size();
  if (lower || value_word) return std::nullopt;
  return expected(token.begin, token.end, "a name in lower-case letters, not " + quoted(text),
                  "write `" + name_meant(token.begin, end) + "`");
}

std::optional<Fault> symbol_fault(const Token& token, Iterator begin, Iterator end) {
  const std::string_view text = token.text();
  if (is_thousands_comma(token.begin, begin, end)) {
    return expected(token.begin, token.end, "`_` or nothing between the thousands",
                    "write `" + number_meant(token.begin, begin, end) + "`");
  }
  if (text == "-" && is_inside_name(token.begin, begin, end)) {
    return expected(token.begin, token.end, "`_` between the words of a name, not `-`",
                    "write `" + name_meant(name_begin(token.begin, begin), end) + "`");
  }
  if (text == "–" || text == "—" || text == "-") {
    if (const auto range = range_meant(token, begin, end)) {
      return expected(token.begin, token.end, "`..` in a range, not " + quoted(text),
                      "write `" + *range + "`");
    }
  }
  if (text == "%") {
    if (const auto number = number_before(token.begin, begin)) {
      return expected(token.begin, token.end, "`%` right behind its number",
                      "write `" + *number + "%`");
    }
  }
  if (text == "[" && token.begin != begin && is_word_char(token.begin[-1])) {
    return expected(token.begin, token.end, "`(`, not `[`",
                    "one value of a table is written `name(value)`");
  }
  for (const WrongSymbol& wrong : kWrongSymbols) {
    if (wrong.symbol != text) continue;
    if (wrong.help == kStraight) {
      if (const auto quote = quotation_meant(token, end)) {
        return expected(token.begin, token.end, "`\"`, not " + quoted(text),
                        "write `" + *quote + "`");
      }
    }
    return expected(token.begin, token.end,
                    std::string(wrong.expected) + ", not " + quoted(wrong.symbol),
                    std::string(wrong.help));
  }
  return std::nullopt;
}

}  // namespace

std::optional<Fault> find_fault(const Token& token, Iterator begin, Iterator end) {
  switch (token.kind) {
    case TokenKind::End: return std::nullopt;
    case TokenKind::Word: return word_fault(token, end);
    case TokenKind::Number: return number_fault(token);
    case TokenKind::Text: return text_fault(token);
    case TokenKind::Address: return address_fault(token);
    case TokenKind::Symbol: return symbol_fault(token, begin, end);
  }
  return std::nullopt;
}

}  // namespace dsl::grammar
