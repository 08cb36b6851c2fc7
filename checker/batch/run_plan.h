// A plan over a block: the verdicts of its designs, and which of them are left to the evaluator.
#pragma once

#include <array>
#include <vector>

#include "checker/batch/run_nodes.h"
#include "checker/eval/verdict.h"

namespace checker::batch {

// Of one norm, for each outcome the designs that have it.
struct NormOutcomes {
  std::array<Mask, kOutcomeCount> by_outcome{};
  Mask left{};  // to the evaluator: they have no outcome yet

  Mask& of(Outcome outcome) { return by_outcome[static_cast<std::size_t>(outcome)]; }
  const Mask& of(Outcome outcome) const { return by_outcome[static_cast<std::size_t>(outcome)]; }
};

// Adds the outcomes of the designs in `active` to `outcomes`, which has one entry for each norm of
// the program. `disagree` gets the designs of which some facts may contradict each other.
void run_plan(const dsl::Program& program, const Layout& layout, const Plan& plan,
              const Block& block, const Mask& active, Workspace& workspace,
              std::vector<NormOutcomes>& outcomes, Mask& disagree);

}  // namespace checker::batch
