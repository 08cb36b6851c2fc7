// Whether two designs have the same records.
#pragma once

#include "checker/design/design.h"

namespace checker {

// Reliefs, approvals, determinations and readings in their order, without their references. Both
// designs go by the same rules.
bool same_records(const Design& first, const Design& second);

}  // namespace checker
