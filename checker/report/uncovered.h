// What a design says that no pack in use is for: a state whose rules nobody has written down yet.
#pragma once

#include <vector>

#include "checker/report/report.h"

namespace checker {

// Choices that the design states and that some packs go by, where every pack that goes by the
// choice is out of scope. In the order of the vocabulary.
std::vector<UncoveredEntry> uncovered(const ReportInput& input);

}  // namespace checker
