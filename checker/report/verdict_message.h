// One verdict told by itself, as an annotation or a test result tells it.
#pragma once

#include <string>
#include <vector>

#include "checker/report/verdict_lines.h"

namespace checker {

// "blocked, for grades 9..12", "cannot tell"
std::string status_text(const VerdictEntry& verdict);

// The title and the status: "Enough days: blocked, for grades 9..12"
std::string headline(const VerdictEntry& verdict);

// What there is to know of it, by its outcome.
Lines message_lines(const VerdictEntry& verdict);

// The lines as plain text, each with its label.
std::string plain_text(const Lines& lines);

// The lines of the design on which the verdict hangs, the one that decides it first. Empty where
// the design says nothing that it reads.
std::vector<Location> design_places(const VerdictEntry& verdict);

// The first of such places; where there is none, the design's first line.
Location main_place(const std::vector<Location>& places, const Report& report);

}  // namespace checker
