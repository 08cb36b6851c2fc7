#include "dsl/parse/grammar/messages.h"

#include <algorithm>
#include <array>
#include <vector>

#include "dsl/diagnostics/suggest.h"
#include "dsl/parse/grammar/faults.h"
#include "dsl/parse/parse.h"

namespace dsl::grammar {
namespace {

// Phrases beside those of the keywords that a message names whole.
constexpr std::array<std::string_view, 24> kPhrases = {
    "at least",     "at most",         "more than",         "less than",
    "fewer than",   "later than",      "earlier than",      "no later than",
    "no less than", "no earlier than", "no more than",      "no fewer than",
    "is not",       "is one of",       "is not one of",     "one of",
    "set of",       "sum of",          "count of",          "min of",
    "max of",       "judged by",       "norms enforced by", "for grades"};

// After these a value is "on the right of" them.
constexpr std::array<std::string_view, 32> kOperators = {"at least",
                                                         "at most",
                                                         "more than",
                                                         "less than",
                                                         "fewer than",
                                                         "later than",
                                                         "earlier than",
                                                         "no later than",
                                                         "no less than",
                                                         "no earlier than",
                                                         "no more than",
                                                         "no fewer than",
                                                         "is",
                                                         "is not",
                                                         "includes",
                                                         "excludes",
                                                         "overlaps",
                                                         "within",
                                                         "before",
                                                         "after",
                                                         ">=",
                                                         "<=",
                                                         ">",
                                                         "<",
                                                         "=",
                                                         "!=",
                                                         "+",
                                                         "-",
                                                         "*",
                                                         "/",
                                                         "and",
                                                         "or"};

struct Synonym {
  std::string_view word;
  std::string_view meant;
};

// What people who write rules elsewhere may type, and the word of this language.
constexpr std::array<Synonym, 20> kSynonyms = {
    {{"must", "require"},     {"shall", "require"},     {"requires", "require"},
     {"if", "applies when"},  {"when", "applies when"}, {"except", "unless"},
     {"exception", "unless"}, {"import", "uses"},       {"include", "uses"},
     {"citation", "cite"},    {"url", "source"},        {"comment", "note"},
     {"description", "note"}, {"waiver", "relief by"},  {"rule", "regulation"},
     {"law", "regulation"},   {"policy", "regulation"}, {"enum", "choice"},
     {"function", "define"},  {"assert", "expect"}}};

template <typename Words>
bool contains(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string quoted(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  if (text.size() > kLongest) return "`" + std::string(text.substr(0, kLongest)) + "`...";
  return "`" + std::string(text) + "`";
}

std::string describe(const Token& token) {
  if (token.kind == TokenKind::Text) return "this text";
  if (token.kind == TokenKind::Address) return "this address";
  return quoted(token.text());
}

bool is_phrase(std::string_view text) {
  return contains(kPhrases, text) ||
         std::any_of(keywords().begin(), keywords().end(),
                     [text](const Keyword& keyword) { return keyword.phrase == text; });
}

// What was read just before the error.
struct Before {
  std::optional<Token> token;
  std::optional<Token> open_parenthesis;
  std::string phrase;  // the token, or all of a phrase such as `no later than`
};

Before look_back(const ParseState& state, Iterator where) {
  std::vector<Token> tokens;
  std::vector<Token> open;
  const Iterator from = state.start < where ? state.start : state.previous_start;
  for (Iterator it = skip_blanks(from, where); it < where;) {
    const Token token = token_at(it, state.end());
    if (token.end > where) break;
    if (token.text() == "(") open.push_back(token);
    if (token.text() == ")" && !open.empty()) open.pop_back();
    tokens.push_back(token);
    it = skip_blanks(token.end, where);
  }
  Before before;
  if (tokens.empty()) return before;
  before.token = tokens.back();
  if (!open.empty()) before.open_parenthesis = open.back();
  std::string phrase;
  const std::size_t reach = std::min<std::size_t>(4, tokens.size());
  for (std::size_t i = 1; i <= reach; ++i) {
    const std::string word(tokens[tokens.size() - i].text());
    phrase = i == 1 ? word : word + " " + phrase;
    if (i == 1 || is_phrase(phrase)) before.phrase = phrase;
  }
  return before;
}

// "after `enforced`", "on the right of `at least`"
std::string place_words(const Before& before, std::string_view expected) {
  if (!before.token) return "";
  if (before.token->kind == TokenKind::Text) return " after the text";
  if (before.token->kind == TokenKind::Address) return " after the address";
  const bool is_operator =
      (expected == "a value" || expected == "a condition") && contains(kOperators, before.phrase);
  return (is_operator ? " on the right of " : " after ") + quoted(before.phrase);
}

// What was found on this line; else the end of what was read.
Span place_of(const ParseState& state, const Before& before, const Token& here) {
  if (here.kind != TokenKind::End) return state.span(here.begin, here.end);
  const Iterator end = before.token ? before.token->end : state.end();
  return state.span(end, end);
}

bool report_fault(ParseState& state, const Token& found) {
  const auto fault = find_fault(found, state.begin(), state.end());
  if (!fault) return false;
  auto diagnostic =
      state.report(fault->kind, state.span(fault->begin, fault->end), fault->argument);
  if (diagnostic && !fault->help.empty()) diagnostic->help(fault->help);
  return true;
}

bool names_something(std::string_view expected) {
  constexpr std::array<std::string_view, 12> kNames = {"a name",
                                                       "a stakeholder",
                                                       "a topic",
                                                       "a pack",
                                                       "a norm",
                                                       "an approval",
                                                       "a holding",
                                                       "a list",
                                                       "a fact",
                                                       "a unit",
                                                       "a kind of stakeholder",
                                                       "a type"};
  return contains(kNames, expected);
}

bool starts_comparison(const Token& token) {
  constexpr std::array<std::string_view, 16> kStarts = {
      ">=", "<=",   ">",    "<",      "=",     "!=",       "is",       "at",
      "no", "more", "less", "before", "after", "includes", "excludes", "overlaps"};
  return contains(kStarts, token.text());
}

std::string help_for(std::string_view expected, const Before& before, const Token& found) {
  const std::string_view text = found.text();
  const bool word = found.kind == TokenKind::Word;
  if ((before.phrase == "and" || before.phrase == "or") && starts_comparison(found)) {
    return "write the left side again, or `x between 1 and 5`";
  }
  if (names_something(expected) && word && is_reserved(text)) {
    return quoted(text) + " is a word of the language and cannot be a name";
  }
  if (names_something(expected) && word && is_upper(text.front())) {
    return "a name is made of lower-case words with `_`, joined by `.`";
  }
  if (expected == "a title in quotes") {
    return "say in quotes what it is, as in `topic seat_time \"Seat time\"`";
  }
  if (expected.ends_with("in quotes")) return "a text stands between double quotes";
  if (expected == "a date") return "a date is written year-month-day: `2027-08-16`";
  if (expected == "`)`" && text == ",") {
    return "several values stand without parentheses, as in `x is one of a, b`";
  }
  if (expected == "a period") return "a period is written `2 years` or `60 days`";
  if (expected == "a month") return "a month is written `December`";
  if (expected == "a web address") return "an address is written `<https://example.org/page>`";
  if (expected == "a value" && before.phrase == "is not" &&
      (text == "present" || text == "absent")) {
    return text == "present" ? "write `is absent`" : "write `is present`";
  }
  if (text == "if") return "put the `if` between parentheses";
  if (expected == "`then`" || expected == "`else`") {
    return "all three parts are needed: `if CONDITION then VALUE else VALUE`";
  }
  if (expected == "`satisfies`")
    return "say what holds of each, as in `every x in LIST satisfies CONDITION`";
  if (expected == "`for`")
    return "name what is added up, as in `sum of block.minutes for block in schedule`";
  if (before.token && before.token->kind == TokenKind::Word && text == "(") {
    return "the parenthesis stands right behind the name: `name(value)`";
  }
  return "";
}

struct Suggestion {
  std::string help;
  bool declaration = false;
};

std::optional<std::string> known_phrase(std::string_view word, Place place) {
  for (const Synonym& synonym : kSynonyms) {
    if (synonym.word != word) continue;
    for (const Keyword& keyword : keywords()) {
      const bool fits = keyword.stands_in(place) || keyword.stands_in(Place::Document);
      if (keyword.phrase == synonym.meant && fits) return std::string(keyword.phrase);
    }
  }
  std::vector<std::string> words;
  for (const Keyword& keyword : keywords()) {
    if (keyword.stands_in(place) && keyword.word != word) words.emplace_back(keyword.word);
  }
  if (place != Place::Document) {
    for (const Keyword& keyword : keywords()) {
      if (keyword.stands_in(Place::Document) && keyword.word != word)
        words.emplace_back(keyword.word);
    }
    const auto& more = continuing_words();
    words.insert(words.end(), more.begin(), more.end());
  }
  const auto near = nearest(word, words);
  if (!near) return std::nullopt;
  for (const Keyword& keyword : keywords()) {
    if (keyword.word == *near && keyword.stands_in(place)) return std::string(keyword.phrase);
  }
  return near;
}

// `in` of `in force`, which was not read as such.
std::optional<std::string> begun_phrase(std::string_view word, Place place) {
  for (const Keyword& keyword : keywords()) {
    const bool begun = keyword.word == word && keyword.phrase != word && keyword.stands_in(place);
    if (begun) return std::string(keyword.phrase);
  }
  return std::nullopt;
}

std::string list_phrases(Place place) {
  std::vector<std::string> phrases;
  for (const Keyword& keyword : keywords()) {
    if (keyword.stands_in(place)) phrases.emplace_back(keyword.phrase);
  }
  return list_words(phrases, 30);
}

std::string_view place_name(std::uint16_t places) {
  if ((places & static_cast<std::uint16_t>(Place::Norm)) != 0) return "a norm";
  if ((places & static_cast<std::uint16_t>(Place::Facts)) != 0)
    return "a vocabulary, group or list";
  if ((places & static_cast<std::uint16_t>(Place::Pack)) != 0) return "a pack";
  if ((places & static_cast<std::uint16_t>(Place::Stakeholder)) != 0) return "a stakeholder";
  if ((places & static_cast<std::uint16_t>(Place::Parameter)) != 0) return "a parameter";
  if ((places & static_cast<std::uint16_t>(Place::Definition)) != 0) return "a definition";
  return "a test";
}

Suggestion suggest_for(std::string_view word, Place place) {
  if (place == Place::Facts && word == "ask")
    return {"a question follows the fact that it is about", false};
  if (place == Place::Facts && word == "computed") return {"a fact is computed in one way", false};
  for (const Keyword& keyword : keywords()) {
    if (keyword.word != word || keyword.stands_in(place) || keyword.stands_in(Place::Document))
      continue;
    return {quoted(keyword.phrase) + " stands in " + std::string(place_name(keyword.places)),
            false};
  }
  auto phrase = begun_phrase(word, place);
  if (!phrase) phrase = known_phrase(word, place);
  if (!phrase) return {"here may stand " + list_phrases(place), false};
  const bool declaration =
      std::any_of(keywords().begin(), keywords().end(), [&](const Keyword& keyword) {
        return keyword.phrase == *phrase && keyword.stands_in(Place::Document) &&
               !keyword.stands_in(place);
      });
  return {"did you mean " + quoted(*phrase) + "?", declaration};
}

std::string_view what_may_stand(Place place) {
  switch (place) {
    case Place::Document:
      return "a declaration";
    case Place::Facts:
      return "a fact or a declaration";
    default:
      return "a clause or a declaration";
  }
}

std::string leftover_help(const Before& before, const Token& found) {
  const std::string_view text = found.text();
  const bool after_word = before.token && before.token->kind == TokenKind::Word;
  const bool after_number = before.token && before.token->kind == TokenKind::Number;
  if (text == "(" && after_word) {
    return "the parenthesis stands right behind the name: `name(value)`";
  }
  if ((text == "am" || text == "pm") && after_number) {
    return "a time of day is written `8:00 am`, with its minutes";
  }
  if (text == "in") return "that a set has a member is written `SET includes X` or `X within SET`";
  if (starts_comparison(found)) return "comparisons do not chain; join two of them with `and`";
  if (found.kind != TokenKind::Word || text.size() < 3) return "";
  const auto near = nearest(text, continuing_words());
  if (!near) return "";
  return *near == text ? quoted(text) + " cannot stand here"
                       : "did you mean " + quoted(*near) + "?";
}

// Something has been read to its end, and `found` cannot carry it on.
void report_leftover(ParseState& state, const Before& before, const Token& found,
                     std::string_view whole) {
  auto diagnostic = state.report(
      DiagnosticKind::Expected, state.span(found.begin, found.end),
      "an operator or the end of the " + std::string(whole) + ", not " + describe(found));
  if (!diagnostic) return;
  if (const std::string help = leftover_help(before, found); !help.empty()) diagnostic->help(help);
}

}  // namespace

void report_expected(ParseState& state, Iterator where, std::string_view expected) {
  const Token found = token_at(skip_blanks(where, state.end()), state.end());
  const Span found_span = state.span(found.begin, found.end);
  if (expected == kTooDeep) {
    auto diagnostic = state.report(DiagnosticKind::TooDeep, found_span, kMaxExpressionDepth);
    if (diagnostic) diagnostic->help("give a part of it a name with `define`");
    return;
  }
  if (expected == kTooLong) {
    auto diagnostic = state.report(DiagnosticKind::TooLong, found_span, kMaxOperations);
    if (diagnostic) diagnostic->help("give a part of it a name with `define`");
    return;
  }
  if (report_fault(state, found)) return;
  const Before before = look_back(state, where);
  if (expected == kEndOfExpression) return report_leftover(state, before, found, "expression");
  // What stands on a later line is not what went wrong.
  const bool on_this_line = !before.token || same_line(before.token->end, found.begin);
  const Token here = on_this_line ? found : Token();
  auto diagnostic = state.report(DiagnosticKind::Expected, place_of(state, before, here),
                                 std::string(expected) + place_words(before, expected));
  if (!diagnostic) return;
  const std::string help = help_for(expected, before, here);
  if (!help.empty()) diagnostic->help(help);
  if (expected == "`)`" && before.open_parenthesis) {
    const Token& open = *before.open_parenthesis;
    diagnostic->label(state.span(open.begin, open.end), "opened here");
  }
}

bool report_unknown(ParseState& state, Place place, Iterator it) {
  const Token found = token_at(it, state.end());
  if (report_fault(state, found)) return false;
  const Before before = look_back(state, it);
  if (place != Place::Document && before.token && !at_line_start(it, state.begin())) {
    report_leftover(state, before, found, "clause");
    return false;
  }
  Suggestion suggestion = {"here may stand " + list_phrases(place), false};
  std::string message(what_may_stand(place));
  if (found.kind == TokenKind::Word) {
    suggestion = suggest_for(found.text(), place);
    message += ", not " + quoted(found.text());
  }
  auto diagnostic =
      state.report(DiagnosticKind::Expected, state.span(found.begin, found.end), message);
  if (diagnostic) diagnostic->help(suggestion.help);
  return suggestion.declaration;
}

}  // namespace dsl::grammar
