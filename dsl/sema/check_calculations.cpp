// Packs, stakeholders, parameters and definitions: all that norms build on.
#include <algorithm>

#include "dsl/sema/check_expression.h"
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

void check_table(const ast::DatedValues& dated, Parameter& parameter, Scope& scope) {
  ParameterVersion version;
  version.period = resolve_period(dated.from, dated.until, scope.diagnostics);
  version.span = dated.from ? dated.from->span : dated.span;
  GradeSet seen;
  for (const ast::TableRow& row : dated.rows) {
    ParameterValue entry;
    entry.span = ast::span_of(row.value);
    if (!row.keys.empty()) {
      const auto grades = grade_set(row.keys, scope);
      if (!grades) continue;
      if (!parameter.by_grade) {
        scope.diagnostics
            .report(DiagnosticKind::WrongType, ast::span_of(row.keys.front()),
                    "one value for all grades", "a row for some grades")
            .help("declare the parameter as `" + parameter.name + "(grade)`");
        continue;
      }
      if (seen.overlaps(*grades)) {
        scope.diagnostics.report(
            DiagnosticKind::DuplicateGrade, ast::span_of(row.keys.front()),
            grades_in_words(GradeSet::from_bits(seen.bits() & grades->bits())));
      }
      seen = GradeSet::from_bits(static_cast<std::uint16_t>(seen.bits() | grades->bits()));
      entry.grades = *grades;
    }
    const auto value = check_constant(row.value, parameter.type, scope);
    if (!value) continue;
    entry.value = *value;
    version.values.push_back(std::move(entry));
  }
  for (const ParameterValue& entry : version.values) {
    if (!entry.grades.empty() || version.values.size() == 1) continue;
    scope.diagnostics.report(DiagnosticKind::DuplicateGrade, entry.span, "some grades")
        .help("`all` is for every grade, so no other row can stand beside it");
    break;
  }
  parameter.versions.push_back(std::move(version));
}

// A version without `until` ends on the day before the next one starts.
void close_versions(Parameter& parameter) {
  auto& versions = parameter.versions;
  std::stable_sort(
      versions.begin(), versions.end(), [](const ParameterVersion& a, const ParameterVersion& b) {
        return a.period.from.value_or(Date{INT32_MIN}) < b.period.from.value_or(Date{INT32_MIN});
      });
  for (std::size_t i = 0; i + 1 < versions.size(); ++i) {
    const auto next = versions[i + 1].period.from;
    if (!versions[i].period.until && next && versions[i].period.from != next) {
      versions[i].period.until = Date{versions[i + 1].period.from->days - 1};
    }
  }
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
  for (const ast::DatedValues& dated : declaration.values) check_table(dated, parameter, scope);
  close_versions(parameter);
  for (std::size_t i = 0; i + 1 < parameter.versions.size(); ++i) {
    const Period& earlier = parameter.versions[i].period;
    const Period& later = parameter.versions[i + 1].period;
    if (!later.from || earlier.contains(*later.from)) {
      scope.diagnostics
          .report(DiagnosticKind::OverlappingDates, parameter.versions[i + 1].span,
                  declaration.name.text, later.from ? format_date(*later.from) : "every date")
          .label(parameter.versions[i].span, "the earlier one starts here")
          .help("end the earlier one with `until`");
    }
  }
  scope.program.parameters[at->second] = std::move(parameter);
}

void check_definition(const ast::DefineDecl& declaration, Scope& scope) {
  const auto at = scope.definitions.find(declaration.name.text);
  if (at == scope.definitions.end()) return;
  Definition definition = scope.program.definitions[at->second];
  if (definition.span != declaration.name.span) return;
  const auto clauses = accepted_clauses(
      declaration.clauses, {"cite", "source", "confidence", "note", "in force", "as"},
      {"as", "in force", "confidence"}, "definition", declaration.name.text, scope.diagnostics);
  for (const ast::Clause* clause : clauses) {
    if (const auto* cite = std::get_if<ast::CiteClause>(clause)) {
      definition.citations.push_back(citation(*cite));
    } else if (const auto* force = std::get_if<ast::InForceClause>(clause)) {
      definition.in_force = resolve_period(force->from, force->until, scope.diagnostics);
    } else if (const auto* as = std::get_if<ast::AsClause>(clause)) {
      ExpressionContext context;
      context.pack = definition.pack;
      for (std::size_t i = 0; i < definition.parameters.size(); ++i) {
        context.bind(definition.parameter_names[i], definition.parameters[i]);
      }
      if (const auto body = check_value(as->body, definition.type, context, scope)) {
        definition.body = *body;
        definition.frame_size = context.frame_size;
      }
    }
  }
  const bool has_body = std::any_of(clauses.begin(), clauses.end(), [](const ast::Clause* clause) {
    return std::holds_alternative<ast::AsClause>(*clause);
  });
  if (!has_body && !any_broken(declaration.clauses)) {
    scope.diagnostics
        .report(DiagnosticKind::MissingClause, declaration.name.span, "definition",
                declaration.name.text, "as")
        .help("say how it is worked out, as in `as sum of block.minutes for block in schedule`");
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
