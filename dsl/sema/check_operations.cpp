// Logic and arithmetic: operands to an operation and its type.
#include "dsl/sema/expression_checker.h"
#include "dsl/sema/operators.h"

namespace dsl::sema {

// ---- logic --------------------------------------------------------------------------------------

Checked ExpressionChecker::visit(const ast::Not& node, const Hint&) {
  const Checked operand = condition(*node.operand);
  if (!operand) return std::nullopt;
  return add(Op::Not, Type{.kind = TypeKind::Boolean}, node.span, {*operand});
}

Checked ExpressionChecker::visit(const ast::And& node, const Hint&) {
  return connective(Op::And, node.operands, node.span);
}

Checked ExpressionChecker::visit(const ast::Or& node, const Hint&) {
  return connective(Op::Or, node.operands, node.span);
}

Checked ExpressionChecker::connective(Op op, const std::vector<ast::Expr>& operands, Span span) {
  std::vector<ExprId> typed;
  bool complete = true;
  for (const ast::Expr& operand : operands) {
    const Checked checked = condition(operand);
    complete = complete && checked.has_value();
    if (checked) typed.push_back(*checked);
  }
  if (!complete) return std::nullopt;
  return add(op, Type{.kind = TypeKind::Boolean}, span, std::move(typed));
}

Checked ExpressionChecker::visit(const ast::Conditional& node, const Hint& hint) {
  const Checked test = condition(*node.condition);
  // A branch that says `unknown` has the type of the other.
  const bool first_is_open = std::holds_alternative<ast::UnknownLiteral>(node.consequence->node);
  const ast::Expr& leading = first_is_open ? *node.alternative : *node.consequence;
  const Checked led = check(leading, hint);
  if (!test || !led) return std::nullopt;
  const Type type = type_of(*led);
  const Checked other = value(first_is_open ? *node.consequence : *node.alternative, type);
  if (!other) return std::nullopt;
  const Checked consequence = first_is_open ? other : led;
  const Checked alternative = first_is_open ? led : other;
  return add(Op::If, type, node.span, {*test, *consequence, *alternative});
}

// ---- arithmetic ---------------------------------------------------------------------------------

Checked ExpressionChecker::visit(const ast::Negative& node, const Hint& hint) {
  const Checked operand = check(*node.operand, hint);
  if (!operand) return std::nullopt;
  const Type type = type_of(*operand);
  if (!is_number(type)) {
    diagnostics().report(DiagnosticKind::WrongType, span_of(*operand), "a number after `-`",
                         describe(type, tables()));
    return std::nullopt;
  }
  return add(Op::Negate, type, node.span, {*operand});
}

Checked ExpressionChecker::visit(const ast::Arithmetic& node, const Hint&) {
  const Checked left = check(*node.left, std::nullopt);
  const Checked right = check(*node.right, std::nullopt);
  if (!left || !right) return std::nullopt;
  const Type left_type = type_of(*left);
  const Type right_type = type_of(*right);
  if (const auto type = arithmetic_type(node.op, left_type, right_type, tables())) {
    return add(operation(node.op), *type, node.span, {*left, *right});
  }
  const std::string_view verb = arithmetic_verb(node.op);
  if (left_type.kind == TypeKind::Quantity && right_type.kind == TypeKind::Quantity) {
    diagnostics()
        .report(DiagnosticKind::DifferentUnits, span_of(*right), verb,
                tables().unit(left_type.unit).plural, tables().unit(right_type.unit).plural)
        .help("both sides need the same unit");
  } else {
    auto report =
        diagnostics().report(DiagnosticKind::NotArithmetic, span_of(*right), verb,
                             describe(left_type, tables()), describe(right_type, tables()));
    if (left_type.kind == TypeKind::Date) {
      report.help("a date is moved by calendar days, as in `opens + 14 calendar_days`");
    }
  }
  return std::nullopt;
}

}  // namespace dsl::sema
