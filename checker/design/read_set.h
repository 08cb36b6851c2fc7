// Grades, and sets of grades, of choices and of names.
#pragma once

#include <optional>
#include <string_view>

#include "checker/design/read_value.h"
#include "dsl/core/grade.h"

namespace checker {

// `9`, `K`; nullopt after an error.
std::optional<dsl::Value> read_grade(const DocumentNode& node, const ValueSlot& slot);

// A list, or a single value. Nullopt after an error, of which there may be several.
std::optional<dsl::Value> read_set(const DocumentNode& node, const ValueSlot& slot);

// `9..12`, `K`, or several of them joined by commas, as a key of a table. Empty after an error.
dsl::GradeSet read_grade_runs(std::string_view text, dsl::Span span, const ValueSlot& slot);

}  // namespace checker
