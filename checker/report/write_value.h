// Values in one line of text.
#pragma once

#include <string>

#include "checker/design/design.h"
#include "checker/eval/evaluated.h"
#include "dsl/program/program.h"

namespace checker {

// The value as the rule language writes it, so that it can be read again: `true`, `64800 minutes
// per year`, `9..12`, `unknown`, `absent`; a list as its number of records.
std::string plain_value(const Evaluated& result, const dsl::Type& type, const dsl::Program& program,
                        const Design& design);

}  // namespace checker
