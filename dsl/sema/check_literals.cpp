// Literals to constants: numbers, times, dates, texts, ranges of grades, and `unknown`.
#include "dsl/sema/expression_checker.h"

namespace dsl::sema {
namespace {

constexpr std::uint16_t kNoChoice = 0xffff;

}  // namespace

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

// `Mon..Fri`: from the one value to the other, in the order in which the choice declares them.
Checked ExpressionChecker::choice_range(const ast::Range& node, const Type& hint) {
  Type single = hint;
  single.is_set = false;
  const Checked first = value(*node.first, single);
  const Checked last = first ? value(*node.last, single) : std::nullopt;
  if (!first || !last) return std::nullopt;
  const auto index = [&](ExprId id) -> std::uint16_t {
    const auto& written = scope_.program.exprs[id.index].constant;
    const auto* choice = written ? std::get_if<ChoiceValue>(&*written) : nullptr;
    return choice == nullptr ? kNoChoice : choice->index;
  };
  const std::uint16_t low = index(*first);
  const std::uint16_t high = index(*last);
  if (low == kNoChoice || high == kNoChoice) {
    const ast::Expr& wrong = low == kNoChoice ? *node.first : *node.last;
    diagnostics()
        .report(DiagnosticKind::NotConstant, ast::span_of(wrong))
        .help("write the value itself, not a fact or a calculation");
    return std::nullopt;
  }
  ChoiceSet run;
  for (std::uint16_t at = low; at <= high; ++at) run.members.push_back({at});
  if (run.members.empty()) {
    diagnostics()
        .report(DiagnosticKind::EmptyRange, node.span)
        .help("write the earlier of the two first");
    return std::nullopt;
  }
  single.is_set = true;
  return constant(single, node.span, std::move(run));
}

Checked ExpressionChecker::visit(const ast::Range& node, const Hint& hint) {
  if (hint && hint->kind == TypeKind::Choice) return choice_range(node, *hint);
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
