// How the verdict of a failed expectation came about, short enough to stand below its error.
#pragma once

#include <string>

#include "checker/eval/rule_test.h"
#include "checker/report/write_explanation.h"

namespace checker {

// Lines shown of one derivation; what is cut is counted.
inline constexpr std::size_t kMaxFailureLines = 40;

// The derivation that `leeway explain` prints, of one grade or record where the norm runs over
// them.
std::string failure_details(const TestFailure& failure, const ExplanationContext& context,
                            const TextStyle& style);

}  // namespace checker
