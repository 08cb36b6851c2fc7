// Numbers with and without a unit, by the type of their fact.
#pragma once

#include <optional>

#include "checker/design/read_value.h"

namespace checker {

// A count, a percentage or a quantity in base units; nullopt after an error.
std::optional<dsl::Value> read_amount(const DocumentNode& node, const ValueSlot& slot);

}  // namespace checker
