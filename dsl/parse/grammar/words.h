// The smallest parsers: fixed words and signs, tables of them, and looks ahead.
//
// They leave the iterator alone when they fail, which X3's own character parsers do not, so that no
// span ends in blanks.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "dsl/parse/grammar/config.h"
#include "dsl/parse/grammar/keywords.h"
#include "dsl/parse/grammar/messages.h"

namespace dsl::grammar {

// `word("no later than")`: these words with any blanks between. `mark(",")`: this sign.
struct Phrase : Silent<Phrase> {
  constexpr explicit Phrase(std::string_view phrase) : text(phrase) {}

  template <typename Ctx, typename RuleCtx, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Ctx&, RuleCtx&, Attribute&) const {
    const Iterator end = match_phrase(skip_blanks(first, last), last, text);
    if (end == nullptr) return false;
    first = end;
    return true;
  }

  std::string_view text;
};
constexpr Phrase word(std::string_view text) { return Phrase(text); }
constexpr Phrase mark(std::string_view text) { return Phrase(text); }

// `touching("(")`: a sign with no blank before it.
struct TouchingMark : Silent<TouchingMark> {
  constexpr explicit TouchingMark(char sign) : character(sign) {}

  template <typename Ctx, typename RuleCtx, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Ctx&, RuleCtx&, Attribute&) const {
    if (first == last || *first != character) return false;
    ++first;
    return true;
  }

  char character;
};
constexpr TouchingMark touching(char character) { return TouchingMark(character); }

template <typename Value>
struct Option {
  std::string_view phrase;
  Value value;
};

// The value of the first phrase that matches; a longer phrase goes before its own beginning.
template <typename Value>
struct Table : x3::parser<Table<Value>> {
  using attribute_type = Value;
  static constexpr bool has_attribute = true;

  constexpr Table(std::span<const Option<Value>> all, const char* expected)
      : options(all), name(expected) {}

  template <typename Ctx, typename RuleCtx, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Ctx&, RuleCtx&,
             Attribute& attribute) const {
    const Iterator start = skip_blanks(first, last);
    for (const Option<Value>& option : options) {
      const Iterator end = match_phrase(start, last, option.phrase);
      if (end == nullptr) continue;
      x3::traits::move_to(option.value, attribute);
      first = end;
      return true;
    }
    return false;
  }

  std::span<const Option<Value>> options;
  const char* name;
};

// Looks only: one of the phrases comes next.
struct Ahead : Silent<Ahead> {
  constexpr explicit Ahead(std::span<const std::string_view> all) : phrases(all) {}

  template <typename Ctx, typename RuleCtx, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Ctx&, RuleCtx&, Attribute&) const {
    const Iterator start = skip_blanks(first, last);
    for (const std::string_view phrase : phrases) {
      if (match_phrase(start, last, phrase) != nullptr) return true;
    }
    return false;
  }

  std::span<const std::string_view> phrases;
};

// Skips once for all the alternatives that follow.
struct PastBlanks : Silent<PastBlanks> {
  template <typename Ctx, typename RuleCtx, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Ctx&, RuleCtx&, Attribute&) const {
    first = skip_blanks(first, last);
    return true;
  }
};
inline constexpr PastBlanks past_blanks;

// A look at what comes next, by a function of its place.
template <typename Test>
struct Look : Silent<Look<Test>> {
  template <typename Ctx, typename RuleCtx, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Ctx& context, RuleCtx&,
             Attribute&) const {
    return Test()(first, skip_blanks(first, last), state_of(context));
  }
};

struct NextOpensClause {
  bool operator()(Iterator, Iterator next, const ParseState& state) const {
    return opens_clause(next, state.begin(), state.end());
  }
};
// The line opens a clause, whatever the words would mean elsewhere.
inline constexpr Look<NextOpensClause> clause_ahead;

struct NextOpensDeclaration {
  bool operator()(Iterator, Iterator next, const ParseState& state) const {
    return seems_to_open_declaration(next, state.begin(), state.end()) &&
           opens_clause(next, state.begin(), state.end());
  }
};
// The line opens a declaration.
inline constexpr Look<NextOpensDeclaration> declaration_ahead;

struct NextOnSameLine {
  bool operator()(Iterator first, Iterator next, const ParseState& state) const {
    return next != state.end() && same_line(first, next);
  }
};
// More follows on this line.
inline constexpr Look<NextOnSameLine> more_on_line;

struct NextIsFirstOnLine {
  bool operator()(Iterator, Iterator next, const ParseState& state) const {
    return at_line_start(next, state.begin());
  }
};
inline constexpr Look<NextIsFirstOnLine> line_start_ahead;

template <bool (*is_kind)(char)>
struct NextIs {
  bool operator()(Iterator, Iterator next, const ParseState& state) const {
    return next != state.end() && is_kind(*next);
  }
};
inline constexpr Look<NextIs<is_digit>> digit_ahead;
inline constexpr Look<NextIs<is_lower>> lower_ahead;
inline constexpr Look<NextIs<is_upper>> upper_ahead;

// Nothing but blanks is left.
struct EndOfExpression : Silent<EndOfExpression> {
  template <typename Ctx, typename RuleCtx, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Ctx&, RuleCtx&, Attribute&) const {
    return skip_blanks(first, last) == last;
  }
};
inline constexpr EndOfExpression end_of_expression;

struct NextIsThousandsComma {
  bool operator()(Iterator, Iterator next, const ParseState& state) const {
    return is_thousands_comma(next, state.begin(), state.end());
  }
};
inline constexpr Look<NextIsThousandsComma> thousands_ahead;

// `us.ia-de`: what was read as a name is part of one.
struct EndOfName : Silent<EndOfName> {
  template <typename Ctx, typename RuleCtx, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Ctx&, RuleCtx&, Attribute&) const {
    return first == last || *first != '-';
  }
};
inline constexpr EndOfName end_of_name;

// Looks only: a clause may end here. For clauses whose expression, cut short, would mean something
// else: what stands behind it makes the clause fail. Others mean what they say, and are kept.
struct EndOfClause : Silent<EndOfClause> {
  constexpr explicit EndOfClause(std::string_view expected) : name(expected) {}

  template <typename Ctx, typename RuleCtx, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Ctx& context, RuleCtx&,
             Attribute&) const {
    return may_end_clause(skip_blanks(first, last), state_of(context).begin(), last);
  }

  std::string_view name;
};
inline constexpr EndOfClause end_of_condition(kOperatorOrEnd);
inline constexpr EndOfClause end_of_clause(kEndOfClause);

// A lexeme that leaves the iterator alone when it fails.
template <typename Lexeme>
struct TokenDirective : x3::unary_parser<Lexeme, TokenDirective<Lexeme>> {
  static constexpr bool is_pass_through_unary = true;
  static constexpr bool handles_container = Lexeme::handles_container;

  constexpr explicit TokenDirective(const Lexeme& lexeme)
      : x3::unary_parser<Lexeme, TokenDirective<Lexeme>>(lexeme) {}

  template <typename Ctx, typename RuleCtx, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Ctx& context, RuleCtx& rule_context,
             Attribute& attribute) const {
    const Iterator start = first;
    if (this->subject.parse(first, last, context, rule_context, attribute)) return true;
    first = start;
    return false;
  }
};

struct TokenGenerator {
  template <typename Subject>
  constexpr auto operator[](const Subject& subject) const {
    return TokenDirective(x3::lexeme[x3::as_parser(subject)]);
  }
};
inline constexpr TokenGenerator token;

// `a, b, c`: after a comma another one has to follow.
template <typename Parser>
constexpr auto list_of(const Parser& parser) {
  return parser >> *(mark(",") > parser);
}

// As `list_of`, for what begins with no three digits.
template <typename Parser>
constexpr auto short_list_of(const Parser& parser) {
  return parser >> *(!thousands_ahead >> mark(",") > parser);
}

}  // namespace dsl::grammar

namespace boost::spirit::x3 {

// A sequence is missed where its first part is missing.
template <typename Left, typename Right>
struct get_info<sequence<Left, Right>> {
  std::string operator()(const sequence<Left, Right>& parser) const { return what(parser.left); }
};

template <typename Left, typename Right>
struct get_info<alternative<Left, Right>> {
  std::string operator()(const alternative<Left, Right>& parser) const { return what(parser.left); }
};

template <>
struct get_info<dsl::grammar::Phrase> {
  std::string operator()(const dsl::grammar::Phrase& parser) const {
    return "`" + std::string(parser.text) + "`";
  }
};

template <>
struct get_info<dsl::grammar::TouchingMark> {
  std::string operator()(const dsl::grammar::TouchingMark& parser) const {
    return std::string("`") + parser.character + "`";
  }
};

template <typename Value>
struct get_info<dsl::grammar::Table<Value>> {
  std::string operator()(const dsl::grammar::Table<Value>& parser) const { return parser.name; }
};

template <>
struct get_info<dsl::grammar::EndOfExpression> {
  std::string operator()(const dsl::grammar::EndOfExpression&) const {
    return std::string(dsl::grammar::kEndOfExpression);
  }
};

template <>
struct get_info<dsl::grammar::EndOfName> {
  std::string operator()(const dsl::grammar::EndOfName&) const {
    return std::string(dsl::grammar::kEndOfClause);
  }
};

template <>
struct get_info<dsl::grammar::EndOfClause> {
  std::string operator()(const dsl::grammar::EndOfClause& parser) const {
    return std::string(parser.name);
  }
};

template <>
struct get_info<dsl::grammar::Ahead> {
  std::string operator()(const dsl::grammar::Ahead& parser) const {
    std::string text;
    for (const std::string_view phrase : parser.phrases) {
      if (!text.empty()) text += phrase == parser.phrases.back() ? " or " : ", ";
      text += "`" + std::string(phrase) + "`";
    }
    return text;
  }
};

}  // namespace boost::spirit::x3
