#include "dsl/parse/grammar/keywords.h"

#include <algorithm>
#include <array>

namespace dsl::grammar {
namespace {

constexpr auto kDocument = static_cast<std::uint16_t>(Place::Document);
constexpr auto kPack = static_cast<std::uint16_t>(Place::Pack);
constexpr auto kStakeholder = static_cast<std::uint16_t>(Place::Stakeholder);
constexpr auto kParameter = static_cast<std::uint16_t>(Place::Parameter);
constexpr auto kDefinition = static_cast<std::uint16_t>(Place::Definition);
constexpr auto kNorm = static_cast<std::uint16_t>(Place::Norm);
constexpr auto kFacts = static_cast<std::uint16_t>(Place::Facts);
constexpr auto kTest = static_cast<std::uint16_t>(Place::Test);
constexpr auto kRelief = static_cast<std::uint16_t>(Place::Relief);
constexpr std::uint16_t kCited = kParameter | kDefinition | kNorm | kRelief;

// clang-format off
constexpr Keyword kKeywords[] = {
    {"pack",        "pack",           Follow::Name,       kDocument},
    {"topic",       "topic",          Follow::Name,       kDocument | kNorm},
    {"unit",        "unit",           Follow::Name,       kDocument},
    {"choice",      "choice",         Follow::Name,       kDocument},
    {"stakeholder", "stakeholder",    Follow::Name,       kDocument},
    {"vocabulary",  "vocabulary",     Follow::Name,       kDocument},
    {"group",       "group",          Follow::Name,       kDocument},
    {"list",        "list",           Follow::Name,       kDocument},
    {"parameter",   "parameter",      Follow::Name,       kDocument},
    {"define",      "define",         Follow::Name,       kDocument},
    {"regulation",  "regulation",     Follow::Name,       kDocument},
    {"agreement",   "agreement",      Follow::Name,       kDocument},
    {"practice",    "practice",       Follow::Name,       kDocument},
    {"approval",    "approval",       Follow::Name,       kDocument},
    {"enablement",  "enablement",     Follow::Name,       kDocument},
    {"principle",   "principle",      Follow::Name,       kDocument},
    {"test",        "test",           Follow::Text,       kDocument},

    {"relief",      "relief",         Follow::Name,       kDocument},

    {"uses",        "uses",           Follow::Name,       kPack},
    {"cite",        "cite",           Follow::Text,       kCited},
    {"source",      "source",         Follow::Address,    kCited | kStakeholder},
    {"confidence",  "confidence",     Follow::Name,       kCited},
    {"note",        "note",           Follow::Text,       kCited | kPack | kStakeholder},
    {"enforced",    "enforced by",    Follow::Phrase,     kNorm},
    {"upheld",      "upheld by",      Follow::Phrase,     kNorm},
    {"in",          "in force",       Follow::Phrase,     kNorm | kDefinition | kRelief},
    {"applies",     "applies when",   Follow::Phrase,     kNorm | kPack | kRelief},
    {"verified",    "verified on",    Follow::Phrase,     kPack},
    {"for",         "for each",       Follow::Phrase,     kNorm},
    {"require",     "require",        Follow::Expression, kNorm | kFacts},
    {"unless",      "unless",         Follow::Text,       kNorm},
    {"status",      "status",         Follow::Name,       kNorm},
    {"suspended",   "suspended from", Follow::Phrase,     kNorm},
    {"forbid",      "forbid",         Follow::Expression, kNorm},
    {"alternative", "alternative",    Follow::Text,       kNorm},
    {"granted",     "granted by",     Follow::Phrase,     kRelief},
    {"applied",     "applied for by", Follow::Phrase,     kRelief},
    {"reaches",     "reaches",        Follow::Name,       kRelief},
    {"cannot",      "cannot reach",   Follow::Phrase,     kRelief},
    {"lasting",     "lasting",        Follow::Date,       kRelief},
    {"due",         "due",            Follow::Text,       kRelief | kNorm},
    {"vote",        "vote",           Follow::Text,       kRelief | kNorm},
    {"tie",         "tie",            Follow::Text,       kNorm},
    {"appeal",      "appeal to",      Follow::Phrase,     kNorm},
    {"reading",     "reading",        Follow::Name,       kDefinition},
    {"lifts",       "lifts",          Follow::Name,       kNorm},
    {"cannot",      "cannot lift",    Follow::Phrase,     kNorm},
    {"effect",      "effect",         Follow::Name,       kNorm},
    {"relief",      "relief by",      Follow::Phrase,     kNorm},
    {"remedy",      "remedy",         Follow::Text,       kNorm},
    {"decided",     "decided by",     Follow::Phrase,     kNorm},
    {"after",       "after approval", Follow::Phrase,     kNorm},
    {"kind",        "kind",           Follow::Name,       kStakeholder},
    {"holds",       "holds",          Follow::Name,       kStakeholder},
    {"upholds",     "upholds",        Follow::Name,       kStakeholder},
    {"from",        "from",           Follow::Date,       kParameter},
    {"as",          "as",             Follow::Expression, kDefinition},
    {"fact",        "fact",           Follow::Name,       kFacts},
    {"ask",         "ask",            Follow::Text,       kFacts | kStakeholder | kParameter},
    {"computed",    "computed as",    Follow::Phrase,     kFacts},
    {"given",       "given",          Follow::Text,       kTest},
    {"with",        "with",           Follow::Name,       kTest},
    {"as",          "as of",          Follow::Phrase,     kTest},
    {"expect",      "expect",         Follow::Name,       kTest},
};

constexpr std::array<std::string_view, 34> kReserved = {
    "and",      "as",    "at",  "between", "by",   "count", "else", "every",    "excludes",
    "false",    "for",   "if",  "in",      "includes", "is", "judged", "max",   "min",
    "no",       "not",   "of",  "or",      "overlaps", "satisfies", "some", "sum", "than",
    "then",     "true",  "unknown", "when", "where", "within", "yes"};

// Reserved words that stand between or after operands, never at the start of one.
constexpr std::array<std::string_view, 21> kInfix = {
    "and",  "as",    "at",  "between",  "by",        "else", "excludes", "for",  "in",
    "includes", "is", "of", "or",       "overlaps",  "satisfies", "than", "then", "when",
    "where", "within", "per"};

// Besides reserved words and keywords.
constexpr std::array<std::string_view, 31> kNeverUnits = {
    "absent", "all",   "am",     "before", "determination", "due",    "each",  "earlier",
    "fewer",  "force", "granted", "lasting", "later",       "least",  "less",  "leeway",
    "lift",   "more",  "most",   "needs",  "norms",         "old",    "on",    "one",
    "per",    "pm",    "present", "refused", "through",     "under",  "until"};
// clang-format on

// The lower-case word at `it`, empty when a dotted name or anything else stands there.
std::string_view plain_word(Iterator it, Iterator end) {
  if (it == end || !is_lower(*it)) return {};
  const Token token = token_at(it, end);
  const std::string_view text = token.text();
  return text.find('.') == std::string_view::npos ? text : std::string_view();
}

// A sign that carries an expression or a list on; `-` could also begin one.
bool is_operator_sign(char c) {
  return std::string_view("=<>!+*/,.)").find(c) != std::string_view::npos;
}

bool suits(const Keyword& keyword, Iterator after, Iterator end) {
  if (keyword.follow == Follow::Phrase) {
    return match_phrase(skip_blanks(after, end), end,
                        keyword.phrase.substr(keyword.word.size() + 1)) != nullptr;
  }
  const Iterator next = skip_inline_blanks(after, end);
  // A lone word: only `require` and `as` are no likely names.
  if (next == end || *next == '\n' || *next == '#') return keyword.follow == Follow::Expression;
  const Token token = token_at(next, end);
  switch (keyword.follow) {
    case Follow::Name: return token.kind == TokenKind::Word && !is_reserved(token.text());
    case Follow::Text: return token.kind == TokenKind::Text;
    case Follow::Address: return token.kind == TokenKind::Address;
    case Follow::Date: return token.kind == TokenKind::Number || token.text() == "school";
    default: break;
  }
  if (token.kind == TokenKind::Word) return !contains(kInfix, token.text());
  return token.kind != TokenKind::Symbol || !is_operator_sign(*next);
}

// Not an operator's left side.
bool may_suit(const Keyword& keyword, Iterator after, Iterator end) {
  // These also stand inside clauses.
  const bool ambiguous =
      is_reserved(keyword.word) || keyword.word == "after" || keyword.word == "relief";
  if (ambiguous && keyword.follow == Follow::Phrase) return suits(keyword, after, end);
  const Iterator next = skip_inline_blanks(after, end);
  if (next == end || *next == '\n' || *next == '#') return true;
  const Token token = token_at(next, end);
  if (token.kind == TokenKind::Word) {
    return !contains(kInfix, token.text()) || keyword.phrase.ends_with(token.text());
  }
  if (token.kind != TokenKind::Symbol) return true;
  return !is_operator_sign(*next);
}

template <typename Test>
bool any_keyword(Iterator it, Iterator end, Test test) {
  const std::string_view word = plain_word(it, end);
  if (word.empty()) return false;
  return std::any_of(std::begin(kKeywords), std::end(kKeywords), [&](const Keyword& keyword) {
    return keyword.word == word && test(keyword, it + word.size());
  });
}

// `topic`, `pack` and `approval` also stand in front of a name inside clauses; a declaration goes
// on with a title.
bool has_title(const Keyword& keyword, Iterator after, Iterator end) {
  constexpr std::array<std::string_view, 4> kAlsoInside = {"topic", "pack", "approval", "relief"};
  if (!contains(kAlsoInside, keyword.word)) return true;
  const Token name = token_at(skip_blanks(after, end), end);
  return name.kind == TokenKind::Word &&
         token_at(skip_blanks(name.end, end), end).kind == TokenKind::Text;
}

}  // namespace

std::span<const Keyword> keywords() { return kKeywords; }

bool is_reserved(std::string_view word) { return !word.empty() && contains(kReserved, word); }

bool unit_starts(Iterator it, Iterator end) {
  const std::string_view word = plain_word(it, end);
  if (word.empty() || std::any_of(word.begin(), word.end(), is_upper)) return false;
  if (is_reserved(word) || contains(kNeverUnits, word)) return false;
  return std::none_of(std::begin(kKeywords), std::end(kKeywords),
                      [word](const Keyword& keyword) { return keyword.word == word; });
}

const std::vector<std::string>& continuing_words() {
  static const std::vector<std::string> words = {
      "and",      "or",       "where",   "when",    "then", "else",   "satisfies", "includes",
      "excludes", "overlaps", "within",  "between", "is",   "before", "after",     "through",
      "under",    "due",      "lasting", "until",   "from", "needs",  "leeway"};
  return words;
}

bool opens_clause(Iterator it, Iterator begin, Iterator end) {
  return at_line_start(it, begin) &&
         any_keyword(it, end, [&](const Keyword& keyword, Iterator after) {
           return suits(keyword, after, end);
         });
}

bool may_end_clause(Iterator it, Iterator begin, Iterator end) {
  if (it == end) return true;
  const TokenKind kind = token_at(it, end).kind;
  if (at_line_start(it, begin)) return kind == TokenKind::Word || kind == TokenKind::Number;
  return any_keyword(it, end, [&](const Keyword& keyword, Iterator) {
    return match_phrase(it, end, keyword.phrase) != nullptr;
  });
}

bool seems_to_open_clause(Iterator it, Iterator begin, Iterator end) {
  return at_line_start(it, begin) &&
         any_keyword(it, end, [&](const Keyword& keyword, Iterator after) {
           const bool declares = keyword.places == kDocument;
           return may_suit(keyword, after, end) && (!declares || has_title(keyword, after, end));
         });
}

bool opens_declaration(Iterator it, Iterator begin, Iterator end) {
  const bool first = at_line_start(it, begin);
  return any_keyword(it, end, [&](const Keyword& keyword, Iterator after) {
    if (!keyword.stands_in(Place::Document)) return false;
    if (first && keyword.word != "topic") return may_suit(keyword, after, end);
    return suits(keyword, after, end) && has_title(keyword, after, end);
  });
}

bool seems_to_open_declaration(Iterator it, Iterator begin, Iterator end) {
  return at_line_start(it, begin) &&
         any_keyword(it, end, [&](const Keyword& keyword, Iterator after) {
           return keyword.stands_in(Place::Document) && may_suit(keyword, after, end) &&
                  has_title(keyword, after, end);
         });
}

}  // namespace dsl::grammar
