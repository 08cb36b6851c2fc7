// How long what somebody grants lasts.
#pragma once

#include <optional>

#include "dsl/core/date.h"
#include "dsl/core/rational.h"
#include "dsl/core/unit.h"

namespace dsl {

// The last day of a term that begins on `first`: 5 years from July 1, 2026 end on June 30, 2031.
// Years and months are those of the calendar, weeks have seven days; a month that lacks the day
// ends it on its last. nullopt where the term is no whole number of one of these, or ends past the
// year 9999.
std::optional<Date> last_day_of_term(Date first, const Rational& amount, const Unit& unit,
                                     const UnitTable& units);

}  // namespace dsl
