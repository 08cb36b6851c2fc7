// The dates on which verdicts may change, and whose.
#pragma once

#include <map>
#include <vector>

#include "checker/design/design.h"
#include "dsl/program/program.h"

namespace checker {

// By date, the norms whose verdict may differ from the day before, in the order of the program;
// for dates after `after`, up to and with `until`. On every other date no verdict changes: rules,
// values and definitions begin and end on the dates written in them, reliefs, approvals and
// determinations on those of the design.
std::map<dsl::Date, std::vector<dsl::NormId>> turning_points(const dsl::Program& program,
                                                             const Design& design, dsl::Date after,
                                                             dsl::Date until);

}  // namespace checker
