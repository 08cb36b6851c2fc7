#include "dsl/sema/scope.h"

#include <algorithm>
#include <set>

#include "dsl/core/school_year.h"
#include "dsl/diagnostics/suggest.h"

namespace dsl::sema {
namespace {

std::optional<Type> builtin_type(std::string_view word, Scope& scope) {
  TypeTables& types = scope.program.types;
  const auto quantity = [&types](std::string_view unit) {
    return Type{.kind = TypeKind::Quantity, .unit = types.intern(*types.unit_words.find(unit))};
  };
  if (word == "yes/no") return Type{.kind = TypeKind::Boolean};
  if (word == "count") return Type{.kind = TypeKind::Count};
  if (word == "percent") return Type{.kind = TypeKind::Percent};
  if (word == "money") return quantity("dollars");
  if (word == "age") return quantity("years old");
  if (word == "time") return Type{.kind = TypeKind::Time};
  if (word == "date") return Type{.kind = TypeKind::Date};
  if (word == "grade") return Type{.kind = TypeKind::Grade};
  if (word == "text") return Type{.kind = TypeKind::Text};
  if (word == "norm") return Type{.kind = TypeKind::Norm};
  if (word == "stakeholder") return Type{.kind = TypeKind::Stakeholder};
  return std::nullopt;
}

std::vector<std::string> type_words(const Scope& scope) {
  std::vector<std::string> words = {"yes/no", "count", "percent", "money", "age",        "time",
                                    "date",   "grade", "text",    "norm",  "stakeholder"};
  for (const auto& name : names_of(scope.choices)) words.push_back(name);
  for (const auto& word : scope.program.types.unit_words.words()) words.push_back(word);
  return words;
}

std::optional<Type> resolve_named(const ast::UnitWords& words, Scope& scope) {
  if (words.words.size() == 1) {
    const std::string& word = words.words.front().text;
    if (const auto type = builtin_type(word, scope)) return type;
    if (const auto at = scope.choices.find(word); at != scope.choices.end()) {
      return Type{.kind = TypeKind::Choice, .choice = {at->second}};
    }
    if (!scope.program.types.unit_words.find(word)) {
      scope.diagnostics.report(DiagnosticKind::UnknownType, words.span, word)
          .help(suggest_among(
              scope.diagnostics, word, [&] { return type_words(scope); },
              "a type is a unit (`minutes per day`), a choice, or one of `yes/no`, "
              "`count`, `percent`, `money`, `age`, `time`, `date`, `grade`, `text`"));
      return std::nullopt;
    }
  }
  const auto unit =
      resolve_unit(words, scope.program, scope.diagnostics, DiagnosticKind::UnknownUnit);
  if (!unit) return std::nullopt;
  return Type{.kind = TypeKind::Quantity, .unit = scope.program.types.intern(*unit)};
}

Type declare_inline_choice(const ast::OneOfType& choice, const std::string& owner, Scope& scope) {
  ChoiceDeclaration declaration;
  declaration.name = owner;
  declaration.span = choice.span;
  declaration.is_inline = true;
  for (const ast::Name& value : choice.values) {
    if (declaration.find(value.text)) {
      scope.diagnostics.report(DiagnosticKind::DuplicateName, value.span, value.text)
          .help("delete one of the two");
      continue;
    }
    declaration.values.push_back(value.text);
  }
  scope.program.types.choices.push_back(std::move(declaration));
  return Type{.kind = TypeKind::Choice,
              .choice = {static_cast<std::uint32_t>(scope.program.types.choices.size() - 1)}};
}

bool uses(PackId from, PackId to, const TypedProgram& program, std::set<PackId>& seen) {
  if (from == to) return true;
  if (!seen.insert(from).second) return false;
  const auto& used = program.packs[from.index].uses;
  return std::any_of(used.begin(), used.end(),
                     [&](PackId pack) { return uses(pack, to, program, seen); });
}

}  // namespace

std::vector<std::string> names_of(const NameTable& table) {
  std::vector<std::string> names;
  names.reserve(table.size());
  for (const auto& [name, index] : table) names.push_back(name);
  std::sort(names.begin(), names.end());
  return names;
}

std::optional<std::uint32_t> find_or_report(const NameTable& table, const ast::Name& name,
                                            DiagnosticKind kind, Diagnostics& diagnostics) {
  if (const auto at = table.find(name.text); at != table.end()) return at->second;
  // Only as long as there are few errors: the search goes through all names.
  const bool few = diagnostics.error_count() <= kMostErrorsWithSuggestion;
  const std::vector<std::string> names = few ? names_of(table) : std::vector<std::string>();
  std::vector<std::string> below;
  for (const std::string& each : names) {
    if (each.starts_with(name.text + ".")) below.push_back(each);
  }
  diagnostics.report(kind, name.span, name.text)
      .help(suggest(name.text, names,
                    below.empty() ? "none of the rule files in use declares it"
                                  : "those whose names begin so are " + list_words(below)));
  return std::nullopt;
}

std::optional<FactId> find_field_or_report(FactId list, Span span, std::string_view name,
                                           Scope& scope) {
  const FactId field = find_field(scope.program, list, name);
  if (field.valid()) return field;
  const FactDeclaration& declaration = scope.program.facts[list.index];
  const auto names = [&] {
    std::vector<std::string> fields;
    for (const FactId each : declaration.fields) {
      fields.push_back(scope.program.facts[each.index].name);
    }
    return fields;
  };
  scope.diagnostics
      .report(DiagnosticKind::UnknownField, span, "record `" + declaration.record + "`",
              std::string(name))
      .help(suggest_among(scope.diagnostics, name, names, "its fields are " + list_words(names())));
  return std::nullopt;
}

PackId pack_of(std::string_view name, const Scope& scope) {
  for (std::string_view prefix = name; !prefix.empty();) {
    if (const auto at = scope.packs.find(std::string(prefix)); at != scope.packs.end()) {
      return {at->second};
    }
    const std::size_t dot = prefix.rfind('.');
    prefix = dot == std::string_view::npos ? std::string_view() : prefix.substr(0, dot);
  }
  return {};
}

std::optional<ast::GroupDecl> supplied_fact(const ast::ParameterDecl& parameter) {
  const std::size_t dot = parameter.name.text.rfind('.');
  if (!parameter.values.empty() || dot == std::string::npos) return std::nullopt;
  ast::FactDecl fact;
  fact.span = parameter.span;
  for (const ast::Clause& clause : parameter.clauses) {
    if (const auto* ask = std::get_if<ast::AskClause>(&clause)) fact.ask.push_back(*ask);
  }
  if (fact.ask.empty()) return std::nullopt;
  fact.names.push_back({{parameter.name.span}, parameter.name.text.substr(dot + 1)});
  fact.type = parameter.type;
  fact.type.by_grade = !parameter.parameters.empty();
  fact.meaning = parameter.meaning;
  ast::GroupDecl group;
  group.span = parameter.span;
  group.name = {{parameter.name.span}, parameter.name.text.substr(0, dot)};
  group.facts.push_back(std::move(fact));
  return group;
}

void check_may_use(PackId from, PackId to, const ast::Name& name, Scope& scope) {
  if (!from.valid() || !to.valid()) return;
  std::set<PackId> seen;
  if (uses(from, to, scope.program, seen)) return;
  const Pack& user = scope.program.packs[from.index];
  const Pack& owner = scope.program.packs[to.index];
  scope.diagnostics.report(DiagnosticKind::NotUsedPack, name.span, name.text, owner.name, user.name)
      .label(user.span, "the pack that would use it")
      .help("add `uses " + owner.name + "` to pack `" + user.name + "`");
}

std::optional<Type> resolve_type(const ast::TypeExpr& type, const std::string& owner,
                                 Scope& scope) {
  std::optional<Type> result;
  if (const auto* named = std::get_if<ast::NamedType>(&type.base)) {
    result = resolve_named(named->words, scope);
  } else {
    result = declare_inline_choice(std::get<ast::OneOfType>(type.base), owner, scope);
  }
  if (!result) return std::nullopt;
  if (type.is_set) {
    const bool can = result->kind == TypeKind::Grade || result->kind == TypeKind::Choice ||
                     result->kind == TypeKind::Text || result->kind == TypeKind::Norm ||
                     result->kind == TypeKind::Stakeholder;
    if (!can) {
      scope.diagnostics
          .report(DiagnosticKind::WrongType, type.span, "a set of grades, choices, texts or names",
                  "`set of " + type_name(*result, scope.program.types) + "`")
          .help("declare a `list` for several records");
      return std::nullopt;
    }
    result->is_set = true;
  }
  result->by_grade = type.by_grade;
  return result;
}

std::optional<Unit> resolve_unit(const ast::UnitWords& words, const TypedProgram& program,
                                 Diagnostics& diagnostics, DiagnosticKind unknown) {
  const UnitTable& table = program.types.unit_words;
  std::optional<Unit> result;
  for (const ast::Name& word : words.words) {
    const auto unit = table.find(word.text);
    if (!unit) {
      diagnostics.report(unknown, word.span, word.text)
          .help(suggest_among(
              diagnostics, word.text, [&] { return table.words(); },
              "a unit is declared as in `unit credit, credits \"A credit\"`"));
      return std::nullopt;
    }
    result = result ? table.per(*result, *unit) : unit;
    if (!result) {
      diagnostics.report(DiagnosticKind::Overflow, words.span);
      return std::nullopt;
    }
  }
  return result;
}

std::optional<Date> resolve_date(const ast::DateText& date, Diagnostics& diagnostics) {
  const auto parsed = parse_date(date.text);
  if (!parsed) {
    diagnostics.report(DiagnosticKind::BadDate, date.span, date.text)
        .help("there is no such month, or it has fewer days");
  }
  return parsed;
}

std::optional<Date> resolve_period_date(const ast::DateText& date, SchoolYearDay day,
                                        Diagnostics& diagnostics) {
  if (!date.text.starts_with("school")) return resolve_date(date, diagnostics);
  const auto year = parse_school_year(date.text);
  if (!year) {
    diagnostics.report(DiagnosticKind::BadDate, date.span, date.text)
        .help("a school year is written `school year 2026-27`");
    return std::nullopt;
  }
  return day == SchoolYearDay::First ? year->first : year->last;
}

Period resolve_period(const std::optional<ast::DateText>& from,
                      const std::optional<ast::DateText>& until, Diagnostics& diagnostics) {
  Period period;
  if (from) period.from = resolve_period_date(*from, SchoolYearDay::First, diagnostics);
  if (until) period.until = resolve_period_date(*until, SchoolYearDay::Last, diagnostics);
  if (period.from && period.until && *period.until < *period.from) {
    diagnostics.report(DiagnosticKind::EmptyPeriod, until->span)
        .label(from->span, "it starts here")
        .help("the last day belongs to the period, so it may be the first day but not before it");
  }
  return period;
}

}  // namespace dsl::sema
