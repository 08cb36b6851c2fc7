// Comparisons: both sides to one type, and whether that type has the relation asked for.
#include "dsl/core/other_notations.h"
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

namespace {

const ast::Number* bare_number(const ast::Expr& expr) {
  const auto* number = std::get_if<ast::Number>(&expr.node);
  return number != nullptr && !number->unit ? number : nullptr;
}

const ast::Arithmetic* calculation(const ast::Expr& expr, ast::ArithmeticOperator op) {
  const auto* node = std::get_if<ast::Arithmetic>(&expr.node);
  return node != nullptr && node->op == op ? node : nullptr;
}

// `2027-08-23` for `8/23/2027`, which is read as two divisions.
std::optional<std::string> date_with_slashes(const ast::Expr& expr) {
  const auto* outer = calculation(expr, ast::ArithmeticOperator::Divide);
  const auto* inner =
      outer != nullptr ? calculation(*outer->left, ast::ArithmeticOperator::Divide) : nullptr;
  if (inner == nullptr) return std::nullopt;
  const auto* first = bare_number(*inner->left);
  const auto* second = bare_number(*inner->right);
  const auto* third = bare_number(*outer->right);
  if (first == nullptr || second == nullptr || third == nullptr) return std::nullopt;
  return date_meant(first->text + "/" + second->text + "/" + third->text);
}

// `9..12` for `9-12`, which is read as a subtraction.
std::optional<std::string> grades_with_hyphen(const ast::Expr& expr) {
  const auto* node = calculation(expr, ast::ArithmeticOperator::Subtract);
  if (node == nullptr) return std::nullopt;
  const auto first = grade_literal(*node->left);
  const auto last = grade_literal(*node->right);
  if (!first || !last) return std::nullopt;
  return format_grade(*first) + ".." + format_grade(*last);
}

}  // namespace

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
  const Type type = type_of(*left_checked);
  if (const auto date = date_with_slashes(right); date && type.kind == TypeKind::Date) {
    diagnostics()
        .report(DiagnosticKind::NotComparable, ast::span_of(right), describe(type, tables()),
                "a calculation")
        .help("write `" + *date + "`");
    return std::nullopt;
  }
  const Checked right_checked = check(right, type);
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

// Where a number with its unit stands on one side, it can be written anew.
std::string ExpressionChecker::help_for_units(const Pair& both) {
  const TypedExpr& right = scope_.program.exprs[both.right.index];
  const std::string& wanted = tables().unit(type_of(both.left).unit).plural;
  const std::string& found = tables().unit(type_of(both.right).unit).plural;
  if (right.op != Op::Constant) {
    return "multiply or divide one side so that both have the same unit";
  }
  if (wanted.starts_with(found + " per ")) {
    return "write `" + format_exact(std::get<Rational>(*right.constant)) + " " + wanted + "`";
  }
  return "write the number in " + wanted + ", or multiply or divide one side";
}

// For two sides of unlike kinds.
std::string ExpressionChecker::help_for_kinds(const Pair& both) {
  const Type left = type_of(both.left);
  const Type right = type_of(both.right);
  const TypedExpr& written = scope_.program.exprs[both.right.index];
  const bool is_text = right.kind == TypeKind::Text && written.op == Op::Constant;
  if (left.kind == TypeKind::Choice && right.kind == TypeKind::Text) {
    return "the values of a choice stand without quotes";
  }
  if (is_text) {
    const std::string& text = std::get<std::string>(*written.constant);
    if (left.kind == TypeKind::Time) {
      if (const auto time = time_meant(text)) return "write `" + *time + "` without quotes";
    }
    if (left.kind == TypeKind::Date) {
      if (const auto date = date_meant(text)) return "write `" + *date + "` without quotes";
    }
    return "only texts stand in quotes: write `" + text + "`";
  }
  if (left.kind == TypeKind::Boolean && is_number(right)) {
    return "a condition reaches as far as it can; put what is compared in parentheses, as in "
           "`(count of x in LIST where CONDITION) at least 3`";
  }
  if (left.kind == TypeKind::Time) return std::string(kTimeForm);
  if (left.kind == TypeKind::Date) return std::string(kDateForm);
  if (left.kind == TypeKind::Quantity && right.kind == TypeKind::Time) {
    return "a length of time is a number with its unit, in " + tables().unit(left.unit).plural;
  }
  return "both sides have to be of one kind; compare with " + describe(left, tables());
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
        .help(help_for_units(both));
  } else if (is_bare_number(both.right) && wants_unit(left)) {
    report_missing_unit(both.right, left);
  } else if (is_bare_number(both.left) && wants_unit(right)) {
    report_missing_unit(both.left, right);
  } else {
    diagnostics()
        .report(DiagnosticKind::NotComparable, span_of(both.right), describe(left, tables()),
                describe(right, tables()))
        .help(help_for_kinds(both));
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

bool ExpressionChecker::may_be_grades(ExprId left, const ast::Expr& right) {
  const auto grades = grades_with_hyphen(right);
  if (!grades || type_of(left).kind != TypeKind::Grade) return true;
  diagnostics()
      .report(DiagnosticKind::WrongType, ast::span_of(right), "a set of grades", "a calculation")
      .help("write `" + *grades + "`");
  return false;
}

Checked ExpressionChecker::overlap(const ast::Comparison& node) {
  const Checked left = set_operand(*node.left, "overlaps");
  if (!left || !may_be_grades(*left, *node.right)) return std::nullopt;
  const Checked right = value(*node.right, type_of(*left));
  if (!right) return std::nullopt;
  return add(Op::Overlaps, Type{.kind = TypeKind::Boolean}, node.span, {*left, *right});
}

Checked ExpressionChecker::within(const ast::Comparison& node) {
  const Checked left = check(*node.left, std::nullopt);
  if (!left) return std::nullopt;
  const Type type = type_of(*left);
  if (!may_be_grades(*left, *node.right)) return std::nullopt;
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
  if (!reads_a_fact(scope_.program.exprs[operand->index].op)) {
    diagnostics()
        .report(DiagnosticKind::WrongType, span_of(*operand),
                "a fact before `is present` or `is absent`", "a computed value")
        .help("ask it of a fact that the value is worked out from");
    return std::nullopt;
  }
  return add(node.absent ? Op::Absent : Op::Present, Type{.kind = TypeKind::Boolean}, node.span,
             {*operand});
}

}  // namespace dsl::sema
