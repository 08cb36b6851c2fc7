// Questions, computed facts and requirements of the vocabulary, now that every name is known.
#include "dsl/sema/check_expression.h"
#include "dsl/sema/scope.h"

namespace dsl::sema {
namespace {

// What the expressions of a fact may name: in a list the fields of the record, in slot 0.
ExpressionContext context_in(FactId list) {
  ExpressionContext context;
  context.record_list = list;
  context.may_say_unknown = true;
  context.next_slot = list.valid() ? 1 : 0;
  context.frame_size = context.next_slot;
  return context;
}

void check_requirements(const ast::FactDecl& fact, FactId list, Scope& scope) {
  for (const ast::RequireClause& required : fact.required) {
    ExpressionContext context = context_in(list);
    if (const auto condition = check_condition(required.condition, context, scope)) {
      scope.program.fact_requirements.push_back(
          {*condition, list, context.frame_size, required.span});
    }
  }
}

void check_facts(const std::vector<ast::FactDecl>& facts, const std::string& group, FactId list,
                 Scope& scope) {
  for (const ast::FactDecl& fact : facts) {
    for (const ast::Name& name : fact.names) {
      FactId id;
      if (list.valid()) {
        for (const FactId field : scope.program.facts[list.index].fields) {
          if (scope.program.facts[field.index].span == name.span) id = field;
        }
      } else {
        const auto at = scope.facts.find(group.empty() ? name.text : group + "." + name.text);
        if (at != scope.facts.end() && scope.program.facts[at->second].span == name.span) {
          id = {at->second};
        }
      }
      if (!id.valid()) continue;  // a duplicate or of unknown type; reported before
      std::vector<Question> questions;
      for (const ast::AskClause& ask : fact.ask) {
        Question question{ask.question.value, {}};
        if (ask.whom) {
          const auto whom = find_or_report(scope.stakeholders, *ask.whom,
                                           DiagnosticKind::UnknownStakeholder, scope.diagnostics);
          if (whom) question.whom = {*whom};
        }
        questions.push_back(std::move(question));
      }
      scope.program.facts[id.index].questions = std::move(questions);
      if (!fact.computed) continue;
      ExpressionContext context = context_in(list);
      const Type type = scope.program.facts[id.index].type;
      if (const auto body = check_value(*fact.computed, type, context, scope)) {
        scope.program.facts[id.index].computed = *body;
        scope.program.facts[id.index].frame_size = context.frame_size;
      }
    }
    check_requirements(fact, list, scope);
  }
}

}  // namespace

void check_vocabulary(std::span<const ast::Document> documents, Scope& scope) {
  for (const ast::Document& document : documents) {
    for (const ast::Declaration& declaration : document.declarations) {
      if (const auto* vocabulary = std::get_if<ast::VocabularyDecl>(&declaration)) {
        check_facts(vocabulary->facts, "", {}, scope);
      } else if (const auto* group = std::get_if<ast::GroupDecl>(&declaration)) {
        check_facts(group->facts, group->name.text, {}, scope);
      } else if (const auto* list = std::get_if<ast::ListDecl>(&declaration)) {
        const auto at = scope.facts.find(list->name.text);
        if (at != scope.facts.end()) check_facts(list->facts, "", {at->second}, scope);
      } else if (const auto* parameter = std::get_if<ast::ParameterDecl>(&declaration)) {
        const auto supplied = supplied_fact(*parameter);
        if (supplied) check_facts(supplied->facts, supplied->name.text, {}, scope);
      }
    }
  }
}

}  // namespace dsl::sema
