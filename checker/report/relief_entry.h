// A relief on record as a report tells it.
#pragma once

#include <string>

#include "checker/eval/evaluator.h"
#include "checker/report/part_entry.h"
#include "checker/report/report.h"

namespace checker {

// Of a record that names a norm or a declared relief of the rules.
ReliefEntry relief_entry(const Relief& record, const ReportInput& input, Evaluator& evaluator);

// Why the record does nothing for the norm, which it cannot reach: "the relief \"Waiver\" by the
// board cannot reach this norm because \"tests stay\"".
std::string out_of_reach_text(const Relief& record, dsl::NormId norm, Evaluator& evaluator);

}  // namespace checker
