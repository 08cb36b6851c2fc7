// The report for programs: JSON after docs/report.schema.json.
#pragma once

#include <ostream>

#include "checker/report/run_report.h"

namespace checker {

inline constexpr int kReportSchemaVersion = 1;

void write_json(std::ostream& out, const RunReport& run);

}  // namespace checker
