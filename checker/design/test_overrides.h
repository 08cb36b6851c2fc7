// The `with` lines of a rule test, put on top of the design that the test is given.
#pragma once

#include "checker/design/design.h"
#include "dsl/program/program.h"

namespace checker {

// Facts take the test's value, then records are added and changed, each line in its turn; a
// record that is not there is reported (E0602), and what follows it is left out. A relief, approval
// or determination takes the place of what the design has on record for the same norm (and, for a
// determination, by the same stakeholder).
void apply_test_facts(Design& design, const dsl::TestCase& test, const dsl::Program& program,
                      dsl::Diagnostics& diagnostics);

}  // namespace checker
