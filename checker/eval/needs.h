// Exactly what is missing: the facts whose value can still change a yes/no outcome.
//
// Kleene logic alone says too much: in `a or not a` it cannot tell although `a` does not matter.
// So where an outcome is unknown, the missing facts with few possible values (yes/no, choices,
// judgments) are tried out in all combinations. If all agree, the outcome is decided. A fact that
// never changes it is not needed. Facts with unbounded values (numbers, dates, texts, lists) count
// as needed wherever some combination still hangs on them: an approximation on the side of asking.
#pragma once

#include <functional>
#include <optional>

#include "checker/eval/evaluator.h"

namespace checker {

struct Decided {
  dsl::Truth truth = dsl::Truth::Unknown;
  Causes needs;  // empty unless the truth is unknown
};

// Combinations tried per outcome; past it the facts with the most values stay untried.
inline constexpr std::size_t kMaxCombinations = 512;

// `question` evaluates the outcome; it is asked again under assumptions made in `evaluator` on top
// of those that it has, which it has again at the end.
Decided decide(Evaluator& evaluator, const std::function<Evaluated()>& question);
// The same with the answer that the question has without more assumptions.
Decided decide(Evaluator& evaluator, const std::function<Evaluated()>& question,
               const Evaluated& first);

// The truth that `decide` gives, without what is needed: sooner, since one combination that leaves
// it open or that differs is enough.
dsl::Truth decided_truth(Evaluator& evaluator, const std::function<Evaluated()>& question,
                         const Evaluated& first);

}  // namespace checker
