// Which of a norm's requirements a design fails, and the facts that decided it.
#pragma once

#include <vector>

#include "checker/report/reach.h"
#include "checker/report/report.h"

namespace checker {

struct FailedRequirements {
  std::vector<RequirementEntry> entries;
  Reach reach;  // what they read
};

// For a part that fails; conditions joined with `and` stand one by one.
FailedRequirements failed_requirements(const VerdictPart& part, const ReportInput& input);

}  // namespace checker
