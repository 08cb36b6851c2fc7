#include "dsl/diagnostics/suggest.h"

#include <algorithm>
#include <iterator>

#include "dsl/text/ascii.h"

namespace dsl {
namespace {

// Damerau-Levenshtein distance, restricted to swaps of neighbours.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
      }
    }
  }
  return cost[a.size()][b.size()];
}

std::string_view last_segment(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? name : name.substr(dot + 1);
}

}  // namespace

std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string>& candidates) {
  const std::size_t limit = std::max<std::size_t>(1, word.size() / 3);
  std::optional<std::string> best;
  std::size_t best_distance = limit + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t longer = std::max(candidate.size(), word.size());
    const std::size_t shorter = std::min(candidate.size(), word.size());
    if (longer - shorter > limit || longer > kLongestWord) continue;
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < best_distance && distance < longer) {
      best_distance = distance;
      best = candidate;
    }
  }
  if (best) return best;
  // `Monday` for `Mon`.
  const bool is_word = std::all_of(word.begin(), word.end(), is_letter);
  for (const std::string& candidate : candidates) {
    const bool is_capital = candidate.size() >= 3 && is_upper(candidate[0]);
    if (is_word && is_capital && word.starts_with(candidate)) return candidate;
  }
  for (const std::string& candidate : candidates) {
    if (last_segment(candidate) == last_segment(word)) return candidate;
  }
  return std::nullopt;
}

std::string suggest(std::string_view word, const std::vector<std::string>& candidates,
                    std::string fallback) {
  if (const auto near = nearest(word, candidates)) return "did you mean `" + *near + "`?";
  return fallback;
}

std::string values_like(std::string_view word, const std::vector<std::string>& values) {
  constexpr std::size_t kFew = 12;
  std::vector<std::string> alike;
  if (values.size() > kFew && !word.empty()) {
    std::copy_if(values.begin(), values.end(), std::back_inserter(alike),
                 [&](const std::string& value) {
                   return !value.empty() && to_upper(value.front()) == to_upper(word.front());
                 });
  }
  if (alike.empty()) return "are " + list_words(values, kFew);
  const std::string begin = "that begin with `" + std::string(1, to_upper(word.front())) + "` ";
  return begin + (alike.size() == 1 ? "are only " : "are ") + list_words(alike, kFew);
}

std::string list_words(const std::vector<std::string>& words, std::size_t limit) {
  std::string text;
  const std::size_t shown = words.size() > limit ? limit : words.size();
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) text += (i + 1 == words.size()) ? " and " : ", ";
    text += "`" + words[i] + "`";
  }
  if (shown < words.size()) text += " and " + std::to_string(words.size() - shown) + " more";
  return text;
}

}  // namespace dsl
