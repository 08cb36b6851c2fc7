#include "dsl/compilation/compile.h"

#include <vector>

#include "dsl/parse/parse.h"
#include "dsl/sema/check.h"

namespace dsl {
namespace {

std::vector<ast::Document> parse_all(std::span<const SourceFile* const> files,
                                     Diagnostics& diagnostics) {
  std::vector<ast::Document> documents;
  documents.reserve(files.size());
  for (const SourceFile* file : files) documents.push_back(parse(*file, diagnostics));
  return documents;
}

TypedProgram parse_and_check(std::span<const SourceFile* const> files, Diagnostics& diagnostics) {
  return check(parse_all(files, diagnostics), diagnostics);
}

}  // namespace

std::optional<Program> compile(std::span<const SourceFile* const> files, Diagnostics& diagnostics) {
  TypedProgram typed = parse_and_check(files, diagnostics);
  return lower(std::move(typed), diagnostics);
}

std::optional<ProgramWithDocuments> compile_with_documents(std::span<const SourceFile* const> files,
                                                           Diagnostics& diagnostics) {
  std::vector<ast::Document> documents = parse_all(files, diagnostics);
  auto program = lower(check(documents, diagnostics), diagnostics);
  if (!program) return std::nullopt;
  return ProgramWithDocuments{std::move(*program), std::move(documents)};
}

std::optional<ProgramWithExpression> compile_expression(std::span<const SourceFile* const> files,
                                                        const SourceFile& expression,
                                                        Diagnostics& diagnostics) {
  TypedProgram typed = parse_and_check(files, diagnostics);
  const auto parsed = parse_expression(expression, diagnostics);
  if (!parsed) return std::nullopt;
  const auto checked = check_expression(*parsed, typed, diagnostics);
  auto program = lower(std::move(typed), diagnostics);
  if (!program || !checked) return std::nullopt;
  return ProgramWithExpression{std::move(*program), checked->expr, checked->frame_size};
}

}  // namespace dsl
