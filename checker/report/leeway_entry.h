// A leeway in words, with the lines that it comes from.
#pragma once

#include "checker/report/report.h"

namespace checker {

// `leeway` is the part's, or that of one of its alternatives.
LeewayEntry leeway_entry(const Leeway& leeway, const VerdictPart& part, const ReportInput& input);

}  // namespace checker
