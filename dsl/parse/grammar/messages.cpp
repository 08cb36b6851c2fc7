#include "dsl/parse/grammar/messages.h"

#include <algorithm>
#include <array>
#include <vector>

#include "dsl/parse/grammar/faults.h"
#include "dsl/parse/grammar/help.h"
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

// clang-format off
// After these a value is "on the right of" them.
constexpr std::array<std::string_view, 32> kOperators = {
    "at least", "at most", "more than", "less than", "fewer than", "later than", "earlier than",
    "no later than", "no less than", "no earlier than", "no more than", "no fewer than", "is",
    "is not", "includes", "excludes", "overlaps", "within", "before", "after", ">=", "<=", ">",
    "<", "=", "!=", "+", "-", "*", "/", "and", "or"};
// clang-format on

constexpr std::string_view kEndOfFact = "the end of the fact";
constexpr std::string_view kNextDeclaration = "the next declaration";

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

Before look_back(const ParseState& state, Iterator where) {
  Before before;
  before.end = state.end();
  std::vector<Token>& tokens = before.tokens;
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
  if (tokens.empty()) return before;
  before.opening = tokens.front().text();
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

std::string_view what_may_stand(Place place) {
  switch (place) {
    case Place::Document: return "a declaration";
    case Place::Facts: return "a fact or a declaration";
    default: return "a clause or a declaration";
  }
}

// Something has been read to its end, and `found` cannot carry it on.
void report_leftover(ParseState& state, const Before& before, const Token& found,
                     std::string_view expected) {
  auto diagnostic = state.report(DiagnosticKind::Expected, state.span(found.begin, found.end),
                                 std::string(expected) + ", not " + describe(found));
  if (!diagnostic) return;
  const bool operator_fits = expected == kOperatorOrEnd || expected == kEndOfExpression;
  const std::string help = help_for_leftover(before, found, operator_fits);
  if (!help.empty()) diagnostic->help(help);
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
  if (expected == kEndOfExpression || expected == kOperatorOrEnd || expected == kEndOfClause) {
    return report_leftover(state, before, found, expected);
  }
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
  if (before.token && !at_line_start(it, state.begin())) {
    const auto end = place == Place::Facts      ? kEndOfFact
                     : place == Place::Document ? kNextDeclaration
                                                : kEndOfClause;
    report_leftover(state, before, found, end);
    return false;
  }
  const bool word = found.kind == TokenKind::Word;
  const Suggestion suggestion = suggest_for(found, place);
  const std::string message =
      std::string(what_may_stand(place)) + (word ? ", not " + quoted(found.text()) : "");
  auto diagnostic =
      state.report(DiagnosticKind::Expected, state.span(found.begin, found.end), message);
  if (diagnostic) diagnostic->help(suggestion.help);
  return suggestion.declaration;
}

}  // namespace dsl::grammar
