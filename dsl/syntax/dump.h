// Writes an expression as one line of nested lists, for tests and for whoever debugs the parser.
#pragma once

#include <string>

#include "dsl/syntax/ast.h"

namespace dsl {

// `(>= (call us.x.hours grade) (9 hours/year))`
std::string dump(const ast::Expr& expr);

}  // namespace dsl
