#include "dsl/compilation/compile.h"

#include <vector>

#include "dsl/core/parallel.h"
#include "dsl/parse/parse.h"
#include "dsl/sema/check.h"

namespace dsl {
namespace {

// Files are read by themselves, so several at a time; what is found stays in their order.
std::vector<ast::Document> parse_all(std::span<const SourceFile* const> files,
                                     Diagnostics& diagnostics) {
  constexpr std::size_t kLeastShare = 4;
  std::vector<ast::Document> documents(files.size());
  std::vector<Diagnostics> found(files.size());
  for_each_in_parallel(files.size(), kLeastShare,
                       [&](std::size_t i) { documents[i] = parse(*files[i], found[i]); });
  for (Diagnostics& each : found) diagnostics.append(std::move(each));
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
