// The grammar as its callers see it: no Boost here.
#pragma once

#include <optional>
#include <vector>

#include "dsl/parse/grammar/parse_state.h"
#include "dsl/syntax/ast.h"

namespace dsl::grammar {

std::vector<ast::Declaration> read_declarations(ParseState& state);

// nullopt after an error.
std::optional<ast::Expr> read_expression(ParseState& state);

}  // namespace dsl::grammar
