// The report for programs: JSON after docs/report.schema.json.
#pragma once

#include <ostream>
#include <span>
#include <vector>

#include "checker/report/exit_entry.h"
#include "checker/report/report.h"
#include "dsl/diagnostics/diagnostic.h"

namespace checker {

inline constexpr int kReportSchemaVersion = 1;

struct JsonInput {
  std::span<const Report> reports;               // one per design that could be read
  std::span<const dsl::Diagnostic> diagnostics;  // of rules and designs
  const dsl::SourceMap& sources;
  ExitEntry exit;
};

void write_json(std::ostream& out, const JsonInput& input);

}  // namespace checker
