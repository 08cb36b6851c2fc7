// Literals to constants: numbers, times, dates, texts, ranges of grades, and `unknown`.
#include "dsl/sema/expression_checker.h"

namespace dsl::sema {

Checked ExpressionChecker::visit(const ast::Number& node, const Hint& hint) {
  if (hint && hint->kind == TypeKind::Grade && !node.unit) {
    if (const auto grade = parse_grade(node.text)) {
      if (hint->is_set) return constant(*hint, node.span, GradeSet::range(*grade, *grade));
      return constant(element_type(*hint), node.span, *grade);
    }
  }
  if (hint && hint->kind == TypeKind::Choice && !node.unit) {
    const ast::Name word{{node.span}, node.text};
    const Checked value = choice_value(word, *hint);
    if (!value) report_unknown_name(word, hint);
    return value;
  }
  return constant(number_constant(node, scope_), node.span);
}

Checked ExpressionChecker::visit(const ast::Percent& node, const Hint&) {
  return constant(percent_constant(node, scope_), node.span);
}

Checked ExpressionChecker::visit(const ast::Money& node, const Hint&) {
  return constant(money_constant(node, scope_), node.span);
}

Checked ExpressionChecker::visit(const ast::TimeText& node, const Hint&) {
  return constant(time_constant(node, scope_), node.span);
}

Checked ExpressionChecker::visit(const ast::DateText& node, const Hint&) {
  const auto date = resolve_date(node, diagnostics());
  if (!date) return std::nullopt;
  return constant(Type{.kind = TypeKind::Date}, node.span, *date);
}

Checked ExpressionChecker::visit(const ast::Text& node, const Hint&) {
  return constant(Type{.kind = TypeKind::Text}, node.span, node.value);
}

Checked ExpressionChecker::visit(const ast::Boolean& node, const Hint&) {
  return constant(Type{.kind = TypeKind::Boolean}, node.span, node.value);
}

Checked ExpressionChecker::visit(const ast::UnknownLiteral& node, const Hint& hint) {
  if (!context_.may_say_unknown) {
    diagnostics()
        .report(DiagnosticKind::UnknownInRule, node.span)
        .help("only a design leaves things open; test whether a fact is stated with `is present`");
    return std::nullopt;
  }
  return add(Op::Unknown, hint.value_or(Type{.kind = TypeKind::Unknown}), node.span);
}

Checked ExpressionChecker::visit(const ast::Range& node, const Hint&) {
  if (const auto grades = grade_range(node, scope_)) {
    return constant(Type{.kind = TypeKind::Grade, .is_set = true}, node.span, *grades);
  }
  diagnostics()
      .report(DiagnosticKind::WrongType, node.span, "a range of grades", "another range")
      .help(
          "the grades are PK, TK, K and 1 to 12; ranges of other values stand after `within` or "
          "as `between A and B`");
  return std::nullopt;
}

}  // namespace dsl::sema
