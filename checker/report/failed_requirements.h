// Which of a norm's requirements a design fails.
#pragma once

#include <vector>

#include "checker/report/report.h"

namespace checker {

// For a part that fails; conditions joined with `and` stand one by one.
std::vector<RequirementEntry> failed_requirements(const VerdictPart& part,
                                                  const ReportInput& input);

}  // namespace checker
