// A leeway in words, with the lines that it comes from.
#pragma once

#include "checker/report/report.h"

namespace checker {

// What the design says of the facts that are the compared value themselves, for several records or
// grades several; nothing where the value was worked out.
std::vector<FactReading> compared_readings(const Leeway& leeway, const VerdictPart& part,
                                           const ReportInput& input);

// `leeway` is the part's, or that of one of its alternatives.
LeewayEntry leeway_entry(const Leeway& leeway, const VerdictPart& part, const ReportInput& input);

}  // namespace checker
