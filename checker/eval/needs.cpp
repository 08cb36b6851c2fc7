#include "checker/eval/needs.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace checker {
namespace {

using dsl::Truth;
using dsl::TypeKind;
using dsl::Value;

// A missing fact or judgment with the values it may take; nullopt is "stated as absent".
struct Candidate {
  Cause cause;
  std::vector<std::optional<Value>> values;
};

std::vector<std::optional<Value>> possible_values(const Cause& cause, const dsl::Program& program) {
  std::vector<std::optional<Value>> yes_no = {Value(false), Value(true)};
  if (cause.kind == CauseKind::Judgment) return yes_no;
  if (cause.kind == CauseKind::Reading) {
    const auto& readings = program.typed().definitions[cause.judgment].readings;
    std::vector<std::optional<Value>> all;
    for (std::size_t i = 0; i < readings.size(); ++i) {
      all.emplace_back(dsl::Rational(static_cast<std::int64_t>(i)));
    }
    return all;
  }
  if (cause.kind != CauseKind::NotStated && cause.kind != CauseKind::StatedUnknown) return {};
  const dsl::Type& type = program.fact(cause.fact.fact).type;
  if (type.is_set) return {};
  if (type.kind == TypeKind::Boolean) return yes_no;
  if (type.kind != TypeKind::Choice) return {};
  std::vector<std::optional<Value>> values = {std::nullopt};
  const std::size_t count = program.types().choice(type.choice).values.size();
  for (std::size_t i = 0; i < count; ++i) {
    values.emplace_back(dsl::ChoiceValue{static_cast<std::uint16_t>(i)});
  }
  return values;
}

std::vector<Candidate> candidates(const Causes& causes, const dsl::Program& program) {
  std::vector<Candidate> all;
  for (const Cause& cause : causes) {
    auto values = possible_values(cause, program);
    if (!values.empty()) all.push_back({cause, std::move(values)});
  }
  std::stable_sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) {
    return a.values.size() < b.values.size();
  });
  std::size_t product = 1;
  std::size_t kept = 0;
  while (kept < all.size() && product * all[kept].values.size() <= kMaxCombinations) {
    product *= all[kept++].values.size();
  }
  all.resize(kept);
  return all;
}

// Assumes the values of one combination for all candidates but `left_open`, if that is given.
void assume(std::size_t combination, const std::vector<Candidate>& candidates, Evaluator& evaluator,
            const Candidate* left_open = nullptr) {
  for (const Candidate& candidate : candidates) {
    if (&candidate != left_open) {
      evaluator.assume(candidate.cause, candidate.values[combination % candidate.values.size()]);
    }
    combination /= candidate.values.size();
  }
}

// Asks the question under every combination, the first candidate's values changing fastest, until
// `goes_on` gives false for an outcome.
template <typename GoesOn>
void try_out(const std::vector<Candidate>& candidates, Evaluator& evaluator,
             const std::function<Evaluated()>& question, const GoesOn& goes_on) {
  const Evaluator::Assumptions outside = evaluator.assumptions();
  std::size_t total = 1;
  for (const Candidate& candidate : candidates) total *= candidate.values.size();
  for (std::size_t combination = 0; combination < total; ++combination) {
    assume(combination, candidates, evaluator);
    if (!goes_on(question())) break;
  }
  evaluator.restore(outside);
}

// Whether two combinations that differ in one candidate alone come out differently.
bool matters(std::size_t stride, std::size_t values, const std::vector<Evaluated>& outcomes) {
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    if ((i / stride) % values == 0) continue;
    const std::size_t base = i - ((i / stride) % values) * stride;
    if (truth_of(outcomes[i]) != truth_of(outcomes[base]) ||
        outcomes[i].causes != outcomes[base].causes) {
      return true;
    }
  }
  return false;
}

// Whether an outcome that stays open, whatever the candidate is, hangs on it nevertheless: what
// cannot be tried out may hide it, as `n` hides `a` in `if n at least 5 then a else not a`.
bool is_hidden(const Candidate& candidate, std::size_t stride,
               const std::vector<Candidate>& candidates, const std::vector<Evaluated>& outcomes,
               Evaluator& evaluator, const std::function<Evaluated()>& question) {
  const Evaluator::Assumptions outside = evaluator.assumptions();
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    if (outcomes[i].known() || (i / stride) % candidate.values.size() != 0) continue;
    assume(i, candidates, evaluator, &candidate);
    const Causes causes = question().causes;
    evaluator.restore(outside);
    if (std::binary_search(causes.begin(), causes.end(), candidate.cause)) return true;
  }
  return false;
}

// A calculation that fails under some combinations and not under others: no fault of the design, as
// long as nobody has said that it is so.
bool fails_now_and_then(const Cause& cause, const std::vector<Evaluated>& outcomes) {
  if (cause.kind != CauseKind::Overflow && cause.kind != CauseKind::DivisionByZero) return false;
  return !std::all_of(outcomes.begin(), outcomes.end(), [&cause](const Evaluated& outcome) {
    return std::binary_search(outcome.causes.begin(), outcome.causes.end(), cause);
  });
}

bool is_known_absence(const Cause& cause) {
  return cause.kind == CauseKind::Absent || cause.kind == CauseKind::NotApplicable;
}

}  // namespace

Decided decide(Evaluator& evaluator, const std::function<Evaluated()>& question,
               const Evaluated& first) {
  if (first.known()) return {truth_of(first), {}};
  const std::vector<Candidate> tried = candidates(first.causes, evaluator.program());
  if (tried.empty()) return {Truth::Unknown, first.causes};
  std::vector<Evaluated> outcomes;
  try_out(tried, evaluator, question, [&](Evaluated outcome) {
    outcomes.push_back(std::move(outcome));
    return true;
  });
  const Truth common = truth_of(outcomes.front());
  const bool agree = std::all_of(outcomes.begin(), outcomes.end(), [&](const Evaluated& outcome) {
    return truth_of(outcome) == common;
  });
  if (agree && common != Truth::Unknown) return {common, {}};
  Decided decided;
  std::size_t stride = 1;
  for (const Candidate& candidate : tried) {
    if (matters(stride, candidate.values.size(), outcomes) ||
        is_hidden(candidate, stride, tried, outcomes, evaluator, question)) {
      merge(decided.needs, {candidate.cause});
    }
    stride *= candidate.values.size();
  }
  // What is left unknown in some combination: facts that were not tried out. An assumed absence
  // that a calculation cannot use is no new need.
  for (const Evaluated& outcome : outcomes) {
    for (const Cause& cause : outcome.causes) {
      const bool assumed = std::any_of(tried.begin(), tried.end(), [&](const Candidate& candidate) {
        return is_known_absence(cause) && candidate.cause.fact == cause.fact;
      });
      if (!assumed && !fails_now_and_then(cause, outcomes)) merge(decided.needs, {cause});
    }
  }
  return decided;
}

Decided decide(Evaluator& evaluator, const std::function<Evaluated()>& question) {
  return decide(evaluator, question, question());
}

Truth decided_truth(Evaluator& evaluator, const std::function<Evaluated()>& question,
                    const Evaluated& first) {
  if (first.known()) return truth_of(first);
  const std::vector<Candidate> tried = candidates(first.causes, evaluator.program());
  if (tried.empty()) return Truth::Unknown;
  std::optional<Truth> common;
  try_out(tried, evaluator, question, [&](const Evaluated& outcome) {
    const Truth truth = truth_of(outcome);
    common = !common || *common == truth ? truth : Truth::Unknown;
    return *common != Truth::Unknown;
  });
  return *common;
}

}  // namespace checker
