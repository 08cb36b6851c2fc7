// What `leeway lint` found, for people and for programs.
#pragma once

#include <ostream>
#include <span>

#include "dsl/diagnostics/render_text.h"
#include "dsl/lint/lint.h"
#include "dsl/text/source_file.h"

namespace checker {

// Each finding with its line, and last a line that counts them.
void write_findings_text(std::ostream& out, std::span<const dsl::Finding> findings,
                         const dsl::SourceMap& sources, const dsl::TextStyle& style);

// An object with the list `findings`; each has `code`, `name`, `severity`, `message`, `help` (or
// null), `file`, `line`, `column` and `mechanical`, whether --fix mends it.
void write_findings_json(std::ostream& out, std::span<const dsl::Finding> findings,
                         const dsl::SourceMap& sources);

}  // namespace checker
