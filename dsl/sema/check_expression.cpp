#include "dsl/sema/check_expression.h"

#include <algorithm>
#include <utility>

#include "dsl/core/other_notations.h"
#include "dsl/sema/expression_checker.h"
#include "dsl/sema/operators.h"

namespace dsl::sema {

Type element_type(const Type& type) {
  if (type.kind == TypeKind::List) return Type{.kind = TypeKind::Record, .list = type.list};
  Type element = type;
  element.is_set = false;
  return element;
}

Checked ExpressionChecker::check(const ast::Expr& expr, const Hint& hint) {
  return std::visit([&](const auto& node) { return visit(node, hint); }, expr.node);
}

Checked ExpressionChecker::condition(const ast::Expr& expr) {
  const Type boolean{.kind = TypeKind::Boolean};
  const Checked checked = check(expr, boolean);
  if (!checked || fits(type_of(*checked), boolean, tables())) return checked;
  diagnostics()
      .report(DiagnosticKind::WrongType, span_of(*checked), describe(boolean, tables()),
              describe(type_of(*checked), tables()))
      .help("say what must hold of it, as in `FACT at least VALUE`");
  return std::nullopt;
}

Checked ExpressionChecker::value(const ast::Expr& expr, const Type& type) {
  const Checked checked = check(expr, type);
  if (!checked) return std::nullopt;
  if (fits(type_of(*checked), type, tables())) return checked;
  report_wrong_type(*checked, type);
  return std::nullopt;
}

void ExpressionChecker::report_wrong_type(ExprId id, const Type& wanted) {
  const Type found = type_of(id);
  if (is_bare_number(id) && wanted.kind == TypeKind::Quantity) {
    report_missing_unit(id, wanted);
    return;
  }
  auto report = diagnostics().report(DiagnosticKind::WrongType, span_of(id),
                                     describe(wanted, tables()), describe(found, tables()));
  switch (wanted.kind) {
    case TypeKind::Grade: report.help("the grades are PK, TK, K and 1 to 12"); break;
    case TypeKind::Boolean: report.help("write `yes` or `no`"); break;
    case TypeKind::Time: report.help(std::string(kTimeForm)); break;
    case TypeKind::Date: report.help(std::string(kDateForm)); break;
    case TypeKind::Quantity:
      report.help("write it in " + tables().unit(wanted.unit).plural + ", or mend the unit");
      break;
    case TypeKind::Percent: report.help("a percentage is written `80%`"); break;
    default: break;
  }
}

ExprId ExpressionChecker::add(Op op, const Type& type, Span span, std::vector<ExprId> operands,
                              std::uint32_t index) {
  scope_.program.exprs.push_back({op, type, span, index, std::move(operands), std::nullopt});
  return {static_cast<std::uint32_t>(scope_.program.exprs.size() - 1)};
}

ExprId ExpressionChecker::constant(const Type& type, Span span, Value value) {
  const ExprId id = add(Op::Constant, type, span);
  scope_.program.exprs[id.index].constant = std::move(value);
  return id;
}

Checked ExpressionChecker::constant(const std::optional<TypedConstant>& constant_value, Span span) {
  if (!constant_value) return std::nullopt;
  return constant(constant_value->type, span, constant_value->value);
}

bool ExpressionChecker::is_bare_number(ExprId id) const {
  const TypedExpr& expr = scope_.program.exprs[id.index];
  return expr.op == Op::Constant && expr.type.kind == TypeKind::Count;
}

void ExpressionChecker::report_missing_unit(ExprId id, const Type& wanted) {
  std::string before;
  std::string behind = "%";
  std::string what = "a percentage";
  if (wanted.kind == TypeKind::Quantity) {
    what = tables().unit(wanted.unit).plural;
    behind = " " + what;
  }
  if (what == "dollars") {
    what = "an amount of money";
    before = "$";
    behind.clear();
  }
  const TypedExpr& found = scope_.program.exprs[id.index];
  auto report = diagnostics().report(DiagnosticKind::MissingUnit, found.span, what);
  if (!found.constant) return;
  report.help("write `" + before + format_exact(std::get<Rational>(*found.constant)) + behind +
              "`");
}

std::uint32_t ExpressionContext::bind(std::string name, const Type& type) {
  const std::uint32_t slot = next_slot++;
  frame_size = std::max(frame_size, next_slot);
  variables.push_back({std::move(name), type, slot});
  return slot;
}

void ExpressionContext::unbind() {
  variables.pop_back();
  --next_slot;
}

bool fits(const Type& from, const Type& to, const TypeTables& tables) {
  if (from.kind == TypeKind::Unknown) return true;
  if (from.is_set != to.is_set || from.by_grade != to.by_grade) return false;
  if (is_number(from) && is_number(to)) return comparable(from, to, tables);
  if (from.kind != to.kind) return false;
  if (from.kind == TypeKind::Choice) return from.choice == to.choice;
  if (from.kind == TypeKind::Record || from.kind == TypeKind::List) return from.list == to.list;
  return true;
}

std::optional<ExprId> check_expr(const ast::Expr& expr, const std::optional<Type>& hint,
                                 ExpressionContext& context, Scope& scope) {
  return ExpressionChecker(context, scope).check(expr, hint);
}

std::optional<ExprId> check_condition(const ast::Expr& expr, ExpressionContext& context,
                                      Scope& scope) {
  return ExpressionChecker(context, scope).condition(expr);
}

std::optional<ExprId> check_value(const ast::Expr& expr, const Type& type,
                                  ExpressionContext& context, Scope& scope) {
  return ExpressionChecker(context, scope).value(expr, type);
}

std::optional<Value> check_constant(const ast::Expr& expr, const Type& type, Scope& scope) {
  ExpressionContext context;
  ExpressionChecker checker(context, scope);
  const auto* word = std::get_if<ast::Name>(&expr.node);
  const bool takes_word = type.kind == TypeKind::Choice || type.kind == TypeKind::Grade ||
                          type.kind == TypeKind::Text || type.kind == TypeKind::Norm ||
                          type.kind == TypeKind::Stakeholder;
  if (word != nullptr && !takes_word && word->text.find('.') == std::string::npos &&
      !scope.facts.contains(word->text)) {
    scope.diagnostics
        .report(DiagnosticKind::WrongType, word->span, describe(type, scope.program.types),
                "`" + word->text + "`")
        .help("write the value in figures, or `yes` or `no`");
    return std::nullopt;
  }
  const Checked checked = checker.check(expr, type);
  if (!checked) return std::nullopt;
  TypedExpr found = scope.program.exprs[checked->index];
  bool negative = false;
  if (found.op == Op::Negate) {
    negative = true;
    found = scope.program.exprs[found.operands.front().index];
  }
  if (found.op != Op::Constant) {
    scope.diagnostics.report(DiagnosticKind::NotConstant, ast::span_of(expr))
        .help("write the value itself, not a fact or a calculation");
    return std::nullopt;
  }
  if (found.type.kind == TypeKind::Count && type.kind == TypeKind::Quantity) {
    const auto scaled =
        multiply(std::get<Rational>(*found.constant), scope.program.types.unit(type.unit).scale);
    if (!scaled) {
      scope.diagnostics.report(DiagnosticKind::Overflow, found.span);
      return std::nullopt;
    }
    found.constant = *scaled;
  } else if (!fits(found.type, type, scope.program.types)) {
    checker.report_wrong_type(*checked, type);
    return std::nullopt;
  }
  if (negative) {
    const auto negated = negate(std::get<Rational>(*found.constant));
    if (negated) found.constant = *negated;
  }
  return found.constant;
}

}  // namespace dsl::sema
