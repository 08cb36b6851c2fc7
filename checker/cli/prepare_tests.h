// The rule tests of a run, each with the design that it starts from and its date.
#pragma once

#include <optional>

#include "checker/eval/rule_test.h"
#include "dsl/diagnostics/diagnostics.h"
#include "dsl/program/program.h"
#include "dsl/text/source_file.h"

namespace checker {

// nullopt after a diagnostic: the design that the test names is missing or has a fault, or the test
// has no date.
std::optional<PreparedTest> prepare_test(const dsl::TestCase& test, const dsl::Program& program,
                                         dsl::SourceMap& sources, dsl::Diagnostics& diagnostics);

}  // namespace checker
