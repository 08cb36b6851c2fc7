// Declarations that no rule uses: left over, or a rule that should use them names another one.
#include "dsl/lint/findings.h"
#include "dsl/lint/uses.h"

namespace dsl::linting {
namespace {

constexpr const char* kUseOrTakeOut = "use it, or take it out";

}  // namespace

void lint_unused(const Program& program, Findings& findings) {
  const TypedProgram& typed = program.typed();
  const Uses uses = find_uses(program);
  for (std::size_t i = 0; i < typed.parameters.size(); ++i) {
    if (uses.parameters[i]) continue;
    const Parameter& parameter = typed.parameters[i];
    findings.report(DiagnosticKind::UnusedCalculation, parameter.span, "parameter", parameter.name)
        .help(kUseOrTakeOut);
  }
  for (std::size_t i = 0; i < typed.definitions.size(); ++i) {
    if (uses.definitions[i]) continue;
    const Definition& definition = typed.definitions[i];
    findings
        .report(DiagnosticKind::UnusedCalculation, definition.span, "definition", definition.name)
        .help(kUseOrTakeOut);
  }
  for (std::size_t i = 0; i < typed.stakeholders.size(); ++i) {
    if (uses.stakeholders[i]) continue;
    const Stakeholder& stakeholder = typed.stakeholders[i];
    findings.report(DiagnosticKind::UnusedStakeholder, stakeholder.span, stakeholder.name)
        .help("a design may still name it in its network");
  }
  for (std::size_t i = 0; i < typed.topics.size(); ++i) {
    if (uses.topics[i]) continue;
    findings.report(DiagnosticKind::UnusedTopic, typed.topics[i].span, typed.topics[i].name)
        .help("a pack that is not read here may carry it");
  }
  for (std::uint32_t i = 0; i < typed.facts.size(); ++i) {
    const FactDeclaration& fact = program.fact({i});
    // The fields of a list that nothing reads are left over with it.
    const bool in_unused_list = fact.owner.valid() && !uses.facts[fact.owner.index];
    if (uses.facts[i] || in_unused_list) continue;
    findings.report(DiagnosticKind::UnusedFact, fact.span, program.full_name({i}))
        .help("a pack that is not read here may read it");
  }
}

}  // namespace dsl::linting
