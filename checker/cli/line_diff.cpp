// Myers, "An O(ND) difference algorithm and its variations" (1986): the shortest way from one text
// to the other, found by going as far as possible with every number of edits.
#include "checker/cli/line_diff.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace checker {
namespace {

using Lines = std::vector<std::string_view>;
using Index = std::ptrdiff_t;

constexpr Index kContext = 3;
// Texts that differ by more are shown as replaced whole, which is what they are to a reader.
constexpr Index kMostEdits = 3'000;

// The last line of a text without a line break at its end is told from one with.
Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

struct Edit {
  char sign;  // ' ', '-' or '+'
  std::string_view line;
};

class Comparison {
 public:
  Comparison(const Lines& before, const Lines& after) : before_(before), after_(after) {}

  std::vector<Edit> run() {
    const Index count = find_way();
    std::vector<Edit> edits = count < 0 ? replaced() : walked_back(count);
    std::reverse(edits.begin(), edits.end());
    return edits;
  }

 private:
  Index size_before() const { return static_cast<Index>(before_.size()); }
  Index size_after() const { return static_cast<Index>(after_.size()); }
  const std::string_view& before(Index i) const { return before_[static_cast<std::size_t>(i)]; }
  const std::string_view& after(Index i) const { return after_[static_cast<std::size_t>(i)]; }

  // With `count` edits, on the diagonal `k` (lines gone minus lines come): the furthest line
  // before. Each diagonal of a round comes from a neighbor of the round before.
  static Index furthest(const std::vector<Index>& round, Index k) {
    const Index reach = (static_cast<Index>(round.size()) - 1) / 2;
    return k < -reach || k > reach ? -1 : round[static_cast<std::size_t>(k + reach)];
  }
  static bool comes_from_above(const std::vector<Index>& last, Index count, Index k) {
    return k == -count || (k != count && furthest(last, k - 1) < furthest(last, k + 1));
  }

  // The number of edits; negative when there are too many.
  Index find_way() {
    for (Index count = 0; count <= kMostEdits; ++count) {
      std::vector<Index> round(static_cast<std::size_t>(2 * count + 1), -1);
      for (Index k = -count; k <= count; k += 2) {
        Index x = 0;
        if (count > 0) {
          const auto& last = rounds_.back();
          x = comes_from_above(last, count, k) ? furthest(last, k + 1) : furthest(last, k - 1) + 1;
        }
        Index y = x - k;
        while (x < size_before() && y < size_after() && before(x) == after(y)) ++x, ++y;
        round[static_cast<std::size_t>(k + count)] = x;
        if (x >= size_before() && y >= size_after()) return count;
      }
      rounds_.push_back(std::move(round));
    }
    return -1;
  }

  // From the last line to the first.
  std::vector<Edit> walked_back(Index count) const {
    std::vector<Edit> edits;
    Index x = size_before();
    Index y = size_after();
    for (; count > 0; --count) {
      const auto& last = rounds_[static_cast<std::size_t>(count - 1)];
      const Index k = x - y;
      const bool from_above = comes_from_above(last, count, k);
      const Index from_x = furthest(last, from_above ? k + 1 : k - 1);
      const Index from_y = from_x - (from_above ? k + 1 : k - 1);
      for (; x > from_x && y > from_y; --y) edits.push_back({' ', before(--x)});
      edits.push_back(from_above ? Edit{'+', after(--y)} : Edit{'-', before(--x)});
    }
    while (x > 0) edits.push_back({' ', before(--x)});
    return edits;
  }

  std::vector<Edit> replaced() const {
    std::vector<Edit> edits;
    for (Index y = size_after(); y > 0; --y) edits.push_back({'+', after(y - 1)});
    for (Index x = size_before(); x > 0; --x) edits.push_back({'-', before(x - 1)});
    return edits;
  }

  const Lines& before_;
  const Lines& after_;
  std::vector<std::vector<Index>> rounds_;
};

std::string place(std::size_t first, std::size_t count) {
  // An empty stretch is named by the line before it.
  return std::to_string(count == 0 ? first : first + 1) + "," + std::to_string(count);
}

std::string hunk(const std::vector<Edit>& edits, std::size_t begin, std::size_t end) {
  const auto without = [&edits](std::size_t from, std::size_t to, char sign) {
    return static_cast<std::size_t>(std::count_if(
        edits.begin() + static_cast<Index>(from), edits.begin() + static_cast<Index>(to),
        [sign](const Edit& edit) { return edit.sign != sign; }));
  };
  std::string text = "@@ -" + place(without(0, begin, '+'), without(begin, end, '+')) + " +" +
                     place(without(0, begin, '-'), without(begin, end, '-')) + " @@\n";
  for (std::size_t i = begin; i < end; ++i) {
    text += edits[i].sign;
    text += edits[i].line;
    if (!edits[i].line.ends_with('\n')) text += "\n\\ No newline at end of file\n";
  }
  return text;
}

}  // namespace

std::string unified_diff(std::string_view name, std::string_view before, std::string_view after) {
  if (before == after) return {};
  const Lines old_lines = lines_of(before);
  const Lines new_lines = lines_of(after);
  const std::vector<Edit> edits = Comparison(old_lines, new_lines).run();
  std::string text = "--- " + std::string(name) + "\n+++ " + std::string(name) + "\n";
  const auto context = static_cast<std::size_t>(kContext);
  std::size_t begin = 0;
  while (begin < edits.size()) {
    if (edits[begin].sign == ' ') {
      ++begin;
      continue;
    }
    // Changes whose surroundings meet share a hunk.
    std::size_t last = begin;
    for (std::size_t i = begin; i < edits.size() && i <= last + 2 * context + 1; ++i) {
      if (edits[i].sign != ' ') last = i;
    }
    const std::size_t end = std::min(last + context + 1, edits.size());
    text += hunk(edits, begin > context ? begin - context : 0, end);
    begin = end;
  }
  return text;
}

}  // namespace checker
