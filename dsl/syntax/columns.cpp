#include "dsl/syntax/columns.h"

#include <algorithm>

#include "dsl/syntax/clause_forms.h"
#include "dsl/syntax/page.h"

namespace dsl {
namespace {

// Entries wider than these do not widen their columns.
constexpr std::size_t kWidestName = 26;
constexpr std::size_t kWidestType = 24;
constexpr std::size_t kWidestKeys = 24;

void widen(std::size_t& column, std::size_t width, std::size_t limit) {
  if (width <= limit) column = std::max(column, width);
}

class Measuring {
 public:
  Measuring(const std::vector<Token>& tokens, const std::vector<LayoutUnit>& units,
            const LineLayout& layout)
      : tokens_(tokens), units_(units), layout_(layout), widths_(units.size()) {}

  std::vector<ColumnWidths> run() {
    for (std::size_t begin = 0; begin < units_.size();) {
      std::size_t end = begin + 1;
      while (end < units_.size() && units_[end].kind != LayoutUnitKind::Declaration) ++end;
      measure_tables(begin, end);
      begin = end;
    }
    for (std::size_t begin = 0; begin < units_.size();) begin = measure_run(begin);
    return std::move(widths_);
  }

 private:
  void measure_tables(std::size_t begin, std::size_t end) {
    ColumnWidths facts;
    ColumnWidths rows;
    ColumnWidths dates;
    const auto width = [this](std::size_t i, std::size_t column) {
      return layout_.width(cell(units_[i], column));
    };
    for (std::size_t i = begin; i < end; ++i) {
      if (units_[i].columns.empty()) continue;
      if (units_[i].kind == LayoutUnitKind::Fact) {
        widen(facts.first, width(i, 0), kWidestName);
        widen(facts.second, width(i, 1), kWidestType);
      } else if (units_[i].kind == LayoutUnitKind::Row) {
        widen(rows.first, width(i, 0), kWidestKeys);
      } else if (units_[i].kind == LayoutUnitKind::Values) {
        widen(dates.first, width(i, 0), Page::kWidth);
      }
    }
    for (std::size_t i = begin; i < end; ++i) {
      if (units_[i].kind == LayoutUnitKind::Fact) widths_[i] = facts;
      if (units_[i].kind == LayoutUnitKind::Row) widths_[i] = rows;
      if (units_[i].kind == LayoutUnitKind::Values) widths_[i] = dates;
    }
  }

  // From this unit on those that share its columns; gives the first that does not.
  std::size_t measure_run(std::size_t begin) {
    std::size_t widest = 0;
    std::size_t end = begin;
    do {
      widest = std::max(widest, layout_.width(run_cell(units_[end])));
      ++end;
    } while (end < units_.size() && shares_columns(units_[end - 1], units_[end]));
    if (widest == 0) return end;
    for (std::size_t i = begin; i < end; ++i) widths_[i].first = widest;
    return end;
  }

  // The words that neighbors of the unit's kind are as wide as; none for most units.
  Range run_cell(const LayoutUnit& unit) const {
    if (unit.kind == LayoutUnitKind::Declaration) {
      const bool has_column = unit.is_short && !unit.columns.empty() && is_one_line(unit, layout_);
      return has_column ? cell(unit, 0) : Range{};
    }
    const bool has_column = unit.kind == LayoutUnitKind::Clause && unit.last - unit.first > 1 &&
                            clause_form(tokens_[unit.first].text, "").in_columns &&
                            is_plain(unit, layout_);
    return has_column ? Range{unit.first + 1, unit.first + 2} : Range{};
  }

  bool shares_columns(const LayoutUnit& above, const LayoutUnit& below) const {
    if (run_cell(above).empty() || run_cell(below).empty()) return false;
    if (tokens_[above.first].text != tokens_[below.first].text) return false;
    return above.kind == LayoutUnitKind::Clause || stand_close(above, below, tokens_, layout_);
  }

  const std::vector<Token>& tokens_;
  const std::vector<LayoutUnit>& units_;
  const LineLayout& layout_;
  std::vector<ColumnWidths> widths_;
};

}  // namespace

std::vector<ColumnWidths> column_widths(const std::vector<Token>& tokens,
                                        const std::vector<LayoutUnit>& units,
                                        const LineLayout& layout) {
  return Measuring(tokens, units, layout).run();
}

Range cell(const LayoutUnit& unit, std::size_t column) {
  const std::size_t opening = unit.kind == LayoutUnitKind::Fact ? 1 : 0;  // `fact`
  const std::size_t first = column == 0 ? unit.first + opening : unit.columns[column - 1];
  return {first, column < unit.columns.size() ? unit.columns[column] : unit.last};
}

bool is_plain(const LayoutUnit& unit, const LineLayout& layout) {
  return !layout.must_break({unit.first, unit.last});
}

bool is_one_line(const LayoutUnit& unit, const LineLayout& layout) {
  return is_plain(unit, layout) && layout.width({unit.first, unit.last}) <= Page::kWidth;
}

bool stand_close(const LayoutUnit& above, const LayoutUnit& below, const std::vector<Token>& tokens,
                 const LineLayout& layout) {
  if (!above.is_short || !below.is_short) return false;
  if (!is_one_line(above, layout) || !is_one_line(below, layout)) return false;
  const Token& token = tokens[below.first];
  return !token.below_blank_line &&
         std::none_of(token.above.begin(), token.above.end(),
                      [](const Comment& comment) { return comment.below_blank_line; });
}

}  // namespace dsl
