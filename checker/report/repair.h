// The value that a design would have to state to be free of a conflict.
#pragma once

#include <optional>

#include "checker/eval/verdict.h"
#include "checker/report/report.h"

namespace checker {

// The limit in the place of the one stated value that falls short of it. It has been tried: with
// it, the norm does not conflict, and the facts do not contradict each other. nullopt where there
// is no such value, or none that is the nearest (`more than`), or none that can be written exactly.
std::optional<Repair> repair_of(const Verdict& verdict, const ReportInput& input);

}  // namespace checker
