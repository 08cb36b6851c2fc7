// The value that a design would have to state to be free of a conflict.
#pragma once

#include <optional>

#include "checker/eval/verdict.h"
#include "checker/report/report.h"

namespace checker {

// The limit in the place of the one stated value that falls short of it. It has been tried: the
// text with it can be read, its facts agree, and the norm does not conflict. nullopt where there is
// no such value, or none that is the nearest (`more than`), or none that can be written exactly.
// The design must be what its file says, without facts from elsewhere.
std::optional<Repair> repair_of(const Verdict& verdict, const ReportInput& input);

}  // namespace checker
