// Logic and arithmetic: operands to an operation and its type.
#include "dsl/diagnostics/suggest.h"
#include "dsl/sema/expression_checker.h"
#include "dsl/sema/operators.h"

namespace dsl::sema {

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

bool ExpressionChecker::is_name_with_hyphen(const ast::Arithmetic& node) {
  const auto* first = std::get_if<ast::Name>(&node.left->node);
  const auto* second = std::get_if<ast::Name>(&node.right->node);
  const bool subtracts = node.op == ast::ArithmeticOperator::Subtract;
  if (!subtracts || first == nullptr || second == nullptr) return false;
  const std::string meant = first->text + "_" + second->text;
  if (scope_.facts.contains(first->text) || !scope_.facts.contains(meant)) return false;
  diagnostics()
      .report(DiagnosticKind::UnknownFact, node.span, first->text + "-" + second->text)
      .help("words of a name are joined by `_`: write `" + meant + "`");
  return true;
}

Checked ExpressionChecker::visit(const ast::Arithmetic& node, const Hint&) {
  if (is_name_with_hyphen(node)) return std::nullopt;
  const Checked left = check(*node.left, std::nullopt);
  const Checked right = check(*node.right, std::nullopt);
  if (!left || !right) return std::nullopt;
  const Type left_type = type_of(*left);
  const Type right_type = type_of(*right);
  if (const auto moved = month_calculation(node, *left, *right)) return *moved;
  if (node.rounding) {
    diagnostics()
        .report(DiagnosticKind::MisplacedClause, node.rounding->span, "rounded",
                "a calculation that moves no date by months or years")
        .help("leave it out: every other calculation is exact");
    return std::nullopt;
  }
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

Checked ExpressionChecker::visit(const ast::Extreme& node, const Hint& hint) {
  const Checked first = check(*node.first, hint);
  if (!first) return std::nullopt;
  const Type type = type_of(*first);
  if (!has_order(type)) {
    diagnostics().report(DiagnosticKind::WrongType, span_of(*first), "values that have an order",
                         describe(type, tables()));
    return std::nullopt;
  }
  const Checked second = value(*node.second, type);
  if (!second) return std::nullopt;
  return add(node.greater ? Op::Greater : Op::Lesser, type, node.span, {*first, *second});
}

std::optional<Checked> ExpressionChecker::month_calculation(const ast::Arithmetic& node,
                                                            ExprId date, ExprId amount) {
  const Type amount_type = type_of(amount);
  const bool moves =
      node.op == ast::ArithmeticOperator::Add || node.op == ast::ArithmeticOperator::Subtract;
  if (!moves || type_of(date).kind != TypeKind::Date || amount_type.kind != TypeKind::Quantity) {
    return std::nullopt;
  }
  const auto is_unit = [&](std::string_view word) {
    return tables().unit(amount_type.unit).dimension == tables().unit_words.find(word)->dimension;
  };
  const int months = is_unit("month") ? 1 : is_unit("year") ? 12 : 0;
  if (months == 0) return std::nullopt;
  static const std::vector<std::string> kDirections = {"up", "down"};
  if (!node.rounding) {
    diagnostics()
        .report(DiagnosticKind::MonthEnd, node.span)
        .help(
            "say what becomes of January 31 and one month: `rounded down` to the end of February, "
            "or `rounded up` to March 1");
    return Checked(std::nullopt);
  }
  if (node.rounding->text != "up" && node.rounding->text != "down") {
    diagnostics()
        .report(DiagnosticKind::BadWord, node.rounding->span, node.rounding->text,
                "direction of rounding")
        .help(suggest(node.rounding->text, kDirections, "write `up` or `down`"));
    return Checked(std::nullopt);
  }
  const auto end = node.rounding->text == "up" ? MonthEnd::Up : MonthEnd::Down;
  const ExprId id = add(Op::AddMonths, Type{.kind = TypeKind::Date}, node.span, {date, amount},
                        static_cast<std::uint32_t>(end));
  const bool back = node.op == ast::ArithmeticOperator::Subtract;
  scope_.program.exprs[id.index].constant = Rational(back ? -months : months);
  return Checked(id);
}

}  // namespace dsl::sema
