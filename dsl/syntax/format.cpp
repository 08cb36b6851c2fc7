#include "dsl/syntax/format.h"

#include <algorithm>
#include <span>
#include <utility>

#include "dsl/syntax/clause_forms.h"
#include "dsl/syntax/line_layout.h"
#include "dsl/syntax/outline.h"
#include "dsl/syntax/page.h"
#include "dsl/syntax/tokens.h"

namespace dsl {
namespace {

// Where lines begin, counted from 0.
constexpr std::size_t kClauseIndent = 2;
constexpr std::size_t kHeaderIndent = 4;
constexpr std::size_t kRowIndent = 4;
constexpr std::size_t kFactIndent = 7;  // of what belongs to a fact
// From the start of a clause to its body; a longer keyword takes one blank.
constexpr std::size_t kKeywordWidth = 10;
constexpr std::size_t kFactKeywordWidth = 9;

// Entries wider than these do not widen the columns of their tables.
constexpr std::size_t kWidestName = 26;
constexpr std::size_t kWidestType = 24;
constexpr std::size_t kWidestKeys = 24;
constexpr std::size_t kNarrowestKeys = 6;
constexpr std::size_t kColumnGap = 2;

class Formatter {
 public:
  Formatter(const std::vector<Token>& tokens, const std::vector<Unit>& units)
      : tokens_(tokens), units_(units), layout_(tokens, page_) {}

  std::string run() {
    std::size_t begin = 0;
    while (begin < units_.size()) {
      std::size_t end = begin + 1;
      while (end < units_.size() && units_[end].kind != UnitKind::Declaration) ++end;
      write_declaration(begin, end);
      begin = end;
    }
    write_comments_between(tokens_.back(), false);
    return page_.take();
  }

 private:
  // ---- declarations ----------------------------------------------------------------------------

  void write_declaration(std::size_t begin, std::size_t end) {
    const Unit& head = units_[begin];
    const bool is_close = begin > 0 && stands_close(units_[begin - 1], head);
    write_comments_between(tokens_[head.first], is_close);
    if (!page_.is_empty()) page_.new_line(0);
    layout_.line_is_open_for(head.first);
    write_head(begin);
    for (std::size_t i = begin + 1; i < end; ++i) write_unit(begin, end, i);
  }

  // The comments between two declarations, and the line that parts them.
  void write_comments_between(const Token& next, bool is_close) {
    bool parted = is_close || page_.is_empty();
    bool inside = !page_.is_empty();
    for (const Comment& comment : next.above) {
      // Indented ones right below a declaration belong to it.
      inside = inside && !comment.at_margin && !comment.below_blank_line;
      if (!inside && (!parted || (comment.below_blank_line && !page_.is_empty()))) {
        page_.blank_line();
      }
      parted = parted || !inside;
      if (!page_.is_empty()) page_.new_line(inside ? kClauseIndent : 0);
      page_.write(comment.text);
    }
    if (next.kind == TokenKind::End || page_.is_empty()) return;
    if (!parted || (next.below_blank_line && !is_close)) page_.blank_line();
  }

  void write_head(std::size_t index) {
    const Unit& head = units_[index];
    const Range range{head.first, head.last};
    if (head.fold > 0 && !is_one_line(head)) {
      layout_.write({head.first, head.fold}, kHeaderIndent);
      start_line(head.fold, kClauseIndent, true);
      write_clause({head.fold, head.last}, kClauseIndent, kKeywordWidth, 0);
    } else if (head.is_short && !head.columns.empty() && is_one_line(head)) {
      layout_.write_flat({head.first, head.columns[0]});
      page_.pad_to(title_column(index));
      layout_.write_flat({head.columns[0], head.last});
    } else {
      layout_.write(range, kHeaderIndent);
    }
  }

  bool is_one_line(const Unit& unit) const {
    const Range range{unit.first, unit.last};
    return !layout_.must_break(range) && layout_.width(range) <= Page::kWidth;
  }

  // Both are short and nobody put an empty line between them.
  bool stands_close(const Unit& above, const Unit& below) const {
    if (!above.is_short || !below.is_short || !is_one_line(above) || !is_one_line(below)) {
      return false;
    }
    const Token& token = tokens_[below.first];
    return !token.below_blank_line &&
           std::none_of(token.above.begin(), token.above.end(),
                        [](const Comment& c) { return c.below_blank_line; });
  }

  // Short declarations of one kind that stand close have their titles in a column.
  std::size_t title_column(std::size_t index) const {
    const auto alike = [this](const Unit& a, const Unit& b) {
      return stands_close(a, b) && tokens_[a.first].text == tokens_[b.first].text;
    };
    std::size_t begin = index;
    while (begin > 0 && alike(units_[begin - 1], units_[begin])) --begin;
    std::size_t widest = 0;
    for (std::size_t i = begin; i < units_.size(); ++i) {
      if (i > begin && !alike(units_[i - 1], units_[i])) break;
      widest = std::max(widest, layout_.width({units_[i].first, units_[i].columns[0]}));
    }
    return widest + 1;
  }

  // ---- what is in them -------------------------------------------------------------------------

  std::span<const Unit> between(std::size_t begin, std::size_t end) const {
    return std::span(units_).subspan(begin, end - begin);
  }

  void write_unit(std::size_t begin, std::size_t end, std::size_t index) {
    const Unit& unit = units_[index];
    const Range range{unit.first, unit.last};
    const std::span<const Unit> siblings = between(begin, end);
    const std::size_t indent = indent_of(unit, siblings);
    start_line(unit.first, indent, index == begin + 1);
    switch (unit.kind) {
      case UnitKind::Fact: write_fact(unit, siblings); break;
      case UnitKind::FactClause: write_clause(range, indent, kFactKeywordWidth, 0); break;
      case UnitKind::Clause:
        write_clause(range, indent, kKeywordWidth, widest_first_word(begin, end, index));
        break;
      case UnitKind::Row: write_row(unit, siblings, indent); break;
      case UnitKind::Values: write_values(unit, siblings); break;
      default: layout_.write(range, indent);
    }
  }

  static std::size_t indent_of(const Unit& unit, std::span<const Unit> siblings) {
    if (unit.kind == UnitKind::FactClause) return kFactIndent;
    const bool is_dated = std::any_of(siblings.begin(), siblings.end(), [](const Unit& sibling) {
      return sibling.kind == UnitKind::Values;
    });
    return unit.kind == UnitKind::Row && is_dated ? kRowIndent : kClauseIndent;
  }

  // With the comments above it and at most one empty line, none right below a declaration's head.
  void start_line(std::size_t index, std::size_t indent, bool is_below_head) {
    const Token& token = tokens_[index];
    for (const Comment& comment : token.above) {
      if (comment.below_blank_line && !is_below_head) page_.blank_line();
      page_.new_line(indent);
      page_.write(comment.text);
      is_below_head = false;
    }
    if (token.below_blank_line && !is_below_head) page_.blank_line();
    page_.new_line(indent);
    layout_.line_is_open_for(index);
  }

  // The body stands in its column. `first_width` pads the first word of a body in columns.
  void write_clause(Range range, std::size_t indent, std::size_t keyword_width,
                    std::size_t first_width) {
    const bool has_second = range.last - range.first > 1;
    const ClauseForm& form =
        clause_form(tokens_[range.first].text, has_second ? tokens_[range.first + 1].text : "");
    const std::size_t words = form.words.find(' ') == std::string_view::npos ? 1 : 2;
    Range body{range.first + words, range.last};
    layout_.write_flat({range.first, body.first});
    if (body.empty()) return;
    page_.pad_to(indent + keyword_width);
    const std::size_t base = page_.column();
    if (first_width > 0) {
      layout_.write_flat({body.first, body.first + 1});
      page_.pad_to(base + first_width + 1);
      ++body.first;
    }
    if (!body.empty()) layout_.write_body(body, base, form);
  }

  // Of the clauses around this one, where theirs is a form in columns; 0 for other clauses.
  std::size_t widest_first_word(std::size_t begin, std::size_t end, std::size_t index) const {
    const auto word = [this](const Unit& unit) { return tokens_[unit.first].text; };
    const std::string_view keyword = word(units_[index]);
    if (!clause_form(keyword, "").in_columns) return 0;
    const auto is_neighbor = [&](std::size_t i) {
      return i > begin && i < end && word(units_[i]) == keyword && is_plain(units_[i]);
    };
    if (!is_neighbor(index)) return 0;
    std::size_t first = index;
    while (is_neighbor(first - 1)) --first;
    std::size_t widest = 0;
    for (; is_neighbor(first); ++first) {
      const std::size_t body = units_[first].first + 1;
      widest = std::max(widest, layout_.width({body, body + 1}));
    }
    return widest;
  }

  // Nothing in it asks for a line break.
  bool is_plain(const Unit& unit) const { return !layout_.must_break({unit.first, unit.last}); }

  // ---- tables ----------------------------------------------------------------------------------

  struct Column {
    std::size_t begin;
    std::size_t end;
  };

  // Of a column of a table; 0 for the first, which ends where the second begins.
  Range cell(const Unit& unit, std::size_t column) const {
    const std::size_t opening = unit.kind == UnitKind::Fact ? 1 : 0;  // `fact`
    const std::size_t first = column == 0 ? unit.first + opening : unit.columns[column - 1];
    return {first, column < unit.columns.size() ? unit.columns[column] : unit.last};
  }

  std::size_t widest_cell(std::span<const Unit> units, UnitKind kind, std::size_t column,
                          std::size_t limit) const {
    std::size_t widest = 0;
    for (const Unit& unit : units) {
      if (unit.kind != kind || column > unit.columns.size() || unit.columns.empty()) continue;
      const std::size_t width = layout_.width(cell(unit, column));
      if (width <= limit) widest = std::max(widest, width);
    }
    return widest;
  }

  // A cell too wide for its column pushes the next one out.
  void next_column(std::size_t column) {
    page_.pad_to(std::max(column, page_.column() + kColumnGap));
  }

  // `fact`, names, type, meaning; the meaning goes to the next line where it does not fit.
  void write_fact(const Unit& unit, std::span<const Unit> siblings) {
    if (!is_plain(unit)) {
      layout_.write({unit.first, unit.last}, kFactIndent);
      return;
    }
    layout_.write_flat({unit.first, unit.first + 1});
    page_.space();
    layout_.write(cell(unit, 0), kFactIndent);
    next_column(kFactIndent + widest_cell(siblings, UnitKind::Fact, 0, kWidestName) + kColumnGap);
    const std::size_t type = page_.column();
    const std::size_t line = page_.line();
    layout_.write(cell(unit, 1), kFactIndent + kClauseIndent);
    if (unit.columns.size() < 2) return;
    const std::size_t meaning =
        std::max(type + widest_cell(siblings, UnitKind::Fact, 1, kWidestType), page_.column()) +
        kColumnGap;
    if (page_.line() == line && meaning + layout_.width(cell(unit, 2)) <= Page::kWidth) {
      page_.pad_to(meaning);
    } else {
      page_.new_line(kFactIndent);
    }
    layout_.write_flat(cell(unit, 2));
  }

  void write_row(const Unit& unit, std::span<const Unit> siblings, std::size_t indent) {
    if (!is_plain(unit)) {
      layout_.write({unit.first, unit.last}, indent);
      return;
    }
    const std::size_t widest =
        std::max(widest_cell(siblings, UnitKind::Row, 0, kWidestKeys), kNarrowestKeys);
    layout_.write(cell(unit, 0), indent);
    next_column(indent + widest + kColumnGap);
    layout_.write(cell(unit, 1), indent + kClauseIndent);
  }

  // `from 2014-07-01`, with its value on the line when it has no rows.
  void write_values(const Unit& unit, std::span<const Unit> siblings) {
    if (unit.columns.empty() || !is_plain(unit)) {
      layout_.write({unit.first, unit.last}, kRowIndent);
      return;
    }
    layout_.write_flat(cell(unit, 0));
    page_.pad_to(kClauseIndent + widest_cell(siblings, UnitKind::Values, 0, Page::kWidth) + 1);
    layout_.write_flat(cell(unit, 1));
  }

  const std::vector<Token>& tokens_;
  const std::vector<Unit>& units_;
  Page page_;
  LineLayout layout_;
};

}  // namespace

std::optional<std::string> format(const SourceFile& file, const ast::Document& document) {
  const std::vector<Token> tokens = tokenize(file.text);
  const std::vector<Unit> units = outline(document, tokens);
  std::string text = Formatter(tokens, units).run();
  if (!same_words(tokens, tokenize(text))) return std::nullopt;
  return text;
}

}  // namespace dsl
