#include "checker/eval/verdict.h"

#include <array>

namespace checker {
namespace {

constexpr std::array<std::string_view, kOutcomeCount> kOutcomes = {
    "conflict", "needs_approval", "needs_judgment", "cannot_tell", "thinned",       "relieved",
    "excepted", "lifted",         "enabled",        "clear",       "does_not_apply"};

}  // namespace

std::string_view outcome_word(Outcome outcome) {
  return kOutcomes.at(static_cast<std::size_t>(outcome));
}

std::optional<Outcome> parse_outcome(std::string_view word) {
  for (std::size_t i = 0; i < kOutcomes.size(); ++i) {
    if (kOutcomes.at(i) == word) return static_cast<Outcome>(i);
  }
  return std::nullopt;
}

std::string_view effect_word(dsl::Effect effect) {
  static constexpr std::array<std::string_view, 4> kWords = {"blocked", "costs", "unrecognised",
                                                             "pressure"};
  return kWords.at(static_cast<std::size_t>(effect));
}

std::string_view confidence_word(dsl::Confidence confidence) {
  static constexpr std::array<std::string_view, 3> kWords = {"verified", "recalled", "disputed"};
  return kWords.at(static_cast<std::size_t>(confidence));
}

std::string_view kind_word(dsl::NormKind kind) {
  static constexpr std::array<std::string_view, 6> kWords = {
      "regulation", "agreement", "practice", "approval", "enablement", "principle"};
  return kWords.at(static_cast<std::size_t>(kind));
}

std::string_view reason_word(Reason reason) {
  static constexpr std::array<std::string_view, 12> kWords = {"",
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
                                                              "pending"};
  return kWords.at(static_cast<std::size_t>(reason));
}

}  // namespace checker
