// The report for code-scanning pages and editors: SARIF 2.1.0.
#pragma once

#include <ostream>

#include "checker/report/run_report.h"

namespace checker {

// Norms are rules, verdicts are results; docs/reports.md says what becomes of what.
void write_sarif(std::ostream& out, const RunReport& run, const ReportStyle& style);

}  // namespace checker
