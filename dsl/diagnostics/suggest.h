// "Did you mean": the known word nearest to one that was not found.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dsl/diagnostics/diagnostics.h"

namespace dsl {

// Longer words have no near ones: the search takes the product of both lengths.
inline constexpr std::size_t kLongestWord = 128;
// After so many errors none gets a suggestion: nobody reads it, and the search among all names for
// each unknown one would take the square of the rules' length.
inline constexpr std::size_t kMostErrorsWithSuggestion = 200;

// The candidate with the fewest edits (insert, delete, replace, swap of neighbours), if that is at
// most a third of the word's length and at least 1; among equals the first. For dotted names a
// candidate that differs only in its leading segments also counts.
std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string>& candidates);

// "did you mean `x`?" or, without a near candidate, the fallback.
std::string suggest(std::string_view word, const std::vector<std::string>& candidates,
                    std::string fallback = {});

// The same where there may be as many errors as candidates; `candidates()` gives them.
template <typename Candidates>
std::string suggest_among(const Diagnostics& diagnostics, std::string_view word,
                          const Candidates& candidates, std::string fallback) {
  if (diagnostics.error_count() > kMostErrorsWithSuggestion) return fallback;
  return suggest(word, candidates(), std::move(fallback));
}

// What `word` may be instead: "are `CA`, `IA` and `NY`"; of many values those that begin as it
// does: "that begin with `I` are `ID` and `IA`".
std::string values_like(std::string_view word, const std::vector<std::string>& values);

// `a`, `b` and `c`; past `limit` words "and 4 more".
std::string list_words(const std::vector<std::string>& words, std::size_t limit = 12);

}  // namespace dsl
