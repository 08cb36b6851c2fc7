#include "checker/eval/verdict.h"

#include <algorithm>
#include <array>

#include "dsl/sema/words.h"

namespace checker {

static_assert(dsl::kVerdictWords.size() == kOutcomeCount);

std::string_view outcome_word(Outcome outcome) {
  return dsl::kVerdictWords.at(static_cast<std::size_t>(outcome));
}

std::optional<Outcome> parse_outcome(std::string_view word) {
  for (std::size_t i = 0; i < dsl::kVerdictWords.size(); ++i) {
    if (dsl::kVerdictWords.at(i) == word) return static_cast<Outcome>(i);
  }
  return std::nullopt;
}

std::string_view reason_word(Reason reason) {
  static constexpr std::array<std::string_view, 13> kWords = {"",
                                                              "not_yet_in_force",
                                                              "no_longer_in_force",
                                                              "out_of_pack",
                                                              "out_of_scope",
                                                              "no_instance",
                                                              "refused",
                                                              "approval_expired",
                                                              "relief_expired",
                                                              "relief_not_yet",
                                                              "suspended",
                                                              "pending",
                                                              "relief_out_of_reach"};
  return kWords.at(static_cast<std::size_t>(reason));
}

Reason out_of_time(const dsl::Norm& norm, dsl::Date as_of) {
  if (norm.in_force.from && as_of < *norm.in_force.from) return Reason::NotYetInForce;
  if (!norm.in_force.contains(as_of)) return Reason::NoLongerInForce;
  const bool suspended = std::any_of(
      norm.suspensions.begin(), norm.suspensions.end(),
      [&](const dsl::Suspension& suspension) { return suspension.period.contains(as_of); });
  return suspended ? Reason::Suspended : Reason::None;
}

}  // namespace checker
