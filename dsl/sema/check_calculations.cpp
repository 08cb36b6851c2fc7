// Packs, stakeholders, parameters and definitions: all that norms build on.
#include <algorithm>

#include "dsl/sema/check_expression.h"
#include "dsl/sema/check_tables.h"
#include "dsl/sema/clauses.h"
#include "dsl/sema/literals.h"
#include "dsl/sema/scope.h"

namespace dsl::sema {
namespace {

void check_pack(const ast::PackDecl& pack, Scope& scope) {
  const auto at = scope.packs.find(pack.name.text);
  if (at == scope.packs.end() || scope.program.packs[at->second].span != pack.name.span) return;
  const PackId id{at->second};
  const auto clauses =
      accepted_clauses(pack.clauses, {"uses", "applies when", "verified on", "note"},
                       {"applies when", "verified on"}, "pack", pack.name.text, scope.diagnostics);
  for (const ast::Clause* clause : clauses) {
    if (const auto* uses = std::get_if<ast::UsesClause>(clause)) {
      for (const ast::Name& name : uses->packs) {
        const auto used =
            find_or_report(scope.packs, name, DiagnosticKind::UnknownPack, scope.diagnostics);
        if (used) scope.program.packs[id.index].uses.push_back({*used});
      }
    } else if (const auto* applies = std::get_if<ast::AppliesClause>(clause)) {
      ExpressionContext context;
      context.pack = id;
      if (const auto condition = check_condition(applies->condition, context, scope)) {
        scope.program.packs[id.index].applies = *condition;
        scope.program.packs[id.index].frame_size = context.frame_size;
      }
    } else if (const auto* verified = std::get_if<ast::VerifiedClause>(clause)) {
      scope.program.packs[id.index].verified = resolve_date(verified->on, scope.diagnostics);
    }
  }
}

void check_stakeholder(const ast::StakeholderDecl& declaration, Scope& scope) {
  const auto at = scope.stakeholders.find(declaration.name.text);
  if (at == scope.stakeholders.end()) return;
  if (scope.program.stakeholders[at->second].span != declaration.name.span) return;
  Stakeholder stakeholder = scope.program.stakeholders[at->second];
  const auto clauses = accepted_clauses(
      declaration.clauses, {"kind", "holds", "upholds", "ask", "note", "source"},
      {"kind", "holds", "upholds"}, "stakeholder", declaration.name.text, scope.diagnostics);
  for (const ast::Clause* clause : clauses) {
    if (const auto* kind = std::get_if<ast::KindClause>(clause)) {
      stakeholder.kind = choice_word(kind->kind, "stakeholder_kind", "kind of stakeholder", scope);
    } else if (const auto* holds = std::get_if<ast::HoldsClause>(clause)) {
      for (const ast::Name& word : holds->holdings) {
        stakeholder.holds.push_back(
            choice_word(word, "stakeholder_holding", "thing that a stakeholder holds", scope));
      }
    } else if (const auto* upholds = std::get_if<ast::UpholdsClause>(clause)) {
      for (const ast::Name& word : upholds->values) stakeholder.upholds.push_back(word.text);
    } else if (const auto* ask = std::get_if<ast::AskClause>(clause)) {
      stakeholder.questions.push_back(ask->question.value);
    }
  }
  if (stakeholder.kind.empty() && !any_broken(declaration.clauses)) {
    scope.diagnostics
        .report(DiagnosticKind::MissingClause, declaration.name.span, "stakeholder",
                declaration.name.text, "kind")
        .help("say what it is, as in `kind state_education_agency`");
  }
  scope.program.stakeholders[at->second] = std::move(stakeholder);
}

void check_parameter(const ast::ParameterDecl& declaration, Scope& scope) {
  const auto at = scope.parameters.find(declaration.name.text);
  if (at == scope.parameters.end()) return;
  if (scope.program.parameters[at->second].span != declaration.name.span) return;
  Parameter parameter = scope.program.parameters[at->second];
  const auto clauses =
      accepted_clauses(declaration.clauses, {"cite", "source", "confidence", "note"},
                       {"confidence"}, "parameter", declaration.name.text, scope.diagnostics);
  for (const ast::Clause* clause : clauses) {
    if (const auto* cite = std::get_if<ast::CiteClause>(clause)) {
      parameter.citations.push_back(citation(*cite));
    } else if (const auto* source = std::get_if<ast::SourceClause>(clause)) {
      parameter.sources.push_back(source->url.value);
    } else if (const auto* level = std::get_if<ast::ConfidenceClause>(clause)) {
      parameter.confidence = confidence(*level, scope.diagnostics);
    }
  }
  if (declaration.values.empty() && !any_broken(declaration.clauses)) {
    scope.diagnostics
        .report(DiagnosticKind::MissingClause, declaration.name.span, "parameter",
                declaration.name.text, "from")
        .help("give its value, as in `from 2014-07-01 180`");
  }
  check_values(declaration, parameter, scope);
  scope.program.parameters[at->second] = std::move(parameter);
}

ExprId check_body(const ast::Expr& body, Definition& definition, Scope& scope) {
  ExpressionContext context;
  context.pack = definition.pack;
  for (std::size_t i = 0; i < definition.parameters.size(); ++i) {
    context.bind(definition.parameter_names[i], definition.parameters[i]);
  }
  const auto checked = check_value(body, definition.type, context, scope);
  definition.frame_size = std::max(definition.frame_size, context.frame_size);
  return checked.value_or(ExprId{});
}

// Readings stand instead of `as`, two or more, each with a name of its own.
void check_readings(const Definition& definition, Scope& scope) {
  const auto& readings = definition.readings;
  if (readings.empty()) return;
  if (definition.body.valid()) {
    scope.diagnostics
        .report(DiagnosticKind::MisplacedClause, readings.front().span, "reading",
                "a definition that has `as`")
        .help("make what `as` says another reading");
  } else if (readings.size() == 1) {
    scope.diagnostics
        .report(DiagnosticKind::MissingClause, readings.front().span, "definition", definition.name,
                "second reading")
        .help("write `as` where there is only one way to understand it");
  }
  for (std::size_t i = 0; i < readings.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (readings[k].name != readings[i].name) continue;
      scope.diagnostics.report(DiagnosticKind::DuplicateName, readings[i].span, readings[i].name)
          .label(readings[k].span, "first declared here");
    }
  }
}

void check_definition(const ast::DefineDecl& declaration, Scope& scope) {
  const auto at = scope.definitions.find(declaration.name.text);
  if (at == scope.definitions.end()) return;
  Definition definition = scope.program.definitions[at->second];
  if (definition.span != declaration.name.span) return;
  const auto clauses = accepted_clauses(
      declaration.clauses, {"cite", "source", "confidence", "note", "in force", "as", "reading"},
      {"as", "in force", "confidence"}, "definition", declaration.name.text, scope.diagnostics);
  for (const ast::Clause* clause : clauses) {
    if (const auto* cite = std::get_if<ast::CiteClause>(clause)) {
      definition.citations.push_back(citation(*cite));
    } else if (const auto* force = std::get_if<ast::InForceClause>(clause)) {
      definition.in_force = plain_period(*force, "a definition", scope.diagnostics);
    } else if (const auto* as = std::get_if<ast::AsClause>(clause)) {
      definition.body = check_body(as->body, definition, scope);
    } else if (const auto* reading = std::get_if<ast::ReadingClause>(clause)) {
      definition.readings.push_back({reading->name.text, reading->title.value,
                                     check_body(reading->body, definition, scope),
                                     reading->name.span});
    }
  }
  check_readings(definition, scope);
  const bool has_body = std::any_of(clauses.begin(), clauses.end(), [](const ast::Clause* clause) {
    return std::holds_alternative<ast::AsClause>(*clause) ||
           std::holds_alternative<ast::ReadingClause>(*clause);
  });
  if (!has_body && !any_broken(declaration.clauses)) {
    scope.diagnostics
        .report(DiagnosticKind::MissingClause, declaration.name.span, "definition",
                declaration.name.text, "as")
        .help(
            "say how it is worked out, as in `as FACT + FACT` or `as sum of E for RECORD in LIST`");
  }
  scope.program.definitions[at->second] = std::move(definition);
}

}  // namespace

void check_calculations(std::span<const ast::Document> documents, Scope& scope) {
  const auto for_all = [documents](const auto& action) {
    for (const ast::Document& document : documents) {
      for (const ast::Declaration& declaration : document.declarations) action(declaration);
    }
  };
  // `uses` of every pack first: who may name what depends on it.
  for_all([&](const ast::Declaration& declaration) {
    if (const auto* pack = std::get_if<ast::PackDecl>(&declaration)) check_pack(*pack, scope);
  });
  for_all([&](const ast::Declaration& declaration) {
    if (const auto* stakeholder = std::get_if<ast::StakeholderDecl>(&declaration)) {
      check_stakeholder(*stakeholder, scope);
    } else if (const auto* parameter = std::get_if<ast::ParameterDecl>(&declaration)) {
      check_parameter(*parameter, scope);
    } else if (const auto* definition = std::get_if<ast::DefineDecl>(&declaration)) {
      check_definition(*definition, scope);
    }
  });
}

}  // namespace dsl::sema
