// The report as test results: JUnit XML as build servers read it.
#pragma once

#include <ostream>

#include "checker/report/run_report.h"

namespace checker {

// A suite for each pack and design, a case for each norm; docs/reports.md says what becomes of
// what.
void write_junit(std::ostream& out, const RunReport& run, const ReportStyle& style);

}  // namespace checker
