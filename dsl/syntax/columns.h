// What stands in columns: the widths that the units of a file share with their neighbors.
#pragma once

#include <cstddef>
#include <vector>

#include "dsl/syntax/line_layout.h"
#include "dsl/syntax/outline.h"
#include "dsl/syntax/tokens.h"

namespace dsl {

// Of the first two columns of a unit's table; 0 where it has none.
struct ColumnWidths {
  std::size_t first = 0;
  std::size_t second = 0;
};

// For each unit. The facts of a group, the rows and the dates of a parameter share theirs; so do
// neighboring clauses of a form in columns, and short declarations of one kind that stand close.
std::vector<ColumnWidths> column_widths(const std::vector<Token>& tokens,
                                        const std::vector<LayoutUnit>& units,
                                        const LineLayout& layout);

// The words of a column of a unit's table.
Range cell(const LayoutUnit& unit, std::size_t column);

// Nothing in the unit asks for a line break.
bool is_plain(const LayoutUnit& unit, const LineLayout& layout);

// It is plain, and narrow enough.
bool is_one_line(const LayoutUnit& unit, const LineLayout& layout);

// Two short declarations between which nobody put an empty line.
bool stand_close(const LayoutUnit& above, const LayoutUnit& below, const std::vector<Token>& tokens,
                 const LineLayout& layout);

}  // namespace dsl
