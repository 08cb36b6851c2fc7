// Comparisons: both sides to one type, and whether that type has the relation asked for.
#include "dsl/sema/expression_checker.h"
#include "dsl/sema/operators.h"

namespace dsl::sema {
namespace {

Type set_type(const Type& type) {
  Type set = type;
  set.is_set = true;
  return set;
}

}  // namespace

bool ExpressionChecker::needs_hint(const ast::Expr& expr) {
  if (std::holds_alternative<ast::UnknownLiteral>(expr.node)) return true;
  if (std::holds_alternative<ast::Number>(expr.node)) {
    return !std::get<ast::Number>(expr.node).unit;
  }
  const auto* name = std::get_if<ast::Name>(&expr.node);
  if (name == nullptr) return false;
  const std::string head = name->text.substr(0, name->text.find('.'));
  return name->text != kAsOfDate && find_variable(name->text) == nullptr &&
         find_variable(head) == nullptr && !scope_.facts.contains(name->text) &&
         !scope_.parameters.contains(name->text) && !scope_.definitions.contains(name->text) &&
         !(context_.record_list.valid() &&
           find_field(scope_.program, context_.record_list, name->text).valid());
}

std::optional<ExpressionChecker::Pair> ExpressionChecker::pair(const ast::Expr& left,
                                                               const ast::Expr& right) {
  if (needs_hint(left) && !needs_hint(right)) {
    const Checked right_checked = check(right, std::nullopt);
    if (!right_checked) return std::nullopt;
    const Checked left_checked = check(left, type_of(*right_checked));
    if (!left_checked) return std::nullopt;
    return Pair{*left_checked, *right_checked};
  }
  const Checked left_checked = check(left, std::nullopt);
  if (!left_checked) return std::nullopt;
  const Checked right_checked = check(right, type_of(*left_checked));
  if (!right_checked) return std::nullopt;
  return Pair{*left_checked, *right_checked};
}

Checked ExpressionChecker::visit(const ast::Comparison& node, const Hint&) {
  switch (node.op) {
    case ast::ComparisonOperator::AtLeast: return ordering(Op::AtLeast, node);
    case ast::ComparisonOperator::AtMost: return ordering(Op::AtMost, node);
    case ast::ComparisonOperator::MoreThan: return ordering(Op::MoreThan, node);
    case ast::ComparisonOperator::LessThan: return ordering(Op::LessThan, node);
    case ast::ComparisonOperator::Is: return equality(Op::Is, node);
    case ast::ComparisonOperator::IsNot: return equality(Op::IsNot, node);
    case ast::ComparisonOperator::Includes: return inclusion(Op::Includes, node);
    case ast::ComparisonOperator::Excludes: return inclusion(Op::Excludes, node);
    case ast::ComparisonOperator::Overlaps: return overlap(node);
    case ast::ComparisonOperator::Within: return within(node);
  }
  return std::nullopt;
}

bool ExpressionChecker::check_comparable(const Pair& both) {
  const Type left = type_of(both.left);
  const Type right = type_of(both.right);
  if (comparable(left, right, tables())) return true;
  const auto wants_unit = [](const Type& type) {
    return !type.is_set && (type.kind == TypeKind::Quantity || type.kind == TypeKind::Percent);
  };
  if (left.kind == TypeKind::Quantity && right.kind == TypeKind::Quantity) {
    diagnostics()
        .report(DiagnosticKind::DifferentUnits, span_of(both.right), "compare",
                tables().unit(left.unit).plural, tables().unit(right.unit).plural)
        .help("multiply or divide one side so that both have the same unit");
  } else if (is_bare_number(both.right) && wants_unit(left)) {
    report_missing_unit(both.right, left);
  } else if (is_bare_number(both.left) && wants_unit(right)) {
    report_missing_unit(both.left, right);
  } else {
    auto report = diagnostics().report(DiagnosticKind::NotComparable, span_of(both.right),
                                       describe(left, tables()), describe(right, tables()));
    if (left.kind == TypeKind::Choice && right.kind == TypeKind::Text) {
      report.help("the values of a choice stand without quotes");
    } else if (left.kind == TypeKind::Boolean && is_number(right)) {
      report.help(
          "a condition reaches as far as it can; put what is compared in parentheses, as in "
          "`(count of x in LIST where CONDITION) at least 3`");
    } else if (left.kind == TypeKind::Time) {
      report.help("a time of day is written `8:15 am`");
    } else if (left.kind == TypeKind::Date) {
      report.help("a date is written year-month-day: `2027-08-16`");
    } else {
      report.help("both sides have to be of one kind; compare with " + describe(left, tables()));
    }
  }
  return false;
}

Checked ExpressionChecker::ordering(Op op, const ast::Comparison& node) {
  const auto both = pair(*node.left, *node.right);
  if (!both || !check_comparable(*both)) return std::nullopt;
  const Type type = type_of(both->left);
  if (!has_order(type)) {
    diagnostics()
        .report(DiagnosticKind::NotOrdered, span_of(both->left), describe(type, tables()),
                std::string(operation_words(op)))
        .help("compare it with `is` or `is one of`");
    return std::nullopt;
  }
  return add(op, Type{.kind = TypeKind::Boolean}, node.span, {both->left, both->right});
}

Checked ExpressionChecker::equality(Op op, const ast::Comparison& node) {
  const auto both = pair(*node.left, *node.right);
  if (!both) return std::nullopt;
  const Type left = type_of(both->left);
  const Type right = type_of(both->right);
  if (left.kind == TypeKind::List || left.kind == TypeKind::Record) {
    diagnostics().report(DiagnosticKind::NotComparable, span_of(both->left),
                         describe(left, tables()), describe(right, tables()));
    return std::nullopt;
  }
  if (!check_comparable(*both)) return std::nullopt;
  return add(op, Type{.kind = TypeKind::Boolean}, node.span, {both->left, both->right});
}

Checked ExpressionChecker::set_operand(const ast::Expr& expr, std::string_view word) {
  const Checked set = check(expr, std::nullopt);
  if (!set) return std::nullopt;
  if (type_of(*set).is_set) return set;
  diagnostics()
      .report(DiagnosticKind::WrongType, span_of(*set), "a set before `" + std::string(word) + "`",
              describe(type_of(*set), tables()))
      .help("compare a single value with `is`, `is one of` or `within`");
  return std::nullopt;
}

Checked ExpressionChecker::inclusion(Op op, const ast::Comparison& node) {
  const Checked set = set_operand(*node.left, operation_words(op));
  if (!set) return std::nullopt;
  const Type type = type_of(*set);
  const Checked member = check(*node.right, element_type(type));
  if (!member) return std::nullopt;
  if (!fits(element_type(type_of(*member)), element_type(type), tables())) {
    report_wrong_type(*member, element_type(type));
    return std::nullopt;
  }
  return add(op, Type{.kind = TypeKind::Boolean}, node.span, {*set, *member});
}

Checked ExpressionChecker::overlap(const ast::Comparison& node) {
  const Checked left = set_operand(*node.left, "overlaps");
  if (!left) return std::nullopt;
  const Checked right = value(*node.right, type_of(*left));
  if (!right) return std::nullopt;
  return add(Op::Overlaps, Type{.kind = TypeKind::Boolean}, node.span, {*left, *right});
}

Checked ExpressionChecker::within(const ast::Comparison& node) {
  const Checked left = check(*node.left, std::nullopt);
  if (!left) return std::nullopt;
  const Type type = type_of(*left);
  const auto* range = std::get_if<ast::Range>(&node.right->node);
  if (range != nullptr && type.kind != TypeKind::Grade) {
    return between(*left, *range->first, *range->last, node.span, 1);
  }
  const Checked right = value(*node.right, set_type(type));
  if (!right) return std::nullopt;
  return add(Op::WithinSet, Type{.kind = TypeKind::Boolean}, node.span, {*left, *right});
}

Checked ExpressionChecker::between(ExprId operand, const ast::Expr& low, const ast::Expr& high,
                                   Span span, std::uint32_t written_within) {
  const Type type = type_of(operand);
  if (!has_order(type)) {
    diagnostics()
        .report(DiagnosticKind::NotOrdered, span_of(operand), describe(type, tables()), "between")
        .help("compare it with `is` or `is one of`");
    return std::nullopt;
  }
  std::vector<ExprId> operands = {operand};
  for (const ast::Expr* end : {&low, &high}) {
    const Checked checked = check(*end, type);
    if (!checked || !check_comparable({operand, *checked})) return std::nullopt;
    operands.push_back(*checked);
  }
  return add(Op::Between, Type{.kind = TypeKind::Boolean}, span, std::move(operands),
             written_within);
}

Checked ExpressionChecker::visit(const ast::Between& node, const Hint&) {
  const Checked operand = check(*node.operand, std::nullopt);
  if (!operand) return std::nullopt;
  return between(*operand, *node.low, *node.high, node.span);
}

Checked ExpressionChecker::visit(const ast::OneOf& node, const Hint&) {
  const Checked operand = check(*node.operand, std::nullopt);
  if (!operand) return std::nullopt;
  std::vector<ExprId> operands = {*operand};
  bool complete = true;
  for (const ast::Expr& alternative : node.alternatives) {
    const Checked checked = check(alternative, type_of(*operand));
    complete = complete && checked && check_comparable({*operand, *checked});
    if (checked) operands.push_back(*checked);
  }
  if (!complete) return std::nullopt;
  return add(node.negated ? Op::NotOneOf : Op::OneOf, Type{.kind = TypeKind::Boolean}, node.span,
             std::move(operands));
}

Checked ExpressionChecker::visit(const ast::Presence& node, const Hint&) {
  const Checked operand = check(*node.operand, std::nullopt);
  if (!operand) return std::nullopt;
  const Op op = scope_.program.exprs[operand->index].op;
  if (op != Op::Fact && op != Op::Field && op != Op::FactByGrade) {
    diagnostics().report(DiagnosticKind::WrongType, span_of(*operand),
                         "a fact before `is present` or `is absent`", "a computed value");
    return std::nullopt;
  }
  return add(node.absent ? Op::Absent : Op::Present, Type{.kind = TypeKind::Boolean}, node.span,
             {*operand});
}

}  // namespace dsl::sema
