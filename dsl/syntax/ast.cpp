#include "dsl/syntax/ast.h"

namespace dsl::ast {

Span span_of(const Expr& expr) {
  return std::visit([](const auto& node) { return node.span; }, expr.node);
}

Span span_of(const Clause& clause) {
  return std::visit([](const auto& node) { return node.span; }, clause);
}

Span span_of(const Declaration& declaration) {
  return std::visit([](const auto& node) { return node.span; }, declaration);
}

}  // namespace dsl::ast
