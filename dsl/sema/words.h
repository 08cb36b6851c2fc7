// The fixed words of clauses, each list once: effects, degrees of confidence and verdicts.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "dsl/sema/typed_program.h"

namespace dsl {

// In the order of Effect.
inline constexpr std::array<std::string_view, 4> kEffectWords = {"blocked", "costs", "unrecognised",
                                                                 "pressure"};

// In the order of Confidence.
inline constexpr std::array<std::string_view, 3> kConfidenceWords = {"verified", "recalled",
                                                                     "disputed"};

// What `expect` may say, strongest first: the order of the checker's outcomes.
inline constexpr std::array<std::string_view, 11> kVerdictWords = {
    "conflict", "needs_approval", "needs_judgment", "cannot_tell", "thinned",       "relieved",
    "excepted", "lifted",         "enabled",        "clear",       "does_not_apply"};

std::string_view effect_word(Effect effect);
std::optional<Effect> parse_effect(std::string_view word);

std::string_view confidence_word(Confidence confidence);
std::optional<Confidence> parse_confidence(std::string_view word);

}  // namespace dsl
