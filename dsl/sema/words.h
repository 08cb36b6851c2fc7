// The fixed words of clauses, each list once: effects and degrees of confidence.
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
inline constexpr std::array<std::string_view, 2> kConfidenceWords = {"verified", "recalled"};

std::string_view effect_word(Effect effect);
std::optional<Effect> parse_effect(std::string_view word);

std::string_view confidence_word(Confidence confidence);
std::optional<Confidence> parse_confidence(std::string_view word);

}  // namespace dsl
