#include "checker/eval/decision.h"

namespace checker {
namespace {

bool can_fail(const dsl::Norm& norm, const FailOn& fail_on) {
  return binds(norm) && fail_on.effects.contains(norm.effect);
}

}  // namespace

bool binds(const dsl::Norm& norm) {
  return norm.kind != dsl::NormKind::Enablement && norm.kind != dsl::NormKind::Principle;
}

Totals count(const std::vector<Verdict>& verdicts) {
  Totals totals;
  for (const Verdict& verdict : verdicts) {
    ++totals.by_outcome.at(static_cast<std::size_t>(verdict.outcome));
    ++totals.norms;
  }
  return totals;
}

Decision decide_run(const dsl::Program& program, const std::vector<Verdict>& verdicts,
                    const FailOn& fail_on) {
  bool applied = false;
  bool undecided = false;
  for (const Verdict& verdict : verdicts) {
    const dsl::Norm& norm = program.norm(verdict.norm);
    for (const VerdictPart& part : verdict.parts) {
      if (part.outcome == Outcome::DoesNotApply) continue;
      applied = applied || binds(norm);
      if (!can_fail(norm, fail_on)) continue;
      if (part.outcome == Outcome::Conflict && !fail_on.known.contains(norm.name)) {
        return Decision::Conflict;
      }
      undecided = undecided || is_undecided(part.outcome);
    }
  }
  if (undecided) return Decision::Undecided;
  return applied ? Decision::Clear : Decision::NothingApplies;
}

std::string_view decision_word(Decision decision) {
  switch (decision) {
    case Decision::Clear: return "clear";
    case Decision::Undecided: return "undecided";
    case Decision::Conflict: return "conflict";
    case Decision::NothingApplies: return "nothing_applies";
  }
  return {};
}

}  // namespace checker
