// Text to tree: reads one rule file, or one expression, with Boost.Spirit X3.
#pragma once

#include <optional>

#include "dsl/diagnostics/diagnostics.h"
#include "dsl/syntax/ast.h"
#include "dsl/text/source_file.h"

namespace dsl {

// Limits that keep any input, however hostile, from crashing or stalling the parser.
inline constexpr std::size_t kMaxSourceBytes = 4U << 20U;
inline constexpr int kMaxExpressionDepth = 64;
// Signs `+ - * /` in one clause; with the depth it bounds how deep any tree is.
inline constexpr int kMaxOperations = 1'000;
// Errors reported for one file; the rest is counted in a closing message.
inline constexpr std::size_t kMaxErrorsPerFile = 20;

// Never fails: what could not be read becomes a BrokenDecl or BrokenClause and a diagnostic, and
// reading goes on at the next clause or declaration.
ast::Document parse(const SourceFile& file, Diagnostics& diagnostics);

// The whole text as one expression; nullopt after a diagnostic.
std::optional<ast::Expr> parse_expression(const SourceFile& file, Diagnostics& diagnostics);

}  // namespace dsl
