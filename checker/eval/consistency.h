// Facts of one design that cannot hold together.
#pragma once

#include "checker/design/design.h"
#include "dsl/diagnostics/diagnostics.h"
#include "dsl/program/program.h"

namespace checker {

// Reports an error (E0524) for every `require` of the vocabulary that does not hold. What is
// unknown contradicts nothing.
void check_fact_requirements(const dsl::Program& program, const Design& design, dsl::Date as_of,
                             dsl::Diagnostics& diagnostics);

// As above; and warns (W0510) at every stated fact whose `computed as` comes out otherwise.
void check_consistency(const dsl::Program& program, const Design& design, dsl::Date as_of,
                       dsl::Diagnostics& diagnostics);

}  // namespace checker
