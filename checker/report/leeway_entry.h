// A leeway in words, with the lines that it comes from.
#pragma once

#include "checker/report/report.h"

namespace checker {

// `part` has a leeway.
LeewayEntry leeway_entry(const VerdictPart& part, const ReportInput& input);

}  // namespace checker
