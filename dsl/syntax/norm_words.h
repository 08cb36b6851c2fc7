// The words that norms are declared with, one a kind.
#pragma once

#include <array>
#include <string_view>

#include "dsl/syntax/ast.h"

namespace dsl::ast {

// In the order of NormKind.
inline constexpr std::array<std::string_view, 6> kNormKindWords = {
    "regulation", "agreement", "practice", "approval", "enablement", "principle"};

constexpr std::string_view kind_word(NormKind kind) {
  return kNormKindWords.at(static_cast<std::size_t>(kind));
}

}  // namespace dsl::ast
