// How a fact of a design is named in one line.
#pragma once

#include <string>

#include "checker/eval/evaluated.h"
#include "dsl/program/program.h"

namespace checker {

// `school.state`, `schedule[2].supervision` (counted from 1), `credit.hours(9)`.
std::string fact_path(const FactRef& ref, const dsl::Program& program);

}  // namespace checker
