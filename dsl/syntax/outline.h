// Where the declarations of a file, their clauses, facts and table rows begin: all that a formatter
// takes from the tree. An expression is a run of words to it, so new ones need nothing here.
#pragma once

#include <cstddef>
#include <vector>

#include "dsl/syntax/ast.h"
#include "dsl/syntax/tokens.h"

namespace dsl {

enum class LayoutUnitKind {
  Declaration,
  Meaning,  // the text below the first line of a parameter or a definition
  Clause,
  Fact,
  FactClause,
  Values,  // `from 2014-07-01`
  Row,
};

// A part of a file that begins on a line of its own and ends where the next begins.
struct LayoutUnit {
  LayoutUnitKind kind{};
  std::size_t first = 0;  // its tokens, the last not among them
  std::size_t last = 0;
  // The tokens at which a column of its table begins: the type and the meaning of a fact, the value
  // of a row or of a `from` without rows, the title of a declaration that has nothing else.
  std::vector<std::size_t> columns;
  // A declaration that may be written on one line and stand close to its neighbors.
  bool is_short = false;
  // The word that opens the second line of such a declaration when one does not do; 0: none.
  std::size_t fold = 0;
};

// In the order of the file. The document has no errors.
std::vector<LayoutUnit> outline(const ast::Document& document, const std::vector<Token>& tokens);

}  // namespace dsl
