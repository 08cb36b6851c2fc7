#include "dsl/syntax/line_layout.h"

#include <algorithm>

namespace dsl {
namespace {

constexpr std::size_t kIndent = 2;

bool is_sign(const Token& token, std::string_view sign) {
  return token.kind == TokenKind::Symbol && token.text == sign;
}

}  // namespace

LineLayout::LineLayout(const std::vector<Token>& tokens, Page& page)
    : tokens_(tokens), page_(page) {
  std::size_t position = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i > 0 && has_gap(tokens, i)) ++position;
    positions_.push_back(position);
    position += width_of(tokens[i].text);
  }
}

std::size_t LineLayout::width(Range range) const {
  if (range.empty()) return 0;
  const std::size_t last = range.last - 1;
  return positions_[last] + width_of(tokens_[last].text) - positions_[range.first];
}

// Comments stand around it that have to end their lines.
bool LineLayout::needs_own_line(std::size_t index) const {
  if (index == opened_) return false;
  return !tokens_[index].above.empty() || (index > 0 && !tokens_[index - 1].beside.empty());
}

bool LineLayout::must_break(Range range) const {
  for (std::size_t i = range.first + 1; i < range.last; ++i) {
    if (needs_own_line(i) || keeps_break(tokens_, i)) return true;
  }
  return false;
}

bool LineLayout::fits(Range range, std::size_t after) const {
  return !must_break(range) && page_.fits(width(range) + after);
}

// A line of its own where comments ask for it.
void LineLayout::write_token(std::size_t index, std::size_t base) {
  const Token& token = tokens_[index];
  if (needs_own_line(index)) {
    for (const Comment& comment : token.above) {
      page_.new_line(base);
      page_.write(comment.text);
    }
    page_.new_line(base);
  }
  page_.write(token.text);
  if (!token.beside.empty()) {
    page_.pad_to(page_.column() + 2);
    page_.write(token.beside);
  }
}

void LineLayout::write_flat(Range range) { write_unsplit(range, {page_.column(), 0}); }

void LineLayout::write(Range range, std::size_t base) { write(range, Place{base, 0}); }

void LineLayout::write(Range range, Place place) {
  if (range.empty()) return;
  const Parts parts = loosest_parts(tokens_, range);
  if (fits(range, place.after) || !parts.has_several()) {
    write_unsplit(range, place);
  } else {
    write_parts(range, parts, place);
  }
}

void LineLayout::write_parts(Range range, const Parts& parts, Place place) {
  bool was_broken = false;
  for (std::size_t k = 0; k < parts.starts.size(); ++k) {
    const bool is_last = k + 1 == parts.starts.size();
    const Range part{parts.starts[k], is_last ? range.last : parts.starts[k + 1]};
    const Place inside{place.base, is_last ? place.after : 0};
    if (k > 0) {
      const std::size_t indent = place.base + parts.indent;
      const auto& own = parts.on_own_lines;
      const bool breaks = parts.all_or_none || was_broken || keeps_break(tokens_, part.first) ||
                          std::find(own.begin(), own.end(), part.first) != own.end() ||
                          !fits(part, inside.after + 1);
      if (needs_own_line(part.first)) {
        // The token brings its comments and its line.
      } else if (breaks) {
        page_.new_line(indent);
      } else {
        page_.space();
      }
    }
    const std::size_t line = page_.line();
    write_part(part, parts, k == 0, inside);
    was_broken = page_.line() != line;
  }
}

// The opening words, and what they open against them.
void LineLayout::write_part(Range part, const Parts& parts, bool is_first, Place place) {
  const std::size_t indent = place.base + parts.indent;
  if (parts.all_or_none) {
    // `if`, `then`, `else`: their contents stand behind them.
    const std::size_t inner = place.base + width_of(tokens_[part.first].text) + 1;
    write_token(part.first, indent);
    page_.space();
    write({part.first + 1, part.last}, Place{inner, place.after});
    return;
  }
  if (is_first || parts.opening_words == 0) {
    write(part, Place{indent, place.after});
    return;
  }
  write_token(part.first, indent);
  page_.space();
  const std::size_t inner = parts.indent == 0 ? indent : indent + kIndent;
  write({part.first + 1, part.last}, Place{inner, place.after});
}

// One token after the other; brackets that do not fit are broken inside.
void LineLayout::write_unsplit(Range range, Place place) {
  for (std::size_t i = range.first; i < range.last; ++i) {
    if (i > range.first && has_gap(tokens_, i) && !needs_own_line(i)) page_.space();
    if (i > range.first && keeps_break(tokens_, i) && !needs_own_line(i)) {
      page_.new_line(place.base + kIndent);
    }
    write_token(i, i == range.first ? place.base : place.base + kIndent);
    if (!is_sign(tokens_[i], "(")) continue;
    const std::size_t close = closing_bracket(tokens_, i, range.last);
    const std::size_t after = width({close, range.last}) + place.after;
    if (close == range.last || fits({i + 1, close}, after)) continue;
    write({i + 1, close}, Place{page_.column(), after});
    i = close - 1;
  }
}

Parts LineLayout::parts_of_body(Range range, const ClauseForm& form) const {
  Parts parts{{range.first}, 0, 0, false, {}};
  for (std::size_t i = range.first + 1; i < range.last; ++i) {
    const Token& token = tokens_[i];
    if (is_sign(tokens_[i - 1], "(")) {
      i = closing_bracket(tokens_, i - 1, range.last);
      continue;
    }
    bool begins = false;
    bool on_own_line = false;
    if (token.kind == TokenKind::Word) {
      on_own_line = is_among(token.text, form.own_lines);
      begins = on_own_line || is_among(token.text, form.parts);
    } else if (token.kind == TokenKind::Text && !is_among(tokens_[i - 1].text, form.parts)) {
      on_own_line = form.text == TextPlace::OwnLine;
      begins = form.text != TextPlace::WithWords;
    } else if (token.kind == TokenKind::Address) {
      begins = true;
    }
    if (begins) parts.starts.push_back(i);
    if (on_own_line) parts.on_own_lines.push_back(i);
  }
  return parts;
}

void LineLayout::write_body(Range range, std::size_t base, const ClauseForm& form) {
  // The `when` in front of a condition is no part of it.
  if (tokens_[range.first].text == "when" && range.last - range.first > 1) {
    write_token(range.first, base);
    page_.space();
    ++range.first;
  }
  const Parts parts = parts_of_body(range, form);
  if (parts.has_several()) {
    write_parts(range, parts, Place{base, 0});
  } else {
    write(range, base);
  }
}

}  // namespace dsl
