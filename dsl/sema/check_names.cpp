// Names to what they mean: variables, fields, facts, calls with arguments, and judgments.
#include <algorithm>
#include <array>

#include "dsl/core/other_notations.h"
#include "dsl/diagnostics/suggest.h"
#include "dsl/sema/expression_checker.h"
#include <fmt/core.h>

namespace dsl::sema {

const Variable* ExpressionChecker::find_variable(std::string_view name) const {
  const auto& variables = context_.variables;
  const auto at = std::find_if(variables.rbegin(), variables.rend(),
                               [&](const Variable& variable) { return variable.name == name; });
  return at == variables.rend() ? nullptr : &*at;
}

Checked ExpressionChecker::choice_value(const ast::Name& node, const Type& hint) {
  const ChoiceDeclaration& choice = tables().choice(hint.choice);
  const auto index = choice.find(node.text);
  if (!index) return std::nullopt;
  if (hint.is_set) return constant(hint, node.span, ChoiceSet{{{*index}}});
  return constant(hint, node.span, ChoiceValue{*index});
}

Checked ExpressionChecker::hinted_name(const ast::Name& node, const Type& hint) {
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

Checked ExpressionChecker::field(ExprId record, FactId list, const ast::Name& node,
                                 std::string_view name, const ast::Expr* grade) {
  const auto found = find_field_or_report(list, node.span, name, scope_);
  if (!found) return std::nullopt;
  const FactId id = *found;
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

Checked ExpressionChecker::missing_grade(const ast::Name& node) {
  diagnostics()
      .report(DiagnosticKind::WrongArgumentCount, node.span, node.text, "a grade", "none")
      .help("it is a table by grade: write `" + node.text + "(grade)`");
  return std::nullopt;
}

std::optional<Checked> ExpressionChecker::variable_or_field(const ast::Name& node,
                                                            const ast::Expr* grade) {
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
  if (context_.record_list.valid() &&
      find_field(scope_.program, context_.record_list, node.text).valid()) {
    const Type record_type{.kind = TypeKind::Record, .list = context_.record_list};
    const ExprId record = add(Op::Variable, record_type, node.span, {}, 0);
    return field(record, context_.record_list, node, node.text, grade);
  }
  return std::nullopt;
}

Checked ExpressionChecker::visit(const ast::Name& node, const Hint& hint) {
  if (const auto found = variable_or_field(node, nullptr)) return *found;
  if (node.text == kAsOfDate) return add(Op::AsOfDate, Type{.kind = TypeKind::Date}, node.span);
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

void ExpressionChecker::report_unknown_name(const ast::Name& node, const Hint& hint) {
  if (hint && hint->kind == TypeKind::Choice) {
    const ChoiceDeclaration& choice = tables().choice(hint->choice);
    const auto builder = diagnostics().report(
        DiagnosticKind::UnknownChoice, node.span, node.text,
        choice.is_inline ? "`" + choice.name + "`" : "the choice `" + choice.name + "`");
    auto noted = builder;
    const auto values = [&]() -> const std::vector<std::string>& { return choice.values; };
    noted
        .help(suggest_among(diagnostics(), node.text, values,
                            "its values " + values_like(node.text, choice.values)))
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
  const auto names = [&] {
    std::vector<std::string> all = names_of(scope_.facts);
    for (const NameTable* table : {&scope_.parameters, &scope_.definitions}) {
      for (const std::string& name : names_of(*table)) all.push_back(name);
    }
    for (const Variable& variable : context_.variables) all.push_back(variable.name);
    return all;
  };
  diagnostics()
      .report(DiagnosticKind::UnknownFact, node.span, node.text)
      .help(suggest_among(diagnostics(), node.text, names, help_for_unknown_name(node.text, hint)));
}

std::string ExpressionChecker::help_for_unknown_name(const std::string& name, const Hint& hint) {
  if (hint && hint->kind == TypeKind::Text) return "a text stands in quotes: `\"" + name + "\"`";
  if (tables().unit_words.find(name)) {
    return "`" + name + "` is a unit; units are joined by `per`, as in `days per year`";
  }
  for (const ChoiceDeclaration& choice : tables().choices) {
    if (!choice.find(name)) continue;
    return fmt::format(
        "`{0}` is a value of `{1}`; it stands after a comparison, as in `FACT is {0}` or "
        "`SET includes {0}`, or behind a comma, as in `FACT is one of A, {0}`",
        name, choice.name);
  }
  constexpr std::array<std::string_view, 11> kNumbers = {
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
  const auto number = std::find(kNumbers.begin(), kNumbers.end(), name);
  if (number != kNumbers.end()) {
    return fmt::format("a number is written in figures: `{}`", number - kNumbers.begin());
  }
  if (const auto time = time_meant(name)) return "write `" + *time + "`";
  const std::string group = name.substr(0, name.find('.')) + ".";
  std::vector<std::string> facts = names_of(scope_.facts);
  std::erase_if(facts, [&group](const std::string& fact) { return !fact.starts_with(group); });
  if (!facts.empty()) {
    return fmt::format("the facts of `{}` are {}", group.substr(0, group.size() - 1),
                       list_words(facts));
  }
  return "facts are declared in the vocabulary";
}

Checked ExpressionChecker::visit(const ast::Call& node, const Hint&) {
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
  const auto names = [&] {
    std::vector<std::string> all = names_of(scope_.parameters);
    for (const std::string& each : names_of(scope_.definitions)) all.push_back(each);
    return all;
  };
  diagnostics()
      .report(DiagnosticKind::UnknownFunction, node.callee.span, name)
      .help(suggest_among(diagnostics(), name, names,
                          "only parameters, definitions and tables by grade take values in "
                          "parentheses"));
  return std::nullopt;
}

Checked ExpressionChecker::call_parameter(const ast::Call& node, ParameterId id) {
  const Parameter& parameter = scope_.program.parameters[id.index];
  const Type type = parameter.type;
  check_may_use(context_.pack, parameter.pack, node.callee, scope_);
  const std::vector<Type> keys = parameter.keys;
  if (!check_count(node, keys.size())) return std::nullopt;
  std::vector<ExprId> operands;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const Checked key = value(node.arguments[i], keys[i]);
    if (!key) return std::nullopt;
    operands.push_back(*key);
  }
  return add(Op::Parameter, type, node.span, std::move(operands), id.index);
}

Checked ExpressionChecker::call_definition(const ast::Call& node, DefinitionId id) {
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

Checked ExpressionChecker::call_fact(const ast::Call& node, FactId id) {
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

bool ExpressionChecker::check_count(const ast::Call& node, std::size_t wanted) {
  const std::size_t given = node.arguments.size();
  if (given == wanted) return true;
  const auto words = [](std::size_t count) {
    if (count == 0) return std::string("no value in parentheses");
    return std::to_string(count) + (count == 1 ? " value" : " values") + " in parentheses";
  };
  auto report =
      diagnostics().report(DiagnosticKind::WrongArgumentCount, node.span, node.callee.text,
                           words(wanted), given == 0 ? "none" : std::to_string(given));
  if (wanted == 0) {
    report.help("leave out what stands in parentheses");
  } else if (given == 0 && wanted == 1) {
    report.help("say for which, as in `" + node.callee.text + "(grade)` within `for each grade`");
  } else {
    report.help("its declaration says which");
  }
  return false;
}

Checked ExpressionChecker::visit(const ast::VerdictOf& node, const Hint&) {
  // The words of what is decided; what is not makes the condition unknown.
  static const std::vector<std::string> kVerdicts = {
      "conflict", "needs_approval", "relieved", "excepted",      "lifted",
      "enabled",  "thinned",        "clear",    "does_not_apply"};
  const auto norm =
      find_or_report(scope_.norms, node.norm, DiagnosticKind::UnknownNorm, diagnostics());
  TextSet words;
  bool complete = true;
  for (const ast::Name& verdict : node.verdicts) {
    if (std::find(kVerdicts.begin(), kVerdicts.end(), verdict.text) == kVerdicts.end()) {
      diagnostics()
          .report(DiagnosticKind::BadWord, verdict.span, verdict.text, "verdict to ask for")
          .help(suggest(verdict.text, kVerdicts, "write one of " + list_words(kVerdicts, 20)));
      complete = false;
    }
    words.members.push_back(verdict.text);
  }
  if (!norm || !complete) return std::nullopt;
  check_may_use(context_.pack, scope_.program.norms[*norm].pack, node.norm, scope_);
  std::sort(words.members.begin(), words.members.end());
  words.members.erase(std::unique(words.members.begin(), words.members.end()), words.members.end());
  const Type boolean{.kind = TypeKind::Boolean};
  const ExprId id = add(Op::VerdictIs, boolean, node.span, {}, *norm);
  scope_.program.exprs[id.index].constant = std::move(words);
  return node.negated ? add(Op::Not, boolean, node.span, {id}) : id;
}

Checked ExpressionChecker::visit(const ast::JudgedBy& node, const Hint&) {
  const auto stakeholder = find_or_report(scope_.stakeholders, node.stakeholder,
                                          DiagnosticKind::UnknownStakeholder, diagnostics());
  if (!stakeholder) return std::nullopt;
  if (!context_.norm.valid()) {
    diagnostics()
        .report(DiagnosticKind::MisplacedClause, node.span, "judged by",
                "a calculation outside a norm")
        .help("write it in the norm: `require judged by STAKEHOLDER \"the question\"`");
    return std::nullopt;
  }
  auto& judgments = scope_.program.judgments;
  judgments.push_back({{*stakeholder}, node.question.value, context_.norm, node.span});
  return add(Op::Judgment, Type{.kind = TypeKind::Boolean}, node.span, {},
             static_cast<std::uint32_t>(judgments.size() - 1));
}

}  // namespace dsl::sema
