// Meaning: resolves names, checks types and units, and builds the typed program.
#pragma once

#include <optional>
#include <span>

#include "dsl/diagnostics/diagnostics.h"
#include "dsl/sema/typed_program.h"
#include "dsl/syntax/ast.h"

namespace dsl {

// What could be typed; the rest is in the diagnostics. Declarations may stand in any order and in
// any of the documents.
TypedProgram check(std::span<const ast::Document> documents, Diagnostics& diagnostics);

struct CheckedExpression {
  ExprId expr;
  std::uint32_t frame_size = 0;  // slots that its variables need
};

// Adds one free-standing expression to a program that `check` made; nullopt after a diagnostic.
// Unlike in a rule, `unknown` may stand in it.
std::optional<CheckedExpression> check_expression(const ast::Expr& expr, TypedProgram& program,
                                                  Diagnostics& diagnostics);

}  // namespace dsl
