// The report as annotations of a pull request: the commands that GitHub reads from a log.
#pragma once

#include <ostream>

#include "checker/report/run_report.h"

namespace checker {

// GitHub shows ten of each kind (error, warning, notice) and drops the rest unseen, so that no more
// are written; the tenth counts what is left.
inline constexpr std::size_t kMostAnnotations = 10;

void write_github(std::ostream& out, const RunReport& run, const ReportStyle& style);

}  // namespace checker
