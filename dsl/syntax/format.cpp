#include "dsl/syntax/format.h"

#include <algorithm>
#include <span>
#include <utility>

#include "dsl/syntax/clause_forms.h"
#include "dsl/syntax/columns.h"
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

constexpr std::size_t kNarrowestKeys = 6;
constexpr std::size_t kColumnGap = 2;

class Formatter {
 public:
  Formatter(const std::vector<Token>& tokens, const std::vector<LayoutUnit>& units)
      : tokens_(tokens),
        units_(units),
        layout_(tokens, page_),
        widths_(column_widths(tokens, units, layout_)) {}

  std::string run() {
    std::size_t begin = 0;
    while (begin < units_.size()) {
      std::size_t end = begin + 1;
      while (end < units_.size() && units_[end].kind != LayoutUnitKind::Declaration) ++end;
      write_declaration(begin, end);
      begin = end;
    }
    write_comments_between(tokens_.back(), false);
    return page_.take();
  }

 private:
  void write_declaration(std::size_t begin, std::size_t end) {
    const LayoutUnit& head = units_[begin];
    const bool is_close = begin > 0 && stand_close(units_[begin - 1], head, tokens_, layout_);
    write_comments_between(tokens_[head.first], is_close);
    if (!page_.is_empty()) page_.new_line(0);
    layout_.line_is_open_for(head.first);
    write_head(begin);
    const auto is_dated = [](const LayoutUnit& unit) {
      return unit.kind == LayoutUnitKind::Values;
    };
    const auto units = std::span(units_).subspan(begin, end - begin);
    row_indent_ = std::any_of(units.begin(), units.end(), is_dated) ? kRowIndent : kClauseIndent;
    for (std::size_t i = begin + 1; i < end; ++i) write_unit(i, i == begin + 1);
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
    const LayoutUnit& head = units_[index];
    const Range range{head.first, head.last};
    if (head.fold > 0 && !is_one_line(head, layout_)) {
      layout_.write({head.first, head.fold}, kHeaderIndent);
      start_line(head.fold, kClauseIndent, true);
      write_clause({head.fold, head.last}, kClauseIndent, kKeywordWidth, 0);
    } else if (head.is_short && !head.columns.empty() && is_one_line(head, layout_)) {
      layout_.write_flat({head.first, head.columns[0]});
      page_.pad_to(widths_[index].first + 1);
      layout_.write_flat({head.columns[0], head.last});
    } else {
      layout_.write(range, kHeaderIndent);
    }
  }

  void write_unit(std::size_t index, bool is_below_head) {
    const LayoutUnit& unit = units_[index];
    const ColumnWidths& widths = widths_[index];
    const Range range{unit.first, unit.last};
    const std::size_t indent = indent_of(unit);
    start_line(unit.first, indent, is_below_head);
    switch (unit.kind) {
      case LayoutUnitKind::Fact: write_fact(unit, widths); break;
      case LayoutUnitKind::FactClause: write_clause(range, indent, kFactKeywordWidth, 0); break;
      case LayoutUnitKind::Clause: write_clause(range, indent, kKeywordWidth, widths.first); break;
      case LayoutUnitKind::Row: write_row(unit, widths); break;
      case LayoutUnitKind::Values: write_values(unit, widths); break;
      default: layout_.write(range, indent);
    }
  }

  std::size_t indent_of(const LayoutUnit& unit) const {
    if (unit.kind == LayoutUnitKind::FactClause) return kFactIndent;
    return unit.kind == LayoutUnitKind::Row ? row_indent_ : kClauseIndent;
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

  // A cell too wide for its column pushes the next one out.
  void next_column(std::size_t column) {
    page_.pad_to(std::max(column, page_.column() + kColumnGap));
  }

  // `fact`, names, type, meaning; the meaning goes to the next line where it does not fit.
  void write_fact(const LayoutUnit& unit, const ColumnWidths& widths) {
    if (!is_plain(unit, layout_)) {
      layout_.write({unit.first, unit.last}, kFactIndent);
      return;
    }
    layout_.write_flat({unit.first, unit.first + 1});
    page_.space();
    layout_.write(cell(unit, 0), kFactIndent);
    next_column(kFactIndent + widths.first + kColumnGap);
    const std::size_t type = page_.column();
    const std::size_t line = page_.line();
    layout_.write(cell(unit, 1), kFactIndent + kClauseIndent);
    if (unit.columns.size() < 2) return;
    const std::size_t meaning = std::max(type + widths.second, page_.column()) + kColumnGap;
    if (page_.line() == line && meaning + layout_.width(cell(unit, 2)) <= Page::kWidth) {
      page_.pad_to(meaning);
    } else {
      page_.new_line(kFactIndent);
    }
    layout_.write_flat(cell(unit, 2));
  }

  void write_row(const LayoutUnit& unit, const ColumnWidths& widths) {
    if (!is_plain(unit, layout_)) {
      layout_.write({unit.first, unit.last}, row_indent_);
      return;
    }
    layout_.write(cell(unit, 0), row_indent_);
    next_column(row_indent_ + std::max(widths.first, kNarrowestKeys) + kColumnGap);
    layout_.write(cell(unit, 1), row_indent_ + kClauseIndent);
  }

  // `from 2014-07-01`, with its value on the line when it has no rows.
  void write_values(const LayoutUnit& unit, const ColumnWidths& widths) {
    if (unit.columns.empty() || !is_plain(unit, layout_)) {
      layout_.write({unit.first, unit.last}, kRowIndent);
      return;
    }
    layout_.write_flat(cell(unit, 0));
    page_.pad_to(kClauseIndent + widths.first + 1);
    layout_.write_flat(cell(unit, 1));
  }

  const std::vector<Token>& tokens_;
  const std::vector<LayoutUnit>& units_;
  Page page_;
  LineLayout layout_;
  std::vector<ColumnWidths> widths_;
  std::size_t row_indent_ = kRowIndent;
};

}  // namespace

std::optional<std::string> format(const SourceFile& file, const ast::Document& document) {
  const std::vector<Token> tokens = tokenize(file.text);
  const std::vector<LayoutUnit> units = outline(document, tokens);
  std::string text = Formatter(tokens, units).run();
  if (!same_words(tokens, tokenize(text))) return std::nullopt;
  return text;
}

}  // namespace dsl
