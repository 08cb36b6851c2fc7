// What is on record for a design: its reliefs, approvals and determinations.
#pragma once

#include <vector>

#include "checker/design/design.h"
#include "checker/design/document.h"
#include "checker/design/read_value.h"

namespace checker {

// Each reads one list of the design format; a record with a fault is reported and left out.
std::vector<Relief> read_reliefs(const DocumentNode& node, const ReadContext& context);
std::vector<ApprovalRecord> read_approvals(const DocumentNode& node, const ReadContext& context);
std::vector<Determination> read_determinations(const DocumentNode& node,
                                               const ReadContext& context);
std::vector<ChosenReading> read_readings(const DocumentNode& node, const ReadContext& context);

}  // namespace checker
