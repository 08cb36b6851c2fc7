#include "dsl/parse/grammar/help.h"

#include <algorithm>
#include <array>
#include <vector>

#include "dsl/core/other_notations.h"
#include "dsl/diagnostics/suggest.h"
#include "dsl/parse/grammar/other_words.h"
#include "dsl/parse/grammar/rewriting.h"

namespace dsl::grammar {
namespace {

struct Advice {
  std::string_view expected;
  std::string_view help;
};

// What helps whatever stands there instead.
constexpr std::array<Advice, 16> kAdvice = {{
    {"a type", "say what kind of value it is, such as `count`, `yes/no` or `days per year`"},
    {"`,`", "a unit has two words: `unit credit, credits`"},
    {"a text in quotes", "a text stands between double quotes"},
    {"a question in quotes", "a text stands between double quotes"},
    {"a period", "a period is written `2 years` or `60 days`"},
    {"a month", "a month is written `December`"},
    {"a web address", "an address is written `<https://example.org/page>`"},
    {"a verdict", "as in `expect conflict NORM` or `expect clear NORM`"},
    {"`then`", "all three parts are needed: `if CONDITION then VALUE else VALUE`"},
    {"`else`", "all three parts are needed: `if CONDITION then VALUE else VALUE`"},
    {"`satisfies`", "say what holds of each, as in `every x in LIST satisfies CONDITION`"},
    {"`for`", "name what is added up, as in `sum of E for RECORD in LIST`"},
    {"`grades`", "grades are written `for grades 9..12`"},
    {"`from` or `until`", "the first day stands behind `from`, the last behind `until`"},
    {"`when`", "a condition stands behind `when`"},
    {"`of`", "the values stand behind `of`"},
}};

constexpr std::array<std::string_view, 12> kNamed = {
    "a name",    "a stakeholder", "a topic", "a pack", "a norm", "an approval",
    "a holding", "a list",        "a fact",  "a unit", "a type", "a kind of stakeholder"};

bool starts_comparison(const Token& token) {
  constexpr std::array<std::string_view, 16> kStarts = {
      ">=", "<=",   ">",    "<",      "=",     "!=",       "is",       "at",
      "no", "more", "less", "before", "after", "includes", "excludes", "overlaps"};
  return contains(kStarts, token.text());
}

// A title is asked for in the words of what it stands in.
std::string help_for_title(const Before& before, const Token& found) {
  if (found.kind == TokenKind::Word && before.phrase != "unless") {
    if (const auto name = name_of_words_meant(found.begin, before.end); name && before.token) {
      return "a name has no blanks: write `" + name_meant(before.token->begin, before.token->end) +
             "_" + *name + "`";
    }
    if (const auto title = text_meant(found.begin, before.end)) return "write `" + *title + "`";
  }
  if (before.phrase == "unless") {
    return "an exception has a title, as in `unless \"the board chose hours\" when ...`";
  }
  if (before.phrase == "test") {
    return "say in quotes what it tests, as in `test \"179 days are too few\"`";
  }
  return "say in quotes what it is, as in `topic seat_time \"Seat time\"`";
}

std::string help_for_date(const Before& before, const Token& found) {
  if (found.begin != nullptr) {
    if (const auto date = date_meant(rest_of_line(found.begin, before.end))) {
      return "write `" + *date + "`";
    }
    if (found.kind == TokenKind::Number && found.text().size() == 4) {
      return "write the month and the day as well, as in `" + std::string(found.text()) + "-07-01`";
    }
  }
  return std::string(kDateForm);
}

// Words of a verdict that were not joined: `cannot tell`.
std::string help_for_expectation(const Before& before) {
  constexpr std::array<std::string_view, 3> kBegun = {"cannot", "needs", "does"};
  for (const Token& token : before.tokens) {
    if (contains(kBegun, token.text()) && token.begin != before.tokens.front().begin) {
      return "the words of a verdict are joined by `_`: `cannot_tell`, `needs_approval`, "
             "`does_not_apply`";
    }
  }
  return "the verdict comes first, then the norm, as in `expect conflict NORM`";
}

// For a text where a name belongs.
std::string help_for_quoted_name(std::string_view expected, const Before& before) {
  if (expected != "a name") return "a name stands without quotes";
  if (before.phrase == "fact") return "the name comes before the meaning";
  const bool declares =
      std::any_of(keywords().begin(), keywords().end(), [&before](const Keyword& keyword) {
        return keyword.phrase == before.phrase && keyword.stands_in(Place::Document);
      });
  return declares ? "the name comes before the title" : "a name stands without quotes";
}

// A value is missing where values are listed, not calculated.
std::string help_for_listed_value(const Before& before, const Token& found) {
  constexpr std::array<std::string_view, 4> kListing = {"choice", "fact", "parameter", "define"};
  const std::string_view text = found.text();
  if (contains(kListing, before.opening) && is_reserved(text)) {
    return quoted(text) + " is a word of the language";
  }
  if (before.opening == "with" && (text == "=" || text == "is")) {
    return "the value stands right behind the fact";
  }
  return "";
}

std::optional<std::string> known_phrase(std::string_view word, Place place) {
  const std::string_view meant = keyword_meant(word);
  for (const Keyword& keyword : keywords()) {
    const bool fits = keyword.stands_in(place) || keyword.stands_in(Place::Document);
    if (keyword.phrase == meant && fits) return std::string(keyword.phrase);
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

// `CA`, `K`: a value of a choice or a grade.
bool starts_row(std::string_view word) {
  return !word.empty() && is_upper(word.front()) && word.find('.') == std::string_view::npos;
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

}  // namespace

std::string quoted(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  if (text.size() > kLongest) return "`" + std::string(text.substr(0, kLongest)) + "`...";
  return "`" + std::string(text) + "`";
}

std::string help_for(std::string_view expected, const Before& before, const Token& found) {
  const std::string_view text = found.text();
  const bool word = found.kind == TokenKind::Word;
  if ((before.phrase == "and" || before.phrase == "or") && starts_comparison(found)) {
    return "write the left side again, or `x between 1 and 5`";
  }
  if (contains(kNamed, expected) && word && is_reserved(text)) {
    if (before.opening == "expect") return help_for_expectation(before);
    return quoted(text) + " is a word of the language and cannot be a name";
  }
  if (expected == "a fact" && before.phrase == "," && word && is_upper(text.front())) {
    return "several members of a set stand in parentheses, as in `(Mon, Tue)`";
  }
  if (contains(kNamed, expected) && word && is_upper(text.front())) {
    return "a name is made of lower-case words with `_`, joined by `.`";
  }
  if (expected == "a norm" && before.opening == "expect") return help_for_expectation(before);
  if (expected == "a date") return help_for_date(before, found);
  if (expected == "`when`" && text == "if") return "write `when` instead of `if`";
  if (before.phrase == "is" && starts_comparison(found)) {
    return "leave out `is`: `" + comparison_at(found.begin, before.end) +
           "` stands right behind the fact";
  }
  if (before.phrase == "," && (text == "and" || text == "or")) {
    return "leave out " + quoted(text) + ": the last one stands behind a comma as well";
  }
  if ((expected == "a text in quotes" || expected == "a question in quotes") && found.begin) {
    if (const auto meant = text_meant(found.begin, before.end)) return "write `" + *meant + "`";
  }
  if (contains(kNamed, expected) && found.kind == TokenKind::Text && expected != "a type") {
    return help_for_quoted_name(expected, before);
  }
  if (expected == "a title in quotes") return help_for_title(before, found);
  if (expected == "a value") {
    if (std::string help = help_for_listed_value(before, found); !help.empty()) return help;
  }
  if (expected == "`)`" && before.opening == "with" && word) {
    return "members of a set are set apart by commas; a record is written "
           "`with RECORD in LIST (FIELD VALUE)`";
  }
  if (expected == "`)`" && text == ",") {
    return "several values stand without parentheses, as in `x is one of a, b`";
  }
  if (before.phrase == "is not" && text == "present") return "write `is absent`";
  if (before.phrase == "is not" && text == "absent") return "write `is present`";
  if (text == "if") return "put the `if` between parentheses";
  const auto advice = std::find_if(kAdvice.begin(), kAdvice.end(), [expected](const Advice& line) {
    return line.expected == expected;
  });
  return advice == kAdvice.end() ? std::string() : std::string(advice->help);
}

std::string help_for_leftover(const Before& before, const Token& found, bool operator_fits) {
  const std::string_view text = found.text();
  const bool after_word = before.token && before.token->kind == TokenKind::Word;
  const bool after_number = before.token && before.token->kind == TokenKind::Number;
  const bool after_text = before.token && before.token->kind == TokenKind::Text;
  if (text == "(" && after_word) {
    return "the parenthesis stands right behind the name: `name(value)`";
  }
  if (after_number && found.kind == TokenKind::Word) {
    const auto time = time_meant(rest_of_line(before.token->begin, before.end));
    if (time) return "write `" + *time + "`";
  }
  if (after_text && before.token->end == found.begin) {
    return "a quote inside a text is written `\\\"`";
  }
  if (text == ")") return "delete it: no `(` is open here";
  if (text == ".") return "a clause ends without a full stop";
  if (found.kind == TokenKind::Number && before.tokens.size() > 2 && before.token->text() == "to") {
    const Token& first = before.tokens[before.tokens.size() - 2];
    return "write `" + std::string(first.text()) + ".." + std::string(text) + "`";
  }
  if (text == "=" && before.opening == "fact") {
    return "a vocabulary declares facts; a design states their values";
  }
  if (operator_fits) {
    if (std::string help = help_in_condition(before, found); !help.empty()) return help;
    if (text == "in") return "that a set has a member is written `SET includes X`";
    if (starts_comparison(found)) return "comparisons do not chain; join two of them with `and`";
  } else if (std::string help = help_after_clause(before, found); !help.empty()) {
    return help;
  }
  if (before.opening == "expect") return help_for_expectation(before);
  if (found.kind != TokenKind::Word || text.size() < 3) return "";
  const auto near = nearest(text, continuing_words());
  if (!near) return "";
  return *near == text ? quoted(text) + " cannot stand here"
                       : "did you mean " + quoted(*near) + "?";
}

Suggestion suggest_for(const Token& found, Place place) {
  const std::string_view word = found.kind == TokenKind::Word ? found.text() : "";
  if (place == Place::Parameter && (found.kind == TokenKind::Number || starts_row(word))) {
    return {
        "the rows of a table stand below a line with `from` and the first day, as in "
        "`from 2014-07-01`",
        false};
  }
  const std::string_view sign = found.text();
  if (sign == "-" || sign == "*" || sign == "•") {
    return {"leave out " + quoted(sign) + ": a clause opens with its keyword", false};
  }
  if (place == Place::Norm && word.find('.') != std::string_view::npos) {
    return {"a condition stands behind `require`: `require " + std::string(word) + " ...`", false};
  }
  if (place == Place::Test && word.find('.') != std::string_view::npos) {
    return {"a fact stands behind `with`: `with " + std::string(word) + " ...`", false};
  }
  if (word.empty()) return {"here may stand " + list_phrases(place), false};
  if (place == Place::Facts && word == "ask")
    return {"a question follows the fact that it is about", false};
  if (place == Place::Facts && word == "computed") return {"a fact is computed in one way", false};
  for (const Keyword& keyword : keywords()) {
    if (keyword.word != word || keyword.stands_in(place) || keyword.stands_in(Place::Document))
      continue;
    const std::string where = std::string(place_name(keyword.places));
    const std::string below = place == Place::Document ? ", below its first line" : "";
    return {quoted(keyword.phrase) + " stands in " + where + below, false};
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

}  // namespace dsl::grammar
