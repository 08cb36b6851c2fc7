// Records of a design that do nothing, or that the rules do not bear out: reliefs that no conflict
// needs, that nobody could grant so or for so long; approvals of norms that are no approvals, or
// before those that must come first.
#pragma once

#include <vector>

#include "checker/design/design.h"
#include "checker/eval/verdict.h"
#include "dsl/diagnostics/diagnostics.h"
#include "dsl/program/program.h"

namespace checker {

// Warns at each (W0512, W0526 to W0528). A relief that has ended, has not begun or cannot reach its
// norm is told with its conflict. `verdicts` are those on the date.
void check_records(const dsl::Program& program, const Design& design,
                   const std::vector<Verdict>& verdicts, dsl::Date as_of,
                   dsl::Diagnostics& diagnostics);

}  // namespace checker
