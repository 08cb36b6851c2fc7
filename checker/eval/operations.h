// Operators on known values: arithmetic, comparison, sets. What they cannot do exactly they say.
#pragma once

#include <optional>

#include "checker/eval/evaluated.h"

namespace checker {

// Add, Subtract, Multiply, Divide on numbers, times (minutes) and dates (days). Overflow, division
// by zero and times outside the day come back as unknown with that cause at `expr`.
Evaluated arithmetic(dsl::Op op, const dsl::Value& left, const dsl::Value& right, dsl::ExprId expr);

// Less than 0, 0 or more than 0, as left is less than, equal to or more than right; both of a type
// that has an order.
int compare(const dsl::Value& left, const dsl::Value& right);

// left - right in the unit of the comparison: minutes for times, days for dates. nullopt for
// values without a distance and on overflow.
std::optional<dsl::Rational> distance(const dsl::Value& left, const dsl::Value& right);

// Sets: `member` may be one value or a set of which all must be in.
bool includes(const dsl::Value& set, const dsl::Value& member);
bool overlaps(const dsl::Value& left, const dsl::Value& right);

}  // namespace checker
