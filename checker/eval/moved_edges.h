// The rows of a table with the edge of a grade band moved by a grade: what a slip of the pen makes
// of `1..3`.
#pragma once

#include <string>
#include <vector>

#include "dsl/sema/typed_program.h"

namespace checker {

struct MovedEdge {
  std::string from;                       // `grades 1..3`
  std::string to;                         // `grades 1..4`
  std::vector<dsl::ParameterValue> rows;  // of the whole table, the edge moved
};

// Every edge of the row's grade bands moved both ways. Where two bands meet, the edge between them
// belongs to the upper row, and what one row gets the other loses; a row that loses its last grade
// is left out. Empty for rows that are for no grades.
std::vector<MovedEdge> moved_edges(const std::vector<dsl::ParameterValue>& rows, std::size_t row);

}  // namespace checker
