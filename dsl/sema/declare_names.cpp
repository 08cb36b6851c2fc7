// First pass: enters every declared name into the tables, so that order does not matter.
#include <algorithm>
#include <variant>

#include "dsl/diagnostics/suggest.h"
#include "dsl/sema/scope.h"

namespace dsl::sema {
namespace {

template <typename... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};
template <typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

// Where each name was first declared, to point at it when it comes again.
class Declared {
 public:
  explicit Declared(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  bool enter(NameTable& table, const ast::Name& name, std::uint32_t index) {
    const auto [at, inserted] = table.try_emplace(name.text, index);
    auto& spans = spans_[&table];
    if (inserted) {
      spans.emplace(name.text, name.span);
      return true;
    }
    report(name, spans.at(name.text));
    return false;
  }

  // Facts, parameters and definitions share one space.
  bool enter_callable(NameTable& table, const ast::Name& name, std::uint32_t index) {
    const auto [at, inserted] = callables_.try_emplace(name.text, name.span);
    if (!inserted) {
      report(name, at->second);
      return false;
    }
    return enter(table, name, index);
  }

 private:
  void report(const ast::Name& name, Span first) {
    diagnostics_.report(DiagnosticKind::DuplicateName, name.span, name.text)
        .label(first, "first declared here")
        .help("give one of the two another name");
  }

  Diagnostics& diagnostics_;
  std::unordered_map<const NameTable*, std::unordered_map<std::string, Span>> spans_;
  std::unordered_map<std::string, Span> callables_;
};

template <typename T>
std::uint32_t next_index(const std::vector<T>& table) {
  return static_cast<std::uint32_t>(table.size());
}

void declare_unit(const ast::UnitDecl& unit, Scope& scope) {
  UnitTable& table = scope.program.types.unit_words;
  bool declared = false;
  if (unit.equals) {
    const auto ratio = Rational::parse(unit.equals->text);
    if (!ratio) {
      scope.diagnostics.report(DiagnosticKind::BadNumber, unit.equals->span, unit.equals->text);
      return;
    }
    if (!unit.equals->unit) {
      scope.diagnostics
          .report(DiagnosticKind::MissingUnit, unit.equals->span, "a number of a known unit")
          .help("say how many of a known unit it is, as in `is 60 minutes`");
      return;
    }
    const auto of = resolve_unit(*unit.equals->unit, scope.program, scope.diagnostics,
                                 DiagnosticKind::UnknownUnit);
    if (!of) return;
    if (of->dimension.powers.size() != 1 || of->dimension.powers.front().power != 1 ||
        *ratio == Rational(0)) {
      scope.diagnostics
          .report(DiagnosticKind::WrongType, unit.equals->span, "so many of one unit word",
                  "`" + unit.equals->text + " " + of->plural + "`")
          .help("as in `is 60 minutes`");
      return;
    }
    declared = table.declare(unit.singular.text, unit.plural.text, *ratio, *of);
  } else {
    declared = table.declare(unit.singular.text, unit.plural.text);
  }
  if (!declared) {
    const ast::Name& taken = table.find(unit.singular.text) ? unit.singular : unit.plural;
    scope.diagnostics.report(DiagnosticKind::DuplicateName, taken.span, taken.text)
        .help("this unit is built in or declared already");
  }
}

bool is_known(const ast::UnitWords& words, const UnitTable& table) {
  return std::all_of(words.words.begin(), words.words.end(),
                     [&](const ast::Name& word) { return table.find(word.text).has_value(); });
}

// Units of their own first, then multiples as soon as what they are multiples of is known.
void declare_units(std::span<const ast::Document> documents, Scope& scope) {
  std::vector<const ast::UnitDecl*> waiting;
  for (const ast::Document& document : documents) {
    for (const ast::Declaration& declaration : document.declarations) {
      const auto* unit = std::get_if<ast::UnitDecl>(&declaration);
      if (unit == nullptr) continue;
      if (unit->equals && unit->equals->unit) {
        waiting.push_back(unit);
      } else {
        declare_unit(*unit, scope);
      }
    }
  }
  for (bool progress = true; progress;) {
    const auto ready =
        std::stable_partition(waiting.begin(), waiting.end(), [&](const ast::UnitDecl* unit) {
          return !is_known(*unit->equals->unit, scope.program.types.unit_words);
        });
    progress = ready != waiting.end();
    for (auto at = ready; at != waiting.end(); ++at) declare_unit(**at, scope);
    waiting.erase(ready, waiting.end());
  }
  for (const ast::UnitDecl* unit : waiting) declare_unit(*unit, scope);  // reports what is unknown
}

void declare_choice(const ast::ChoiceDecl& choice, Declared& declared, Scope& scope) {
  auto& table = scope.program.types.choices;
  if (!declared.enter(scope.choices, choice.name, next_index(table))) return;
  ChoiceDeclaration declaration{choice.name.text, choice.title.value, choice.name.span, {}, false};
  for (const ast::Name& value : choice.values) {
    if (declaration.find(value.text)) {
      scope.diagnostics.report(DiagnosticKind::DuplicateName, value.span, value.text)
          .help("delete one of the two");
    } else {
      declaration.values.push_back(value.text);
    }
  }
  table.push_back(std::move(declaration));
}

void declare_simple(const ast::Declaration& declaration, Declared& declared, Scope& scope) {
  TypedProgram& program = scope.program;
  std::visit(
      Overloaded{
          [&](const ast::ChoiceDecl& choice) { declare_choice(choice, declared, scope); },
          [&](const ast::TopicDecl& topic) {
            if (declared.enter(scope.topics, topic.name, next_index(program.topics))) {
              program.topics.push_back({topic.name.text, topic.title.value, topic.name.span});
            }
          },
          [&](const ast::PackDecl& pack) {
            if (declared.enter(scope.packs, pack.name, next_index(program.packs))) {
              Pack made;
              made.name = pack.name.text;
              made.title = pack.title.value;
              made.span = pack.name.span;
              program.packs.push_back(std::move(made));
            }
          },
          [&](const ast::StakeholderDecl& stakeholder) {
            if (declared.enter(scope.stakeholders, stakeholder.name,
                               next_index(program.stakeholders))) {
              Stakeholder made;
              made.name = stakeholder.name.text;
              made.title = stakeholder.title.value;
              made.span = stakeholder.name.span;
              program.stakeholders.push_back(std::move(made));
            }
          },
          [&](const ast::ReliefDecl& relief) {
            if (declared.enter(scope.reliefs, relief.name, next_index(program.reliefs))) {
              DeclaredRelief made;
              made.name = relief.name.text;
              made.title = relief.title.value;
              made.span = relief.name.span;
              program.reliefs.push_back(std::move(made));
            }
          },
          [](const auto&) {}},
      declaration);
}

struct FactContext {
  std::string group;
  FactId owner;
};

void declare_facts(const std::vector<ast::FactDecl>& facts, const FactContext& context,
                   Declared& declared, Scope& scope) {
  TypedProgram& program = scope.program;
  NameTable fields;
  for (const ast::FactDecl& fact : facts) {
    for (const ast::Name& name : fact.names) {
      const bool is_field = context.owner.valid();
      ast::Name full = name;
      if (!is_field && !context.group.empty()) full.text = context.group + "." + name.text;
      const FactId id{next_index(program.facts)};
      if (is_field) {
        if (!fields.try_emplace(name.text, id.index).second) {
          scope.diagnostics.report(DiagnosticKind::DuplicateName, name.span, name.text)
              .help("give one of the two another name");
          continue;
        }
      } else if (!declared.enter_callable(scope.facts, full, id.index)) {
        continue;
      }
      const auto type = resolve_type(fact.type, full.text, scope);
      if (!type) {
        if (!is_field) scope.facts.erase(full.text);
        continue;
      }
      FactDeclaration made;
      made.name = full.text;
      made.group = context.group;
      made.type = *type;
      made.meaning = fact.meaning ? fact.meaning->value : "";
      made.owner = context.owner;
      made.span = name.span;
      if (is_field) {
        auto& siblings = program.facts[context.owner.index].fields;
        made.position = static_cast<std::uint32_t>(siblings.size());
        siblings.push_back(id);
      }
      program.facts.push_back(std::move(made));
    }
  }
}

void declare_list(const ast::ListDecl& list, Declared& declared, Scope& scope) {
  TypedProgram& program = scope.program;
  const FactId id{next_index(program.facts)};
  if (!declared.enter_callable(scope.facts, list.name, id.index)) return;
  const std::size_t dot = list.name.text.rfind('.');
  FactDeclaration made;
  made.name = list.name.text;
  made.group = dot == std::string::npos ? "" : list.name.text.substr(0, dot);
  made.type = Type{.kind = TypeKind::List, .list = id};
  made.meaning = list.title.value;
  made.record = list.record.text;
  made.span = list.name.span;
  program.facts.push_back(std::move(made));
  declare_facts(list.facts, {list.name.text, id}, declared, scope);
}

// A group may be opened again to hold more facts; its first title stays.
void declare_group(const ast::Name& name, const std::string& title, Scope& scope) {
  auto& groups = scope.program.groups;
  const auto at = std::find_if(groups.begin(), groups.end(),
                               [&](const Group& group) { return group.name == name.text; });
  if (at == groups.end()) groups.push_back({name.text, title});
}

void declare_vocabulary(const ast::Declaration& declaration, Declared& declared, Scope& scope) {
  std::visit(Overloaded{[&](const ast::VocabularyDecl& vocabulary) {
                          declare_facts(vocabulary.facts, {}, declared, scope);
                        },
                        [&](const ast::GroupDecl& group) {
                          declare_group(group.name, group.title.value, scope);
                          declare_facts(group.facts, {group.name.text, {}}, declared, scope);
                        },
                        [&](const ast::ListDecl& list) { declare_list(list, declared, scope); },
                        [&](const ast::ParameterDecl& parameter) {
                          if (const auto group = supplied_fact(parameter)) {
                            declare_group(group->name, "", scope);
                            declare_facts(group->facts, {group->name.text, {}}, declared, scope);
                          }
                        },
                        [](const auto&) {}},
             declaration);
}

void declare_norm(const ast::NormDecl& norm, Declared& declared, Scope& scope) {
  if (!declared.enter(scope.norms, norm.name, next_index(scope.program.norms))) return;
  Norm made;
  made.kind = norm.kind;
  made.name = norm.name.text;
  made.title = norm.title.value;
  made.pack = pack_of(norm.name.text, scope);
  made.span = norm.span;
  made.name_span = norm.name.span;
  scope.program.norms.push_back(std::move(made));
}

// The record that an argument's type names, as `block` for one of the schedule's.
std::optional<Type> record_type(const ast::TypeExpr& type, const Scope& scope) {
  const auto* named = std::get_if<ast::NamedType>(&type.base);
  if (named == nullptr || type.is_set || type.by_grade || named->words.words.size() != 1) {
    return std::nullopt;
  }
  const std::string& word = named->words.words.front().text;
  if (scope.choices.contains(word)) return std::nullopt;
  const auto& facts = scope.program.facts;
  const auto list = std::find_if(facts.begin(), facts.end(), [&](const FactDeclaration& fact) {
    return fact.type.kind == TypeKind::List && fact.record == word;
  });
  if (list == facts.end()) return std::nullopt;
  return Type{.kind = TypeKind::Record, .list = {static_cast<std::uint32_t>(list - facts.begin())}};
}

// What a parameter or a definition is asked with: its names and their types.
void declare_arguments(const std::vector<ast::FormalParameter>& arguments,
                       std::vector<std::string>& names, std::vector<Type>& types, Scope& scope) {
  for (const ast::FormalParameter& argument : arguments) {
    std::optional<Type> type;
    if (argument.type) {
      type = record_type(*argument.type, scope);
      if (!type) type = resolve_type(*argument.type, argument.name.text, scope);
    } else if (argument.name.text == "grade") {
      type = Type{.kind = TypeKind::Grade};
    } else {
      scope.diagnostics
          .report(DiagnosticKind::WrongType, argument.span, "a type after the parameter's name",
                  "none")
          .help(
              "only `grade` needs none; write a name and its type, such as a choice or `count`: "
              "`(" +
              argument.name.text.substr(argument.name.text.rfind('.') + 1) + " count)`");
    }
    if (std::find(names.begin(), names.end(), argument.name.text) != names.end()) {
      scope.diagnostics.report(DiagnosticKind::DuplicateName, argument.name.span,
                               argument.name.text);
    }
    types.push_back(type.value_or(Type{}));
    names.push_back(argument.name.text);
  }
}

void declare_parameter(const ast::ParameterDecl& parameter, Declared& declared, Scope& scope) {
  if (supplied_fact(parameter)) return;
  auto& table = scope.program.parameters;
  const auto type = resolve_type(parameter.type, parameter.name.text, scope);
  if (!type) return;
  if (!declared.enter_callable(scope.parameters, parameter.name, next_index(table))) return;
  Parameter made;
  made.name = parameter.name.text;
  made.meaning = parameter.meaning ? parameter.meaning->value : "";
  made.pack = pack_of(parameter.name.text, scope);
  made.type = *type;
  made.span = parameter.name.span;
  declare_arguments(parameter.parameters, made.key_names, made.keys, scope);
  table.push_back(std::move(made));
}

void declare_definition(const ast::DefineDecl& definition, Declared& declared, Scope& scope) {
  auto& table = scope.program.definitions;
  const auto type = resolve_type(definition.type, definition.name.text, scope);
  if (!type) return;
  if (!declared.enter_callable(scope.definitions, definition.name, next_index(table))) return;
  Definition made;
  made.name = definition.name.text;
  made.meaning = definition.meaning ? definition.meaning->value : "";
  made.pack = pack_of(definition.name.text, scope);
  made.type = *type;
  made.span = definition.name.span;
  declare_arguments(definition.parameters, made.parameter_names, made.parameters, scope);
  made.frame_size = static_cast<std::uint32_t>(made.parameters.size());
  table.push_back(std::move(made));
}

void declare_callable(const ast::Declaration& declaration, Declared& declared, Scope& scope) {
  std::visit(Overloaded{[&](const ast::ParameterDecl& parameter) {
                          declare_parameter(parameter, declared, scope);
                        },
                        [&](const ast::DefineDecl& definition) {
                          declare_definition(definition, declared, scope);
                        },
                        [&](const ast::NormDecl& norm) { declare_norm(norm, declared, scope); },
                        [](const auto&) {}},
             declaration);
}

}  // namespace

void declare_names(std::span<const ast::Document> documents, Scope& scope) {
  Declared declared(scope.diagnostics);
  const auto for_all = [documents](const auto& action) {
    for (const ast::Document& document : documents) {
      for (const ast::Declaration& declaration : document.declarations) action(declaration);
    }
  };
  // A later step needs the names of the earlier ones: types need units and choices.
  declare_units(documents, scope);
  for_all(
      [&](const ast::Declaration& declaration) { declare_simple(declaration, declared, scope); });
  for_all([&](const ast::Declaration& declaration) {
    declare_vocabulary(declaration, declared, scope);
  });
  for_all(
      [&](const ast::Declaration& declaration) { declare_callable(declaration, declared, scope); });
}

}  // namespace dsl::sema
