// What one run of `leeway check` has to tell: everything that a writer is given.
#pragma once

#include <ostream>
#include <span>
#include <string>

#include "checker/report/exit_entry.h"
#include "checker/report/report.h"
#include "checker/report/write_text.h"
#include "dsl/diagnostics/diagnostic.h"

namespace checker {

struct RunReport {
  std::span<const Report> reports;               // one per design that could be read
  std::span<const dsl::Diagnostic> diagnostics;  // of rules and designs
  const dsl::SourceMap& sources;
  ExitEntry exit;
};

// What the command line says of the looks of a report. A writer heeds what concerns it.
struct ReportStyle {
  TextStyle text;
  bool quiet = false;               // text: totals and exit alone
  bool every_norm = false;          // sarif, junit: norms that are clear or do not apply, too
  bool undecided_as_notes = false;  // sarif: at level `note` instead of `none`
};

// The counts of all designs together.
Totals totals_of(std::span<const Report> reports);

}  // namespace checker
