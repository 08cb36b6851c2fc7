// Writes trees as nested lists, for tests, for whoever debugs the parser and for whoever has to
// know that two texts mean the same: places in the text are left out.
#pragma once

#include <string>

#include "dsl/syntax/ast.h"

namespace dsl {

// `(>= (call us.x.hours grade) (9 hours/year))`
std::string dump(const ast::Expr& expr);

// A line for each declaration and, indented, for each of its clauses, facts and tables.
std::string dump(const ast::Document& document);

}  // namespace dsl
