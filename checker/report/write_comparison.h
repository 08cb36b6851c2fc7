// A comparison for a terminal and for programs (docs/comparison.schema.json).
#pragma once

#include <ostream>

#include "checker/report/comparison.h"
#include "checker/report/write_text.h"

namespace checker {

inline constexpr int kComparisonSchemaVersion = 1;

void write_comparison_text(std::ostream& out, const Comparison& comparison, const TextStyle& style);
void write_comparison_json(std::ostream& out, const Comparison& comparison);

}  // namespace checker
