#include "checker/eval/verdict.h"

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

}  // namespace checker
