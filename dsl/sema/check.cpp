#include "dsl/sema/check.h"

#include <utility>

#include "dsl/sema/check_expression.h"
#include "dsl/sema/scope.h"

namespace dsl {

TypedProgram check(std::span<const ast::Document> documents, Diagnostics& diagnostics) {
  sema::Scope scope(diagnostics);
  sema::declare_names(documents, scope);
  sema::check_vocabulary(documents, scope);
  sema::check_calculations(documents, scope);
  sema::check_norms(documents, scope);
  sema::check_reliefs(documents, scope);
  sema::check_tests(documents, scope);
  sema::check_recursion(scope);
  return std::move(scope.program);
}

std::optional<CheckedExpression> check_expression(const ast::Expr& expr, TypedProgram& program,
                                                  Diagnostics& diagnostics) {
  sema::Scope scope(diagnostics);
  scope.program = std::move(program);
  const auto enter = [](sema::NameTable& table, const auto& entries) {
    for (std::uint32_t i = 0; i < entries.size(); ++i) table.try_emplace(entries[i].name, i);
  };
  enter(scope.parameters, scope.program.parameters);
  enter(scope.definitions, scope.program.definitions);
  enter(scope.norms, scope.program.norms);
  enter(scope.stakeholders, scope.program.stakeholders);
  enter(scope.packs, scope.program.packs);
  enter(scope.topics, scope.program.topics);
  const auto& choices = scope.program.types.choices;
  for (std::uint32_t i = 0; i < choices.size(); ++i) {
    if (!choices[i].is_inline) scope.choices.try_emplace(choices[i].name, i);
  }
  for (std::uint32_t i = 0; i < scope.program.facts.size(); ++i) {
    const FactDeclaration& fact = scope.program.facts[i];
    if (!fact.owner.valid()) scope.facts.try_emplace(fact.name, i);
  }
  sema::ExpressionContext context;
  context.may_say_unknown = true;
  const auto checked = sema::check_expr(expr, std::nullopt, context, scope);
  program = std::move(scope.program);
  if (!checked) return std::nullopt;
  return CheckedExpression{*checked, context.frame_size};
}

}  // namespace dsl
