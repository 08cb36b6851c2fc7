// Who a norm is between on a design: who enforces it here, who could free the design from it.
#pragma once

#include <cstdint>
#include <vector>

#include "checker/eval/evaluator.h"
#include "dsl/program/program.h"

namespace checker {

// One of a norm's enforcers.
struct EnforcerHere {
  std::uint32_t index = 0;      // into the norm's `enforced`
  bool hangs_on_facts = false;  // whether it is this one cannot be told yet
};

// In the order of the rules; without those that the facts rule out.
std::vector<EnforcerHere> enforcers_here(Evaluator& evaluator, const dsl::Norm& norm);

// A way to be freed from a norm, by one granter.
struct ReliefRouteHere {
  const dsl::ReliefRoute* own = nullptr;  // the norm's own route, or else
  dsl::ReliefId declared;                 // the declared relief that reaches it
  dsl::StakeholderId by;
  bool by_hangs_on_facts = false;
};

// The norm's own routes, then the declared reliefs that reach it on the evaluator's date; without
// granters and reliefs that the facts rule out.
std::vector<ReliefRouteHere> relief_routes_here(Evaluator& evaluator, dsl::NormId id);

}  // namespace checker
