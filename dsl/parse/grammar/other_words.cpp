#include "dsl/parse/grammar/other_words.h"

#include <algorithm>
#include <array>

#include "dsl/parse/grammar/rewriting.h"

namespace dsl::grammar {
namespace {

struct Synonym {
  std::string_view word;
  std::string_view meant;
};

// clang-format off
// For what opens a clause or a declaration.
constexpr std::array<Synonym, 40> kKeywords = {{
    {"must", "require"},           {"shall", "require"},          {"requires", "require"},
    {"should", "require"},         {"if", "applies when"},        {"when", "applies when"},
    {"scope", "applies when"},     {"where", "applies when"},     {"except", "unless"},
    {"exception", "unless"},       {"provided", "unless"},        {"import", "uses"},
    {"include", "uses"},           {"citation", "cite"},          {"reference", "cite"},
    {"statute", "cite"},           {"url", "source"},             {"link", "source"},
    {"website", "source"},         {"comment", "note"},           {"description", "note"},
    {"waiver", "relief by"},       {"exemption", "relief by"},    {"rule", "regulation"},
    {"law", "regulation"},         {"policy", "regulation"},      {"contract", "agreement"},
    {"custom", "practice"},        {"enum", "choice"},            {"function", "define"},
    {"assert", "expect"},          {"effective", "in force"},     {"starting", "in force"},
    {"since", "in force"},         {"from", "in force"},          {"penalty", "effect"},
    {"sanction", "effect"},        {"consequence", "effect"},     {"prohibit", "forbid"},
    {"prohibits", "forbid"},
}};

// For what compares, within a condition.
constexpr std::array<Synonym, 32> kComparisons = {{
    {"equals", "is"},              {"equal", "is"},               {"isn", "is not"},
    {"doesn", "is not"},           {"differs", "is not"},         {"greater", "more than"},
    {"higher", "more than"},       {"bigger", "more than"},       {"larger", "more than"},
    {"longer", "more than"},       {"over", "more than"},         {"above", "more than"},
    {"exceeds", "more than"},      {"exceed", "more than"},       {"smaller", "less than"},
    {"shorter", "less than"},      {"lower", "less than"},        {"below", "less than"},
    {"under", "less than"},        {"minimum", "at least"},       {"min", "at least"},
    {"maximum", "at most"},        {"max", "at most"},            {"contains", "includes"},
    {"contain", "includes"},       {"include", "includes"},       {"has", "includes"},
    {"have", "includes"},          {"sooner", "earlier than"},    {"on", "is"},
    {"since", "no earlier than"},  {"until", "no later than"},
}};
// clang-format on

constexpr std::array<std::string_view, 5> kDuties = {"must", "shall", "should", "will", "be"};
constexpr std::array<std::string_view, 3> kArticles = {"the", "a", "an"};

// Empty: none.
template <typename Table>
std::string_view meant_by(const Table& table, std::string_view word) {
  const auto at = std::find_if(table.begin(), table.end(),
                               [&](const Synonym& synonym) { return synonym.word == word; });
  return at == table.end() ? std::string_view() : at->meant;
}

std::string_view comparison_meant(const Token& token, Iterator end) {
  const std::string_view meant = meant_by(kComparisons, token.text());
  const bool or_equal =
      rest_of_line(token.end, end).substr(0, 20).find("or equal") != std::string_view::npos;
  if (or_equal && meant == "more than") return "at least";
  if (or_equal && meant == "less than") return "at most";
  return meant;
}

std::string help_for_comma(const Before& before) {
  if (contains(std::array<std::string_view, 2>{"enforced", "upheld"}, before.opening)) return "";
  return "join two conditions with `and` or `or`; only behind `is one of` do commas part values";
}

}  // namespace

std::string_view keyword_meant(std::string_view word) { return meant_by(kKeywords, word); }

std::string comparison_at(Iterator it, Iterator end) {
  constexpr std::array<std::string_view, 11> kLong = {
      "at least",      "at most",      "more than",       "less than",
      "no later than", "no less than", "no earlier than", "no more than",
      "later than",    "earlier than", "no fewer than"};
  for (const std::string_view phrase : kLong) {
    if (match_phrase(it, end, phrase) != nullptr) return std::string(phrase);
  }
  return std::string(token_at(it, end).text());
}

std::string help_in_condition(const Before& before, const Token& found) {
  if (found.text() == ",") return help_for_comma(before);
  if (!before.token) return "";
  if (contains(kDuties, found.text())) {
    return "leave out " + quoted(found.text()) + ", as in `FACT at least VALUE`";
  }
  std::string_view meant = comparison_meant(found, before.end);
  if (meant.empty() && before.tokens.size() > 2) {
    meant = comparison_meant(*before.token, before.end);
  }
  if (!meant.empty()) {
    return "write " + quoted(meant) + ", as in `FACT " + std::string(meant) + " VALUE`";
  }
  if (before.token->text() == "either" || before.token->text() == "any") {
    return "several values stand behind `is one of`, as in `FACT is one of A, B`";
  }
  if (contains(kArticles, before.token->text())) {
    return "leave out " + quoted(before.token->text()) +
           ": a fact is written with its name, as in `GROUP.FACT`";
  }
  return "";
}

std::string help_after_clause(const Before& before, const Token& found) {
  const std::string_view text = found.text();
  const bool joins = text == "and" || text == "or" || text == ",";
  const bool has_through =
      std::any_of(before.tokens.begin(), before.tokens.end(),
                  [](const Token& token) { return token.text() == "through"; });
  if (before.opening == "relief") {
    return "behind the granter may stand, each once and in any order: `applied for by`, `vote`, "
           "`under`, `due` and `lasting`; then a text";
  }
  if (before.opening == "enforced" && joins && !has_through) {
    return "a second enforcer stands in an `enforced by` of its own";
  }
  if (before.opening == "enforced" && before.token && contains(kArticles, before.token->text())) {
    return "a stakeholder is named in one word, as it is declared: `enforced by STAKEHOLDER`";
  }
  if (before.opening == "enforced" && found.kind == TokenKind::Word && !has_through && !joins) {
    return "what it holds stands behind `through`: `through " + std::string(text) + "`";
  }
  constexpr std::array<std::string_view, 10> kLists = {"holds",    "uses",    "upholds", "lifts",
                                                       "cannot",   "reaches", "choice",  "with",
                                                       "enforced", "fact"};
  if (joins && contains(kLists, before.opening)) return "several are parted by commas: `A, B, C`";
  return "";
}

}  // namespace dsl::grammar
