#include "dsl/sema/words.h"

#include <algorithm>

namespace dsl {
namespace {

// The enumerator whose word it is, by its place in the list.
template <typename Enum, std::size_t Count>
std::optional<Enum> parse(const std::array<std::string_view, Count>& words, std::string_view word) {
  const auto at = std::find(words.begin(), words.end(), word);
  if (at == words.end()) return std::nullopt;
  return static_cast<Enum>(at - words.begin());
}

}  // namespace

std::string_view effect_word(Effect effect) {
  return kEffectWords.at(static_cast<std::size_t>(effect));
}

std::optional<Effect> parse_effect(std::string_view word) {
  return parse<Effect>(kEffectWords, word);
}

std::string_view confidence_word(Confidence confidence) {
  return kConfidenceWords.at(static_cast<std::size_t>(confidence));
}

std::optional<Confidence> parse_confidence(std::string_view word) {
  return parse<Confidence>(kConfidenceWords, word);
}

}  // namespace dsl
