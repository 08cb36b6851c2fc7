// Which of the facts that were read for a condition make it false.
#pragma once

#include <vector>

#include "checker/eval/derivation.h"
#include "dsl/program/program.h"

namespace checker {

// For a condition that came out false: the readings of the parts that fail. Of conditions joined by
// `and` and of an `every` those that hold are left out, so that one wrong block of a schedule is
// told without the others. Each reading once, in order of appearance.
std::vector<FactReading> decisive_readings(const Derivation& condition,
                                           const dsl::Program& program);

}  // namespace checker
