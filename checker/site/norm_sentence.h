// A norm as one plain English sentence that leaves no condition out.
#pragma once

#include "checker/site/page.h"
#include "checker/site/places.h"

namespace checker::site {

Prose sentence_of(dsl::NormId norm, const Rules& rules);

// "60 calendar days": an amount in base units.
std::string amount_in_words(const dsl::Rational& amount, dsl::UnitId unit,
                            const dsl::Program& program);

}  // namespace checker::site
