// School years, which run from July 1 to June 30, and the classes that graduate in them.
#pragma once

#include <optional>
#include <string_view>

#include "dsl/core/date.h"
#include "dsl/core/grade.h"

namespace dsl {

// The first and the last day of the school year in which the date lies.
Date school_year_start(Date date);
Date school_year_end(Date date);

struct SchoolYear {
  Date first;
  Date last;
};

// `school year 2026-27`, with any blanks between the words; nullopt for anything else, and where
// the second year does not follow the first.
std::optional<SchoolYear> parse_school_year(std::string_view text);

// The year in which those who sit in the grade on the date graduate, if they move up every year:
// grade 12 in the year in which its school year ends.
int class_of(Grade grade, Date date);

// The year in which it began grade 9, or will: 2026 for grade 9 in the school year 2026-27.
int ninth_grade_entry(Grade grade, Date date);

}  // namespace dsl
