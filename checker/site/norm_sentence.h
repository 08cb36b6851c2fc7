// A norm as one plain English sentence that leaves no condition out.
#pragma once

#include "checker/site/page.h"
#include "checker/site/places.h"

namespace checker::site {

Prose sentence_of(dsl::NormId norm, const Rules& rules);

// "from 2014-07-01 until 2020-06-30", "from 2014-07-01 on"; empty where both ends are open.
std::string period_in_words(const dsl::Period& period);

// "60 calendar days": an amount in base units.
std::string amount_in_words(const dsl::Rational& amount, dsl::UnitId unit,
                            const dsl::Program& program);

}  // namespace checker::site
