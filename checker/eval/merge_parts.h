// Parts of a verdict that say the same of several instances become one.
#pragma once

#include "checker/eval/verdict.h"

namespace checker {

// Merges the part into one that is alike, or appends it.
void add_part(Verdict& verdict, VerdictPart part);

}  // namespace checker
