// Grades by their place, and sets of them with one more or one less.
#pragma once

#include "dsl/core/grade.h"

namespace checker {

constexpr bool is_grade_index(int index) { return index >= 0 && index < dsl::kGradeCount; }
constexpr dsl::Grade grade_at(int index) { return {static_cast<std::uint8_t>(index)}; }

constexpr dsl::GradeSet with(dsl::GradeSet grades, dsl::Grade grade) {
  grades.insert(grade);
  return grades;
}
constexpr dsl::GradeSet without(dsl::GradeSet grades, dsl::Grade grade) {
  grades.erase(grade);
  return grades;
}

}  // namespace checker
