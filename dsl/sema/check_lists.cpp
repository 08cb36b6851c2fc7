// What runs over lists and sets: domains, loops with their variable, quantifiers and aggregates.
#include "dsl/diagnostics/suggest.h"
#include "dsl/sema/expression_checker.h"
#include "dsl/sema/operators.h"

namespace dsl::sema {

Checked ExpressionChecker::domain(const ast::Name& name) {
  if (const auto choice = scope_.choices.find(name.text);
      choice != scope_.choices.end() && !scope_.facts.contains(name.text)) {
    const Type type{.kind = TypeKind::Choice, .is_set = true, .choice = {choice->second}};
    ChoiceSet all;
    const std::size_t count = tables().choice(type.choice).values.size();
    for (std::size_t i = 0; i < count; ++i) {
      all.members.push_back({static_cast<std::uint16_t>(i)});
    }
    return constant(type, name.span, std::move(all));
  }
  ast::Expr expr;
  expr.node = name;
  const auto at = scope_.facts.find(name.text);
  const bool known = at != scope_.facts.end() || find_variable(name.text) != nullptr ||
                     name.text.find('.') != std::string::npos;
  if (!known) {
    const auto lists = [&] {
      std::vector<std::string> all;
      for (const FactDeclaration& fact : scope_.program.facts) {
        if (fact.type.kind == TypeKind::List) all.push_back(fact.name);
      }
      return all;
    };
    diagnostics()
        .report(DiagnosticKind::UnknownList, name.span, name.text)
        .help(
            suggest_among(diagnostics(), name.text, lists, "the lists are " + list_words(lists())));
    return std::nullopt;
  }
  const Checked checked = check(expr, std::nullopt);
  if (!checked) return std::nullopt;
  const Type type = type_of(*checked);
  if (type.kind == TypeKind::List || type.is_set) return checked;
  diagnostics()
      .report(DiagnosticKind::UnknownList, name.span, name.text)
      .help("it is " + describe(type, tables()));
  return std::nullopt;
}

std::optional<ExpressionChecker::Loop> ExpressionChecker::loop(
    const ast::Name& variable, const ast::Name& list, const std::optional<Box<ast::Expr>>& filter,
    const std::function<bool(ExprId&)>& check_body) {
  const Checked checked_list = domain(list);
  if (!checked_list) return std::nullopt;
  Loop result;
  result.list = *checked_list;
  result.slot = context_.bind(variable.text, element_type(type_of(*checked_list)));
  bool complete = true;
  if (filter) {
    const Checked checked = condition(**filter);
    complete = checked.has_value();
    if (checked) result.filter = *checked;
  }
  complete = check_body(result.body) && complete;
  context_.unbind();
  if (!complete) return std::nullopt;
  return result;
}

Checked ExpressionChecker::visit(const ast::Quantifier& node, const Hint&) {
  const auto made = loop(node.variable, node.list, node.filter, [&](ExprId& body) {
    if (!node.body) return true;
    const Checked checked = condition(**node.body);
    if (checked) body = *checked;
    return checked.has_value();
  });
  if (!made) return std::nullopt;
  const Op op = node.kind == ast::QuantifierKind::Every  ? Op::Every
                : node.kind == ast::QuantifierKind::Some ? Op::Some
                                                         : Op::No;
  return add(op, Type{.kind = TypeKind::Boolean}, node.span, {made->list, made->filter, made->body},
             made->slot);
}

Checked ExpressionChecker::visit(const ast::Aggregate& node, const Hint&) {
  Type type;
  const auto made = loop(node.variable, node.list, node.filter, [&](ExprId& body) {
    const Checked checked = check(*node.body, std::nullopt);
    if (!checked) return false;
    body = *checked;
    type = type_of(body);
    const bool sums = is_number(type);
    if (sums || (node.kind != ast::AggregateKind::Sum && has_order(type))) return true;
    diagnostics().report(
        DiagnosticKind::WrongType, span_of(body),
        node.kind == ast::AggregateKind::Sum ? "a number to add up" : "values that have an order",
        describe(type, tables()));
    return false;
  });
  if (!made) return std::nullopt;
  const Op op = node.kind == ast::AggregateKind::Sum       ? Op::Sum
                : node.kind == ast::AggregateKind::Minimum ? Op::Minimum
                                                           : Op::Maximum;
  return add(op, type, node.span, {made->list, made->filter, made->body}, made->slot);
}

Checked ExpressionChecker::visit(const ast::CountOf& node, const Hint&) {
  const auto made = loop(node.variable, node.list, node.filter, [](ExprId&) { return true; });
  if (!made) return std::nullopt;
  return add(Op::Count, Type{.kind = TypeKind::Count}, node.span, {made->list, made->filter},
             made->slot);
}

Checked ExpressionChecker::visit(const ast::SizeOf& node, const Hint&) {
  const Checked set = check(*node.set, std::nullopt);
  if (!set) return std::nullopt;
  const Type type = type_of(*set);
  if (!type.is_set && type.kind != TypeKind::List) {
    diagnostics().report(DiagnosticKind::WrongType, span_of(*set), "a set after `count of`",
                         describe(type, tables()));
    return std::nullopt;
  }
  return add(Op::Size, Type{.kind = TypeKind::Count}, node.span, {*set});
}

Checked ExpressionChecker::summand(const ast::Expr& expr) {
  const Checked checked = check(expr, std::nullopt);
  if (!checked || is_number(type_of(*checked))) return checked;
  diagnostics().report(DiagnosticKind::WrongType, span_of(*checked), "a number to add up",
                       describe(type_of(*checked), tables()));
  return std::nullopt;
}

Checked ExpressionChecker::visit(const ast::Window& node, const Hint&) {
  constexpr std::int64_t kMostInARow = 366;
  Type type;
  const auto made = loop(node.variable, node.list, node.filter, [&](ExprId& body) {
    const Checked checked = summand(*node.body);
    if (!checked) return false;
    body = *checked;
    type = type_of(body);
    return true;
  });
  const auto length = Rational::parse(node.length);
  if (!length || *length < Rational(1) || *length > Rational(kMostInARow)) {
    diagnostics()
        .report(DiagnosticKind::BadNumber, node.span, node.length)
        .help("from 1 to " + std::to_string(kMostInARow) + " may stand in a row");
    return std::nullopt;
  }
  if (!made) return std::nullopt;
  const ExprId id = add(node.greatest ? Op::GreatestSum : Op::LeastSum, type, node.span,
                        {made->list, made->filter, made->body}, made->slot);
  scope_.program.exprs[id.index].constant = *length;
  return id;
}

Checked ExpressionChecker::share(Op op, const Loop& loop, const std::optional<ExprId>& base,
                                 const Type& type, Span span) {
  const Type boolean{.kind = TypeKind::Boolean};
  const ExprId counted =
      base ? add(Op::And, boolean, span_of(loop.filter), {*base, loop.filter}) : loop.filter;
  const auto operands = [&](ExprId filter) {
    std::vector<ExprId> all = {loop.list, filter};
    if (op == Op::Sum) all.push_back(loop.body);
    return all;
  };
  const ExprId part = add(op, type, span, operands(counted), loop.slot);
  const ExprId whole = add(op, type, span, operands(base.value_or(ExprId{})), loop.slot);
  const auto ratio = arithmetic_type(ast::ArithmeticOperator::Divide, type, type, tables());
  if (!ratio) return std::nullopt;
  return add(Op::Divide, *ratio, span, {part, whole});
}

Checked ExpressionChecker::visit(const ast::Share& node, const Hint&) {
  Type type;
  std::optional<ExprId> base;
  const auto made = loop(node.variable, node.list, std::optional(node.filter), [&](ExprId& body) {
    const Checked checked = summand(*node.body);
    if (node.base) base = condition(**node.base);
    if (!checked) return false;
    body = *checked;
    type = type_of(body);
    return !node.base || base.has_value();
  });
  if (!made) return std::nullopt;
  return share(Op::Sum, *made, base, type, node.span);
}

Checked ExpressionChecker::visit(const ast::ShareOf& node, const Hint&) {
  std::optional<ExprId> base;
  const auto made = loop(node.variable, node.list, std::optional(node.filter), [&](ExprId&) {
    if (node.base) base = condition(**node.base);
    return !node.base || base.has_value();
  });
  if (!made) return std::nullopt;
  return share(Op::Count, *made, base, Type{.kind = TypeKind::Count}, node.span);
}

}  // namespace dsl::sema
