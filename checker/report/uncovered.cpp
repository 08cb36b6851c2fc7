#include "checker/report/uncovered.h"

#include <map>

#include "checker/eval/evaluator.h"

namespace checker {
namespace {

// The plain choices that a pack's condition reads itself.
void find_choices(dsl::ExprId id, const dsl::Program& program, std::vector<dsl::FactId>& found) {
  if (!id.valid()) return;
  const dsl::TypedExpr& expr = program.expr(id);
  const bool is_choice = expr.type.kind == dsl::TypeKind::Choice && !expr.type.is_set;
  if (expr.op == dsl::Op::Fact && is_choice) found.push_back({expr.index});
  for (const dsl::ExprId operand : expr.operands) find_choices(operand, program, found);
}

}  // namespace

std::vector<UncoveredEntry> uncovered(const ReportInput& input) {
  Evaluator evaluator(input.program, input.design, input.as_of);
  std::map<dsl::FactId, UncoveredEntry> by_fact;
  std::map<dsl::FactId, bool> covered;
  for (const dsl::Pack& pack : input.program.typed().packs) {
    std::vector<dsl::FactId> choices;
    find_choices(pack.applies, input.program, choices);
    const bool out = truth_of_pack(evaluator, pack) == dsl::Truth::False;
    for (const dsl::FactId fact : choices) {
      const FactValue& value = input.design.facts[fact.index];
      if (value.state != dsl::FactState::Stated) continue;
      covered[fact] = covered[fact] || !out;
      UncoveredEntry& entry = by_fact[fact];
      entry.fact = input.program.full_name(fact);
      entry.value =
          dsl::format_value(*value.value, input.program.fact(fact).type, input.program.types());
      if (value.span) entry.location = location_of(*value.span, input.sources);
      entry.packs.push_back({pack.name, pack.title});
    }
  }
  std::vector<UncoveredEntry> entries;
  for (auto& [fact, entry] : by_fact) {
    // What a single pack goes by is its own scope; several make a choice among them.
    if (entry.packs.size() < 2) continue;
    if (!covered[fact]) entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace checker
