// Which of a norm's requirements a design fails, and the facts that decided it.
#pragma once

#include <vector>

#include "checker/eval/evaluator.h"
#include "checker/report/reach.h"
#include "checker/report/report.h"

namespace checker {

struct FailedRequirements {
  std::vector<RequirementEntry> entries;
  Reach reach;  // what they read
};

// For a part that fails; conditions joined with `and` are looked at one by one. Where a part holds
// several grades or records, all of them fail alike and the first one is looked at.
FailedRequirements failed_requirements(const dsl::Norm& norm, const VerdictPart& part,
                                       const ReportInput& input, Evaluator& evaluator);

}  // namespace checker
