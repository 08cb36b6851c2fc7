#include "dsl/sema/check_expression.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "dsl/diagnostics/suggest.h"
#include "dsl/sema/literals.h"
#include "dsl/sema/operators.h"

namespace dsl::sema {
namespace {

using Checked = std::optional<ExprId>;
using Hint = std::optional<Type>;

Type element_type(const Type& type) {
  if (type.kind == TypeKind::List) return Type{.kind = TypeKind::Record, .list = type.list};
  Type element = type;
  element.is_set = false;
  return element;
}

Type set_type(const Type& type) {
  Type set = type;
  set.is_set = true;
  return set;
}

class Checker {
 public:
  Checker(ExpressionContext& context, Scope& scope) : context_(context), scope_(scope) {}

  Checked check(const ast::Expr& expr, const Hint& hint) {
    return std::visit([&](const auto& node) { return visit(node, hint); }, expr.node);
  }

  Checked condition(const ast::Expr& expr) {
    const Type boolean{.kind = TypeKind::Boolean};
    const Checked checked = check(expr, boolean);
    if (!checked || fits(type_of(*checked), boolean, tables())) return checked;
    diagnostics()
        .report(DiagnosticKind::WrongType, span_of(*checked), describe(boolean, tables()),
                describe(type_of(*checked), tables()))
        .help("say what must hold of it, as in `calendar.days at least 180 days per year`");
    return std::nullopt;
  }

  Checked value(const ast::Expr& expr, const Type& type) {
    const Checked checked = check(expr, type);
    if (!checked) return std::nullopt;
    if (fits(type_of(*checked), type, tables())) return checked;
    report_wrong_type(*checked, type);
    return std::nullopt;
  }

  void report_wrong_type(ExprId id, const Type& wanted) {
    const Type found = type_of(id);
    if (is_bare_number(id) && wanted.kind == TypeKind::Quantity) {
      report_missing_unit(id, wanted);
      return;
    }
    auto report = diagnostics().report(DiagnosticKind::WrongType, span_of(id),
                                       describe(wanted, tables()), describe(found, tables()));
    if (wanted.kind == TypeKind::Grade) report.help("the grades are PK, TK, K and 1 to 12");
  }

  Type type_of(ExprId id) const { return scope_.program.exprs[id.index].type; }

 private:
  // ---- plumbing ------------------------------------------------------------------------------

  Diagnostics& diagnostics() { return scope_.diagnostics; }
  TypeTables& tables() { return scope_.program.types; }
  Span span_of(ExprId id) const { return scope_.program.exprs[id.index].span; }

  ExprId add(Op op, const Type& type, Span span, std::vector<ExprId> operands = {},
             std::uint32_t index = 0) {
    scope_.program.exprs.push_back({op, type, span, index, std::move(operands), std::nullopt});
    return {static_cast<std::uint32_t>(scope_.program.exprs.size() - 1)};
  }

  ExprId constant(const Type& type, Span span, Value value) {
    const ExprId id = add(Op::Constant, type, span);
    scope_.program.exprs[id.index].constant = std::move(value);
    return id;
  }

  Checked constant(const std::optional<TypedConstant>& constant_value, Span span) {
    if (!constant_value) return std::nullopt;
    return constant(constant_value->type, span, constant_value->value);
  }

  bool is_bare_number(ExprId id) const {
    const TypedExpr& expr = scope_.program.exprs[id.index];
    return expr.op == Op::Constant && expr.type.kind == TypeKind::Count;
  }

  void report_missing_unit(ExprId id, const Type& wanted) {
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

  // ---- literals ------------------------------------------------------------------------------

  Checked visit(const ast::Number& node, const Hint& hint) {
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
  Checked visit(const ast::Percent& node, const Hint&) {
    return constant(percent_constant(node, scope_), node.span);
  }
  Checked visit(const ast::Money& node, const Hint&) {
    return constant(money_constant(node, scope_), node.span);
  }
  Checked visit(const ast::TimeText& node, const Hint&) {
    return constant(time_constant(node, scope_), node.span);
  }
  Checked visit(const ast::DateText& node, const Hint&) {
    const auto date = resolve_date(node, diagnostics());
    if (!date) return std::nullopt;
    return constant(Type{.kind = TypeKind::Date}, node.span, *date);
  }
  Checked visit(const ast::Text& node, const Hint&) {
    return constant(Type{.kind = TypeKind::Text}, node.span, node.value);
  }
  Checked visit(const ast::Boolean& node, const Hint&) {
    return constant(Type{.kind = TypeKind::Boolean}, node.span, node.value);
  }
  Checked visit(const ast::UnknownLiteral& node, const Hint& hint) {
    if (!context_.may_say_unknown) {
      diagnostics()
          .report(DiagnosticKind::UnknownInRule, node.span)
          .help(
              "only a design leaves things open; test whether a fact is stated with `is present`");
      return std::nullopt;
    }
    return add(Op::Unknown, hint.value_or(Type{.kind = TypeKind::Unknown}), node.span);
  }
  Checked visit(const ast::Range& node, const Hint&) {
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

  // ---- names ---------------------------------------------------------------------------------

  const Variable* find_variable(std::string_view name) const {
    const auto& variables = context_.variables;
    const auto at = std::find_if(variables.rbegin(), variables.rend(),
                                 [&](const Variable& variable) { return variable.name == name; });
    return at == variables.rend() ? nullptr : &*at;
  }

  Checked choice_value(const ast::Name& node, const Type& hint) {
    const ChoiceDeclaration& choice = tables().choice(hint.choice);
    const auto index = choice.find(node.text);
    if (!index) return std::nullopt;
    if (hint.is_set) return constant(hint, node.span, ChoiceSet{{{*index}}});
    return constant(hint, node.span, ChoiceValue{*index});
  }

  Checked hinted_name(const ast::Name& node, const Type& hint) {
    switch (hint.kind) {
      case TypeKind::Choice: return choice_value(node, hint);
      case TypeKind::Grade:
        if (const auto grade = parse_grade(node.text)) {
          if (hint.is_set) return constant(hint, node.span, GradeSet::range(*grade, *grade));
          return constant(hint, node.span, *grade);
        }
        return std::nullopt;
      case TypeKind::Norm:
        if (!scope_.norms.contains(node.text)) return std::nullopt;
        return constant(element_type(hint), node.span, node.text);
      case TypeKind::Stakeholder:
        if (!scope_.stakeholders.contains(node.text)) return std::nullopt;
        return constant(element_type(hint), node.span, node.text);
      default: return std::nullopt;
    }
  }

  FactId find_field(FactId list, std::string_view name) const {
    for (const FactId field : scope_.program.facts[list.index].fields) {
      if (scope_.program.facts[field.index].name == name) return field;
    }
    return {};
  }

  Checked field(ExprId record, FactId list, const ast::Name& node, std::string_view name,
                const ast::Expr* grade) {
    const FactId id = find_field(list, name);
    if (!id.valid()) {
      const FactDeclaration& declaration = scope_.program.facts[list.index];
      std::vector<std::string> names;
      for (const FactId each : declaration.fields) {
        names.push_back(scope_.program.facts[each.index].name);
      }
      diagnostics()
          .report(DiagnosticKind::UnknownField, node.span, "record `" + declaration.record + "`",
                  std::string(name))
          .help(suggest(name, names, "its fields are " + list_words(names)));
      return std::nullopt;
    }
    Type type = scope_.program.facts[id.index].type;
    std::vector<ExprId> operands = {record};
    if (type.by_grade) {
      if (grade == nullptr) return missing_grade(node);
      const Checked key = value(*grade, Type{.kind = TypeKind::Grade});
      if (!key) return std::nullopt;
      operands.push_back(*key);
      type.by_grade = false;
    }
    return add(Op::Field, type, node.span, std::move(operands), id.index);
  }

  Checked missing_grade(const ast::Name& node) {
    diagnostics()
        .report(DiagnosticKind::WrongArgumentCount, node.span, node.text, "a grade", "none")
        .help("it is a table by grade: write `" + node.text + "(grade)`");
    return std::nullopt;
  }

  // `block.kind` where `block` is a variable; nullopt when the name is something else.
  std::optional<Checked> variable_or_field(const ast::Name& node, const ast::Expr* grade) {
    if (const Variable* variable = find_variable(node.text)) {
      return Checked(add(Op::Variable, variable->type, node.span, {}, variable->slot));
    }
    const std::size_t dot = node.text.find('.');
    if (dot != std::string::npos) {
      const Variable* variable = find_variable(std::string_view(node.text).substr(0, dot));
      if (variable != nullptr) {
        if (variable->type.kind == TypeKind::Unknown) return Checked(std::nullopt);
        if (variable->type.kind != TypeKind::Record) {
          diagnostics().report(DiagnosticKind::WrongType, node.span, "a record before the `.`",
                               describe(variable->type, tables()));
          return Checked(std::nullopt);
        }
        const ExprId record = add(Op::Variable, variable->type, node.span, {}, variable->slot);
        return field(record, variable->type.list, node, std::string_view(node.text).substr(dot + 1),
                     grade);
      }
    }
    if (context_.record_list.valid() && find_field(context_.record_list, node.text).valid()) {
      const Type record_type{.kind = TypeKind::Record, .list = context_.record_list};
      const ExprId record = add(Op::Variable, record_type, node.span, {}, 0);
      return field(record, context_.record_list, node, node.text, grade);
    }
    return std::nullopt;
  }

  Checked visit(const ast::Name& node, const Hint& hint) {
    if (const auto found = variable_or_field(node, nullptr)) return *found;
    if (hint) {
      if (const Checked found = hinted_name(node, *hint)) return found;
    }
    if (const auto at = scope_.facts.find(node.text); at != scope_.facts.end()) {
      const Type type = scope_.program.facts[at->second].type;
      if (type.by_grade) return missing_grade(node);
      return add(Op::Fact, type, node.span, {}, at->second);
    }
    if (scope_.parameters.contains(node.text) || scope_.definitions.contains(node.text)) {
      return visit(ast::Call{{node.span}, node, {}}, hint);
    }
    report_unknown_name(node, hint);
    return std::nullopt;
  }

  void report_unknown_name(const ast::Name& node, const Hint& hint) {
    if (hint && hint->kind == TypeKind::Choice) {
      const ChoiceDeclaration& choice = tables().choice(hint->choice);
      const auto builder = diagnostics().report(
          DiagnosticKind::UnknownChoice, node.span, node.text,
          choice.is_inline ? "`" + choice.name + "`" : "the choice `" + choice.name + "`");
      auto noted = builder;
      noted.help(suggest(node.text, choice.values, "its values are " + list_words(choice.values)))
          .label(choice.span, "the values are listed here");
      return;
    }
    if (hint && hint->kind == TypeKind::Stakeholder) {
      find_or_report(scope_.stakeholders, node, DiagnosticKind::UnknownStakeholder, diagnostics());
      return;
    }
    if (hint && hint->kind == TypeKind::Norm) {
      find_or_report(scope_.norms, node, DiagnosticKind::UnknownNorm, diagnostics());
      return;
    }
    std::vector<std::string> names = names_of(scope_.facts);
    for (const NameTable* table : {&scope_.parameters, &scope_.definitions}) {
      for (const std::string& name : names_of(*table)) names.push_back(name);
    }
    for (const Variable& variable : context_.variables) names.push_back(variable.name);
    diagnostics()
        .report(DiagnosticKind::UnknownFact, node.span, node.text)
        .help(suggest(node.text, names, help_for_unknown_name(node.text, hint)));
  }

  // For a name that resembles none.
  std::string help_for_unknown_name(const std::string& name, const Hint& hint) {
    if (hint && hint->kind == TypeKind::Text) return "a text stands in quotes: `\"" + name + "\"`";
    if (tables().unit_words.find(name)) {
      return "`" + name + "` is a unit; units are joined by `per`, as in `180 days per year`";
    }
    for (const ChoiceDeclaration& choice : tables().choices) {
      if (!choice.find(name)) continue;
      return "`" + name + "` is a value of `" + choice.name +
             "`; it stands after a comparison: `FACT is " + name + "`";
    }
    return "facts are declared in the vocabulary";
  }

  Checked visit(const ast::Call& node, const Hint&) {
    const std::string& name = node.callee.text;
    if (const auto at = scope_.parameters.find(name); at != scope_.parameters.end()) {
      return call_parameter(node, {at->second});
    }
    if (const auto at = scope_.definitions.find(name); at != scope_.definitions.end()) {
      return call_definition(node, {at->second});
    }
    if (node.arguments.size() == 1) {
      if (const auto found = variable_or_field(node.callee, &node.arguments.front())) return *found;
    }
    if (const auto at = scope_.facts.find(name); at != scope_.facts.end()) {
      return call_fact(node, {at->second});
    }
    std::vector<std::string> names = names_of(scope_.parameters);
    for (const std::string& each : names_of(scope_.definitions)) names.push_back(each);
    diagnostics()
        .report(DiagnosticKind::UnknownFunction, node.callee.span, name)
        .help(suggest(name, names,
                      "only parameters, definitions and tables by grade take values in "
                      "parentheses"));
    return std::nullopt;
  }

  Checked call_parameter(const ast::Call& node, ParameterId id) {
    const Parameter& parameter = scope_.program.parameters[id.index];
    const Type type = parameter.type;
    check_may_use(context_.pack, parameter.pack, node.callee, scope_);
    const std::size_t wanted = parameter.by_grade ? 1 : 0;
    if (!check_count(node, wanted)) return std::nullopt;
    std::vector<ExprId> operands;
    if (wanted == 1) {
      const Checked key = value(node.arguments.front(), Type{.kind = TypeKind::Grade});
      if (!key) return std::nullopt;
      operands.push_back(*key);
    }
    return add(Op::Parameter, type, node.span, std::move(operands), id.index);
  }

  Checked call_definition(const ast::Call& node, DefinitionId id) {
    const Type type = scope_.program.definitions[id.index].type;
    const std::vector<Type> parameters = scope_.program.definitions[id.index].parameters;
    check_may_use(context_.pack, scope_.program.definitions[id.index].pack, node.callee, scope_);
    if (!check_count(node, parameters.size())) return std::nullopt;
    std::vector<ExprId> operands;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
      const Checked argument = value(node.arguments[i], parameters[i]);
      if (!argument) return std::nullopt;
      operands.push_back(*argument);
    }
    return add(Op::Definition, type, node.span, std::move(operands), id.index);
  }

  Checked call_fact(const ast::Call& node, FactId id) {
    Type type = scope_.program.facts[id.index].type;
    if (!type.by_grade) {
      diagnostics()
          .report(DiagnosticKind::UnknownFunction, node.callee.span, node.callee.text)
          .label(scope_.program.facts[id.index].span, "a plain fact, declared here")
          .help("leave out what stands in parentheses");
      return std::nullopt;
    }
    if (!check_count(node, 1)) return std::nullopt;
    const Checked key = value(node.arguments.front(), Type{.kind = TypeKind::Grade});
    if (!key) return std::nullopt;
    type.by_grade = false;
    return add(Op::FactByGrade, type, node.span, {*key}, id.index);
  }

  bool check_count(const ast::Call& node, std::size_t wanted) {
    const std::size_t given = node.arguments.size();
    if (given == wanted) return true;
    const auto words = [](std::size_t count) {
      if (count == 0) return std::string("no argument");
      return std::to_string(count) + (count == 1 ? " argument" : " arguments");
    };
    diagnostics().report(DiagnosticKind::WrongArgumentCount, node.span, node.callee.text,
                         words(wanted), given == 0 ? "none" : std::to_string(given));
    return false;
  }

  // ---- logic ---------------------------------------------------------------------------------

  Checked visit(const ast::Not& node, const Hint&) {
    const Checked operand = condition(*node.operand);
    if (!operand) return std::nullopt;
    return add(Op::Not, Type{.kind = TypeKind::Boolean}, node.span, {*operand});
  }
  Checked visit(const ast::And& node, const Hint&) { return connective(Op::And, node); }
  Checked visit(const ast::Or& node, const Hint&) { return connective(Op::Or, node); }

  template <typename Node>
  Checked connective(Op op, const Node& node) {
    std::vector<ExprId> operands;
    bool complete = true;
    for (const ast::Expr& operand : node.operands) {
      const Checked checked = condition(operand);
      complete = complete && checked.has_value();
      if (checked) operands.push_back(*checked);
    }
    if (!complete) return std::nullopt;
    return add(op, Type{.kind = TypeKind::Boolean}, node.span, std::move(operands));
  }

  Checked visit(const ast::Conditional& node, const Hint& hint) {
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

  // ---- comparison ----------------------------------------------------------------------------

  // A bare word or number may mean a choice, a grade or a name: the other side says which.
  bool needs_hint(const ast::Expr& expr) {
    if (std::holds_alternative<ast::UnknownLiteral>(expr.node)) return true;
    if (std::holds_alternative<ast::Number>(expr.node)) {
      return !std::get<ast::Number>(expr.node).unit;
    }
    const auto* name = std::get_if<ast::Name>(&expr.node);
    if (name == nullptr) return false;
    const std::string head = name->text.substr(0, name->text.find('.'));
    return find_variable(name->text) == nullptr && find_variable(head) == nullptr &&
           !scope_.facts.contains(name->text) && !scope_.parameters.contains(name->text) &&
           !scope_.definitions.contains(name->text) &&
           !(context_.record_list.valid() && find_field(context_.record_list, name->text).valid());
  }

  struct Pair {
    ExprId left;
    ExprId right;
  };

  // Both sides of a comparison of like with like, each lending the other its type.
  std::optional<Pair> pair(const ast::Expr& left, const ast::Expr& right) {
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

  Checked visit(const ast::Comparison& node, const Hint&) {
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

  bool check_comparable(const Pair& both) {
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
      }
    }
    return false;
  }

  Checked ordering(Op op, const ast::Comparison& node) {
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

  Checked equality(Op op, const ast::Comparison& node) {
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

  Checked set_operand(const ast::Expr& expr, std::string_view word) {
    const Checked set = check(expr, std::nullopt);
    if (!set) return std::nullopt;
    if (type_of(*set).is_set) return set;
    diagnostics()
        .report(DiagnosticKind::WrongType, span_of(*set),
                "a set before `" + std::string(word) + "`", describe(type_of(*set), tables()))
        .help("compare a single value with `is`, `is one of` or `within`");
    return std::nullopt;
  }

  Checked inclusion(Op op, const ast::Comparison& node) {
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

  Checked overlap(const ast::Comparison& node) {
    const Checked left = set_operand(*node.left, "overlaps");
    if (!left) return std::nullopt;
    const Checked right = value(*node.right, type_of(*left));
    if (!right) return std::nullopt;
    return add(Op::Overlaps, Type{.kind = TypeKind::Boolean}, node.span, {*left, *right});
  }

  Checked within(const ast::Comparison& node) {
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

  Checked between(ExprId operand, const ast::Expr& low, const ast::Expr& high, Span span,
                  std::uint32_t written_within = 0) {
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

  Checked visit(const ast::Between& node, const Hint&) {
    const Checked operand = check(*node.operand, std::nullopt);
    if (!operand) return std::nullopt;
    return between(*operand, *node.low, *node.high, node.span);
  }

  Checked visit(const ast::OneOf& node, const Hint&) {
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

  Checked visit(const ast::Presence& node, const Hint&) {
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

  // ---- arithmetic ----------------------------------------------------------------------------

  Checked visit(const ast::Negative& node, const Hint& hint) {
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

  Checked visit(const ast::Arithmetic& node, const Hint&) {
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

  // ---- lists ---------------------------------------------------------------------------------

  // The list or set that a variable runs over; the name of a choice means all its values.
  Checked domain(const ast::Name& name) {
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
      std::vector<std::string> lists;
      for (const FactDeclaration& fact : scope_.program.facts) {
        if (fact.type.kind == TypeKind::List) lists.push_back(fact.name);
      }
      diagnostics()
          .report(DiagnosticKind::UnknownList, name.span, name.text)
          .help(suggest(name.text, lists, "the lists are " + list_words(lists)));
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

  struct Loop {
    ExprId list;
    ExprId filter;
    ExprId body;
    std::uint32_t slot = 0;
  };

  // Binds the variable, checks the filter and then the body within it.
  template <typename CheckBody>
  std::optional<Loop> loop(const ast::Name& variable, const ast::Name& list,
                           const std::optional<Box<ast::Expr>>& filter, CheckBody check_body) {
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

  Checked visit(const ast::Quantifier& node, const Hint&) {
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
    return add(op, Type{.kind = TypeKind::Boolean}, node.span,
               {made->list, made->filter, made->body}, made->slot);
  }

  Checked visit(const ast::Aggregate& node, const Hint&) {
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

  Checked visit(const ast::CountOf& node, const Hint&) {
    const auto made = loop(node.variable, node.list, node.filter, [](ExprId&) { return true; });
    if (!made) return std::nullopt;
    return add(Op::Count, Type{.kind = TypeKind::Count}, node.span, {made->list, made->filter},
               made->slot);
  }

  Checked visit(const ast::SizeOf& node, const Hint&) {
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

  // ---- judgment and dates --------------------------------------------------------------------

  Checked visit(const ast::JudgedBy& node, const Hint&) {
    const auto stakeholder = find_or_report(scope_.stakeholders, node.stakeholder,
                                            DiagnosticKind::UnknownStakeholder, diagnostics());
    if (!stakeholder) return std::nullopt;
    if (!context_.norm.valid()) {
      diagnostics().report(DiagnosticKind::MisplacedClause, node.span, "judged by",
                           "an expression outside a norm");
      return std::nullopt;
    }
    auto& judgments = scope_.program.judgments;
    judgments.push_back({{*stakeholder}, node.question.value, context_.norm, node.span});
    return add(Op::Judgment, Type{.kind = TypeKind::Boolean}, node.span, {},
               static_cast<std::uint32_t>(judgments.size() - 1));
  }

  Checked visit(const ast::YearOf& node, const Hint&) {
    const Checked date = value(*node.date, Type{.kind = TypeKind::Date});
    if (!date) return std::nullopt;
    return add(Op::YearOf, Type{.kind = TypeKind::Count}, node.span, {*date});
  }

  std::optional<int> month(const ast::Name& name) {
    const auto number = month_number(name.text);
    if (!number) {
      diagnostics()
          .report(DiagnosticKind::BadWord, name.span, name.text, "month")
          .help("write the month in full, as in `August`");
    }
    return number;
  }

  Checked visit(const ast::DayInYear& node, const Hint&) {
    const auto month_value = month(node.month);
    const Checked date = value(*node.date, Type{.kind = TypeKind::Date});
    if (!month_value || !date) return std::nullopt;
    const auto day = Rational::parse(node.day);
    // 2000 was a leap year, so every day that some year has passes.
    if (!day || !day->is_whole() || day->numerator() > 31 ||
        !make_date(2000, *month_value, static_cast<int>(day->numerator()))) {
      diagnostics()
          .report(DiagnosticKind::BadDate, node.span, node.month.text + " " + node.day)
          .help("the month has fewer days");
      return std::nullopt;
    }
    return add(Op::DayInYear, Type{.kind = TypeKind::Date}, node.span, {*date},
               static_cast<std::uint32_t>(std::int64_t{*month_value} * 100 + day->numerator()));
  }

  Checked visit(const ast::WeekdayInYear& node, const Hint&) {
    static constexpr std::array<std::string_view, 6> kOrdinals = {"first",  "second", "third",
                                                                  "fourth", "fifth",  "last"};
    const auto* const at = std::find(kOrdinals.begin(), kOrdinals.end(), node.ordinal.text);
    const auto weekday = weekday_number(node.weekday.text);
    if (!weekday) {
      diagnostics()
          .report(DiagnosticKind::BadWord, node.weekday.span, node.weekday.text, "day of the week")
          .help("write the day in full, as in `Monday`");
    }
    const auto month_value = month(node.month);
    const Checked date = value(*node.date, Type{.kind = TypeKind::Date});
    if (at == kOrdinals.end() || !weekday || !month_value || !date) return std::nullopt;
    const auto ordinal = static_cast<int>(at - kOrdinals.begin()) + 1;
    return add(Op::WeekdayInYear, Type{.kind = TypeKind::Date}, node.span, {*date},
               static_cast<std::uint32_t>(ordinal * 10'000 + *weekday * 100 + *month_value));
  }

  ExpressionContext& context_;
  Scope& scope_;
};

}  // namespace

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
  return Checker(context, scope).check(expr, hint);
}

std::optional<ExprId> check_condition(const ast::Expr& expr, ExpressionContext& context,
                                      Scope& scope) {
  return Checker(context, scope).condition(expr);
}

std::optional<ExprId> check_value(const ast::Expr& expr, const Type& type,
                                  ExpressionContext& context, Scope& scope) {
  return Checker(context, scope).value(expr, type);
}

std::optional<Value> check_constant(const ast::Expr& expr, const Type& type, Scope& scope) {
  ExpressionContext context;
  Checker checker(context, scope);
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
