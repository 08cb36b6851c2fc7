// Records of a design that change nothing: reliefs that no conflict needs, approvals of norms that
// are no approvals.
#pragma once

#include <vector>

#include "checker/design/design.h"
#include "checker/eval/verdict.h"
#include "dsl/diagnostics/diagnostics.h"
#include "dsl/program/program.h"

namespace checker {

// Warns (W0512) at each, and at a relief of which no rule speaks. A relief that has ended, or has
// not begun, is told with its conflict.
void check_records(const dsl::Program& program, const Design& design,
                   const std::vector<Verdict>& verdicts, dsl::Diagnostics& diagnostics);

}  // namespace checker
