// The report for a terminal.
#pragma once

#include <ostream>

#include "checker/report/report.h"
#include "dsl/text/terminal_page.h"

namespace checker {

using dsl::TextStyle;

// `exit_line` closes the report: "exit 1: at least one conflict".
void write_text(std::ostream& out, const Report& report, const TextStyle& style,
                const std::string& exit_line);

// The totals and the exit alone.
void write_totals(std::ostream& out, const Report& report, const TextStyle& style,
                  const std::string& exit_line);

}  // namespace checker
