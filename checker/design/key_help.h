// What a design's keys may be, and what to say about one that is none of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checker/design/document.h"
#include "dsl/diagnostics/diagnostics.h"
#include "dsl/program/program.h"

namespace checker {

// Whether facts stand below this name: `school`, `work.hazard`, `work`.
bool is_group(std::string_view name, const dsl::Program& program);

// E0502 for a key of the design or of a group; its full name has the groups: `calendar.grades`.
void report_unknown_fact(std::string_view full_name, const DocumentEntry& entry,
                         const dsl::Program& program, dsl::Diagnostics& diagnostics);

// E0502 for a key of one record of a list.
void report_unknown_field(dsl::FactId list, const DocumentEntry& entry, const dsl::Program& program,
                          dsl::Diagnostics& diagnostics);

// E0502 for a key where only these may stand.
void report_unknown_key(const DocumentEntry& entry, const std::vector<std::string>& known,
                        dsl::Diagnostics& diagnostics);

// E0503.
void report_duplicate_key(const DocumentEntry& entry, dsl::Span first,
                          dsl::Diagnostics& diagnostics);

}  // namespace checker
