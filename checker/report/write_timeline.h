// The timeline of a design, for a terminal and for programs (docs/timeline.schema.json).
#pragma once

#include <ostream>

#include "checker/report/timeline.h"
#include "checker/report/write_text.h"

namespace checker {

inline constexpr int kTimelineSchemaVersion = 1;

void write_timeline_text(std::ostream& out, const Timeline& timeline, const TextStyle& style);
void write_timeline_json(std::ostream& out, const Timeline& timeline);

}  // namespace checker
