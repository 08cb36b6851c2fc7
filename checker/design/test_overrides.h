// The `with` lines of a rule test, put on top of the design that the test is given.
#pragma once

#include "checker/design/design.h"
#include "dsl/program/program.h"

namespace checker {

// Facts take the test's value. A relief, approval or determination takes the place of what the
// design has on record for the same norm (and, for a determination, by the same stakeholder).
void apply_test_facts(Design& design, const dsl::TestCase& test, const dsl::Program& program);

}  // namespace checker
