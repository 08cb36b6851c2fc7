#include "dsl/sema/check_test_facts.h"

#include <algorithm>
#include <utility>

#include "dsl/sema/check_expression.h"
#include "dsl/sema/literals.h"

namespace dsl::sema {
namespace {

// Keeps the members sorted and without repeats; false when it was there.
template <typename T>
bool add_member(std::vector<T>& members, const T& member) {
  const auto at = std::lower_bound(members.begin(), members.end(), member);
  if (at != members.end() && *at == member) return false;
  members.insert(at, member);
  return true;
}

std::optional<FactState> state_word(const std::vector<ast::Expr>& values) {
  if (values.size() != 1) return std::nullopt;
  if (std::holds_alternative<ast::UnknownLiteral>(values.front().node)) return FactState::Unknown;
  const auto* name = std::get_if<ast::Name>(&values.front().node);
  if (name == nullptr) return std::nullopt;
  if (name->text == "absent") return FactState::Absent;
  if (name->text == "not_applicable") return FactState::NotApplicable;
  return std::nullopt;
}

void report_repeated(const ast::Expr& expr, const Value& value, const Type& element, Scope& scope) {
  scope.diagnostics.report(DiagnosticKind::DuplicateKey, ast::span_of(expr),
                           format_value(value, element, scope.program.types));
}

// Values and ranges of them.
std::optional<Value> choice_set(const std::vector<ast::Expr>& values, const Type& type,
                                Scope& scope) {
  Type element = type;
  element.is_set = false;
  ChoiceSet all;
  for (const ast::Expr& expr : values) {
    const auto run = check_constant(expr, type, scope);
    if (!run) return std::nullopt;
    for (const ChoiceValue member : std::get<ChoiceSet>(*run).members) {
      if (!add_member(all.members, member)) report_repeated(expr, member, element, scope);
    }
  }
  return all;
}

std::optional<Value> text_set(const std::vector<ast::Expr>& values, const Type& type,
                              Scope& scope) {
  Type element = type;
  element.is_set = false;
  TextSet all;
  for (const ast::Expr& expr : values) {
    const auto text = check_constant(expr, element, scope);
    if (!text) return std::nullopt;
    if (!add_member(all.members, std::get<std::string>(*text))) {
      report_repeated(expr, *text, element, scope);
    }
  }
  return all;
}

// Several values make a set.
std::optional<Value> constant(const std::vector<ast::Expr>& values, const Type& type, Span whole,
                              Scope& scope) {
  if (type.kind == TypeKind::Grade && type.is_set) {
    const auto grades = grade_set(values, scope);
    return grades ? std::optional<Value>(*grades) : std::nullopt;
  }
  if (!type.is_set) {
    if (values.size() == 1) return check_constant(values.front(), type, scope);
    scope.diagnostics.report(
        DiagnosticKind::WrongType, values.empty() ? whole : ast::span_of(values.front()),
        describe(type, scope.program.types), values.empty() ? "an empty set" : "several values");
    return std::nullopt;
  }
  return type.kind == TypeKind::Choice ? choice_set(values, type, scope)
                                       : text_set(values, type, scope);
}

// The grade of `hours(9)`; nullopt after a diagnostic.
std::optional<Grade> grade_key(const ast::Name& key, const Type& type, Scope& scope) {
  const auto grade = parse_grade(key.text);
  if (grade && type.by_grade) return grade;
  scope.diagnostics.report(DiagnosticKind::WrongType, key.span, "a grade, after a table by grade",
                           "`" + key.text + "`");
  return std::nullopt;
}

// What a list is set to as a whole: no records, or one of the states.
std::optional<TestFact> whole_list(const ast::WithFact& node, TestFact fact,
                                   const std::string& record, Scope& scope) {
  if (node.values.empty()) return fact;
  scope.diagnostics
      .report(DiagnosticKind::WrongType, node.span, "`()`, `unknown` or `absent` for a list",
              "a value")
      .help("add a record with `with " + record + " in " + node.fact.text + " (FIELD VALUE)`");
  return std::nullopt;
}

// The value of a fact or of a field, whichever `id` is.
std::optional<TestFact> fact_value(const ast::WithFact& node, FactId id, Scope& scope) {
  const FactDeclaration& declaration = scope.program.facts[id.index];
  TestFact fact;
  fact.fact = id;
  fact.span = node.span;
  Type type = declaration.type;
  if (node.grade_key) {
    fact.grade = grade_key(*node.grade_key, type, scope);
    if (!fact.grade) return std::nullopt;
  }
  type.by_grade = false;
  if (const auto state = state_word(node.values)) {
    if (!may_have_state(type, *state)) {
      scope.diagnostics
          .report(DiagnosticKind::YesOrNoOnly, ast::span_of(node.values.front()), node.fact.text,
                  *state == FactState::Absent ? "absent" : "not_applicable")
          .help("write `no` if it is not so, `unknown` if it is not known");
      return std::nullopt;
    }
    fact.state = *state;
    return fact;
  }
  if (type.kind == TypeKind::List) {
    return whole_list(node, std::move(fact), declaration.record, scope);
  }
  fact.value = constant(node.values, type, node.span, scope);
  if (!fact.value) return std::nullopt;
  const auto* number = std::get_if<Rational>(&*fact.value);
  if (type.kind == TypeKind::Count && number != nullptr && number->denominator() != 1) {
    scope.diagnostics
        .report(DiagnosticKind::WrongType, ast::span_of(node.values.front()), "a whole number",
                "a fraction")
        .help("a count is a number of things; no design can state this value");
    return std::nullopt;
  }
  return fact;
}

// From 0; nullopt after a diagnostic.
std::optional<std::uint32_t> record_position(const ast::WithRecord& node, Scope& scope) {
  constexpr std::size_t kMostDigits = 6;  // no list is that long
  const std::string& digits = *node.position;
  const unsigned long number = digits.size() > kMostDigits ? 0 : std::stoul(digits);
  if (number > 0) return static_cast<std::uint32_t>(number - 1);
  scope.diagnostics
      .report(DiagnosticKind::WrongType, node.span, "the number of a record, from 1", digits)
      .help("without a number a record is added");
  return std::nullopt;
}

}  // namespace

std::optional<TestFact> check_test_fact(const ast::WithFact& node, Scope& scope) {
  const auto index =
      find_or_report(scope.facts, node.fact, DiagnosticKind::UnknownFact, scope.diagnostics);
  return index ? fact_value(node, {*index}, scope) : std::nullopt;
}

std::optional<TestRecord> check_test_record(const ast::WithRecord& node, Scope& scope) {
  const auto index =
      find_or_report(scope.facts, node.list, DiagnosticKind::UnknownFact, scope.diagnostics);
  if (!index) return std::nullopt;
  const FactDeclaration& list = scope.program.facts[*index];
  if (list.type.kind != TypeKind::List) {
    scope.diagnostics
        .report(DiagnosticKind::WrongType, node.list.span, "a list",
                describe(list.type, scope.program.types))
        .help("a fact is set with `with " + node.list.text + " VALUE`");
    return std::nullopt;
  }
  if (list.record != node.record.text) {
    scope.diagnostics
        .report(DiagnosticKind::BadWord, node.record.span, node.record.text,
                "record of `" + node.list.text + "`")
        .help("its records are written `" + list.record + " in " + node.list.text + "`");
    return std::nullopt;
  }
  TestRecord record;
  record.list = {*index};
  record.span = node.span;
  if (node.position) {
    record.position = record_position(node, scope);
    if (!record.position) return std::nullopt;
  }
  for (const ast::WithFact& field : node.fields) {
    const auto id = find_field_or_report(record.list, field.fact.span, field.fact.text, scope);
    if (!id) return std::nullopt;
    auto fact = fact_value(field, *id, scope);
    if (!fact) return std::nullopt;
    record.fields.push_back(std::move(*fact));
  }
  return record;
}

}  // namespace dsl::sema
