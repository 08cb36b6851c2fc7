// Facts that a design states and that its other facts also give: the two must agree.
#pragma once

#include "checker/design/design.h"
#include "dsl/diagnostics/diagnostics.h"
#include "dsl/program/program.h"

namespace checker {

// Warns (W0510) at every stated fact whose `computed as` comes out otherwise.
void check_consistency(const dsl::Program& program, const Design& design, dsl::Date as_of,
                       dsl::Diagnostics& diagnostics);

}  // namespace checker
