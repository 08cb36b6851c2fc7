// The front end in one call: rule files in, a program out.
#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "dsl/diagnostics/diagnostics.h"
#include "dsl/program/program.h"
#include "dsl/syntax/ast.h"
#include "dsl/text/source_file.h"

namespace dsl {

// nullopt when any file has an error; all errors of all files are reported. A file with errors of
// syntax keeps the names it declares, so that other files do not complain about them.
std::optional<Program> compile(std::span<const SourceFile* const> files, Diagnostics& diagnostics);

// The program with the trees that it was made of, for passes that need what is written as well.
struct ProgramWithDocuments {
  Program program;
  std::vector<ast::Document> documents;
};

// As `compile`.
std::optional<ProgramWithDocuments> compile_with_documents(std::span<const SourceFile* const> files,
                                                           Diagnostics& diagnostics);

// The program with one more expression, for the command line's `eval`.
struct ProgramWithExpression {
  Program program;
  ExprId expression;
  std::uint32_t frame_size = 0;  // slots that its variables need
};

// `expression` is the text of the expression. nullopt after a diagnostic.
std::optional<ProgramWithExpression> compile_expression(std::span<const SourceFile* const> files,
                                                        const SourceFile& expression,
                                                        Diagnostics& diagnostics);

}  // namespace dsl
