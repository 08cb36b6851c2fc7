// Whether somebody is asked for what a rule needs.
#include <variant>

#include "dsl/lint/findings.h"
#include "dsl/lint/uses.h"

namespace dsl::linting {
namespace {

void lint_asked(const std::vector<ast::FactDecl>& facts, Findings& findings) {
  for (const ast::FactDecl& fact : facts) {
    for (const ast::AskClause& ask : fact.ask) {
      if (ask.whom) continue;
      findings.report(DiagnosticKind::QuestionToNobody, ask.span)
          .help("add `of` and the stakeholder who knows");
    }
  }
}

}  // namespace

void lint_questions(std::span<const ast::Document> documents, const Program& program,
                    Findings& findings) {
  const Uses uses = find_uses(program);
  for (std::uint32_t i = 0; i < uses.facts.size(); ++i) {
    const FactDeclaration& fact = program.fact({i});
    const bool can_be_asked = fact.type.kind != TypeKind::List && !fact.computed.valid();
    if (!uses.facts[i] || !can_be_asked || !fact.questions.empty()) continue;
    findings
        .report(DiagnosticKind::NoQuestion, fact.span, uses.facts[i]->name, program.full_name({i}))
        .label(uses.facts[i]->span, "read here")
        .help("add `ask \"...\" of` and the stakeholder who knows, or `computed as`");
  }
  for (const ast::Document& document : documents) {
    for (const ast::Declaration& declaration : document.declarations) {
      if (const auto* vocabulary = std::get_if<ast::VocabularyDecl>(&declaration)) {
        lint_asked(vocabulary->facts, findings);
      } else if (const auto* group = std::get_if<ast::GroupDecl>(&declaration)) {
        lint_asked(group->facts, findings);
      } else if (const auto* list = std::get_if<ast::ListDecl>(&declaration)) {
        lint_asked(list->facts, findings);
      }
    }
  }
}

}  // namespace dsl::linting
