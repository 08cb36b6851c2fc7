#include "dsl/syntax/line_breaks.h"

#include <algorithm>
#include <functional>

#include "dsl/syntax/clause_forms.h"

namespace dsl {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::string_view kQuantifierWords = "for where satisfies";
// The first words of comparisons, and those that may stand before them in one: `no later than`.
constexpr std::string_view kComparisonWords =
    "at no more less fewer later earlier after before is includes excludes overlaps within between";
constexpr std::string_view kComparisonSigns = "= != < > <= >=";

bool is_word(const Token& token, std::string_view words) {
  return token.kind == TokenKind::Word && is_among(token.text, words);
}

bool is_sign(const Token& token, std::string_view signs) {
  return token.kind == TokenKind::Symbol && is_among(token.text, signs);
}

bool is_comparison(const std::vector<Token>& tokens, std::size_t index) {
  if (is_sign(tokens[index], kComparisonSigns)) return true;
  if (!is_word(tokens[index], kComparisonWords)) return false;
  if (tokens[index].text != "no") return true;
  // Elsewhere `no` is a value, or `no block in schedule`.
  return is_word(tokens[index + 1], "less fewer later earlier more");
}

// A sign between two operands, not before a single one.
bool is_arithmetic(const std::vector<Token>& tokens, std::size_t index, std::string_view signs) {
  return is_sign(tokens[index], signs) && has_gap(tokens, index) && has_gap(tokens, index + 1);
}

class Splitter {
 public:
  Splitter(const std::vector<Token>& tokens, Range range) : tokens_(tokens), range_(range) {
    for (std::size_t i = range.first; i < range.last; ++i) {
      if (!is_sign(tokens[i], ")")) outer_.push_back(i);
      if (is_sign(tokens[i], "(")) i = closing_bracket(tokens, i, range.last);
    }
  }

  Parts split() const {
    if (is_word(tokens_[range_.first], "if")) return conditional();
    // What follows a `where` belongs to it.
    const std::size_t end = first_of(kQuantifierWords);
    if (Parts parts = at_words("or", end); parts.has_several()) return parts;
    if (Parts parts = at_words("and", end); parts.has_several()) return parts;
    if (Parts parts = at_quantifier_words(); parts.has_several()) return parts;
    if (Parts parts = after_commas(); parts.has_several()) return parts;
    if (Parts parts = at_comparison(); parts.has_several()) return parts;
    if (Parts parts = at_signs("+ -"); parts.has_several()) return parts;
    return at_signs("* /");
  }

 private:
  Parts at(const std::function<bool(std::size_t)>& starts_part) const {
    Parts parts{{range_.first}, 1, kIndent, false, {}};
    for (const std::size_t i : outer_) {
      if (i > range_.first && starts_part(i)) parts.starts.push_back(i);
    }
    return parts;
  }

  std::size_t first_of(std::string_view words) const {
    const auto found = std::find_if(outer_.begin(), outer_.end(), [&](std::size_t i) {
      return i > range_.first && is_word(tokens_[i], words);
    });
    return found == outer_.end() ? range_.last : *found;
  }

  Parts at_words(std::string_view words, std::size_t end) const {
    bool between = false;
    return at([&, words, end](std::size_t i) {
      if (is_word(tokens_[i], "between")) between = true;
      if (i >= end || !is_word(tokens_[i], words)) return false;
      // The `and` of `between 5 and 7`.
      const bool joins = !between || tokens_[i].text != "and";
      if (!joins) between = false;
      return joins;
    });
  }

  // Each once and in this order; what comes after belongs to a quantifier inside.
  Parts at_quantifier_words() const {
    std::string_view left = kQuantifierWords;
    Parts parts = at([&](std::size_t i) {
      if (!is_word(tokens_[i], left)) return false;
      const std::size_t end = left.find(' ', left.find(tokens_[i].text));
      left = end == std::string_view::npos ? std::string_view() : left.substr(end + 1);
      return true;
    });
    parts.indent = 0;
    return parts;
  }

  Parts conditional() const {
    int open = 0;
    Parts parts = at([&](std::size_t i) {
      if (is_word(tokens_[i], "if")) ++open;
      const bool ours = open == 0 && is_word(tokens_[i], "then else");
      if (open > 0 && is_word(tokens_[i], "else")) --open;
      return ours;
    });
    parts.indent = 0;
    parts.all_or_none = true;
    return parts;
  }

  Parts after_commas() const {
    Parts parts = at([this](std::size_t i) { return is_sign(tokens_[i - 1], ","); });
    parts.opening_words = 0;
    const auto compares = [this](std::size_t i) { return is_comparison(tokens_, i); };
    if (std::none_of(outer_.begin(), outer_.end(), compares)) parts.indent = 0;
    return parts;
  }

  Parts at_comparison() const {
    bool found = false;
    return at([&](std::size_t i) {
      const bool first = !found && is_comparison(tokens_, i);
      found = found || first;
      return first;
    });
  }

  Parts at_signs(std::string_view signs) const {
    Parts parts = at([this, signs](std::size_t i) { return is_arithmetic(tokens_, i, signs); });
    parts.indent = 0;
    return parts;
  }

  const std::vector<Token>& tokens_;
  Range range_;
  std::vector<std::size_t> outer_;  // tokens in no brackets
};

}  // namespace

Parts loosest_parts(const std::vector<Token>& tokens, Range range) {
  return Splitter(tokens, range).split();
}

std::size_t closing_bracket(const std::vector<Token>& tokens, std::size_t open, std::size_t end) {
  int depth = 0;
  for (std::size_t i = open; i < end; ++i) {
    if (is_sign(tokens[i], "(")) ++depth;
    if (is_sign(tokens[i], ")") && --depth == 0) return i;
  }
  return end;
}

bool keeps_break(const std::vector<Token>& tokens, std::size_t index) {
  const Token& token = tokens[index];
  if (!token.first_on_line) return false;
  return is_word(token, "and or then else where satisfies for") ||
         is_arithmetic(tokens, index, "+ - * /");
}

}  // namespace dsl
