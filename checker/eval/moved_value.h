// Values a step away from a value: what a slip of the pen makes of it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dsl/core/value.h"
#include "dsl/sema/typed_program.h"

namespace checker {

// One unit of its own up and down: a minute, a calendar day, a percentage point, one of the unit in
// which a quantity is shown, a grade. A set of grades is made longer and shorter at both its ends.
// Empty for values without steps.
std::vector<dsl::Value> moved_values(const dsl::Value& value, const dsl::Type& type,
                                     const dsl::TypeTables& types);

// A day of the year as DayInYear and WeekdayInYear hold it (dsl/sema/typed_program.h), moved by a
// day of the month in a year of 365 days, or by a day of the week.
std::uint32_t moved_day_in_year(dsl::Op op, std::uint32_t day, int step);
std::string day_in_year_text(dsl::Op op, std::uint32_t day);  // `August 23`, `last Friday in May`

}  // namespace checker
