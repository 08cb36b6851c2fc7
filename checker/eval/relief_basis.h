// What the rules say of a relief on record: whether they let it be granted as it was.
#pragma once

#include <vector>

#include "checker/design/design.h"
#include "checker/eval/parties.h"

namespace checker {

enum class ReliefSupport : std::uint8_t {
  Given,       // the rules let it be granted so
  OutOfTime,   // they do, but not on the day from which the record counts
  OtherFacts,  // they do, under a condition that does not hold for this design
  NotNamed,    // they name none by this granter
};

struct ReliefBasis {
  ReliefSupport support{};
  std::vector<ReliefRouteHere> routes;  // Given: each may be what was granted
  dsl::ReliefId declared;               // OutOfTime: the relief whose time it is
};

// Of a record that names a norm or a declared relief of the loaded rules. What was granted while a
// relief was in force may go on after it, so its first day decides; without one, the date of the
// evaluator. Whether what was granted reaches a norm is not asked.
ReliefBasis basis_of(Evaluator& evaluator, const Relief& record);

// The declared relief that says it cannot reach the norm, so that a record does nothing for it: the
// one that the record names; where it names the norm, one by its granter, if the rules name no
// other by that granter. Invalid where there is none. A pack that is not about the design has no
// say over a record that names the norm; other conditions and days are not asked.
dsl::ReliefId out_of_reach_of(Evaluator& evaluator, const Relief& record, dsl::NormId norm);

}  // namespace checker
