// "Did you mean": the known word nearest to one that was not found.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dsl {

// The candidate with the fewest edits (insert, delete, replace, swap of neighbours), if that is at
// most a third of the word's length and at least 1; among equals the first. For dotted names a
// candidate that differs only in its leading segments also counts.
std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string>& candidates);

// "did you mean `x`?" or, without a near candidate, the fallback.
std::string suggest(std::string_view word, const std::vector<std::string>& candidates,
                    std::string fallback = {});

// `a`, `b` and `c`; past `limit` words "and 4 more".
std::string list_words(const std::vector<std::string>& words, std::size_t limit = 12);

}  // namespace dsl
