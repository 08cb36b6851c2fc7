// Where a run of words may be broken into lines: the parts that it falls into at its loosest
// joints. Told from the words alone, so that a new form of expression is at worst broken less well.
#pragma once

#include <cstddef>
#include <vector>

#include "dsl/syntax/tokens.h"

namespace dsl {

// Half-open, of tokens.
struct Range {
  std::size_t first = 0;
  std::size_t last = 0;

  bool empty() const { return first == last; }
};

struct Parts {
  // The first token of every part; the first part begins with the range.
  std::vector<std::size_t> starts;
  // Words that open each part and belong to what is left of it: 1 for `and`, 0 after a comma.
  std::size_t opening_words = 0;
  // How far lines that go on stand to the right of the first.
  std::size_t indent = 0;
  // `if`, `then` and `else`: all on lines of their own or none.
  bool all_or_none = false;
  // Parts that begin a line wherever the last one ended.
  std::vector<std::size_t> on_own_lines;

  bool has_several() const { return starts.size() > 1; }
};

// One part when the range cannot be broken.
Parts loosest_parts(const std::vector<Token>& tokens, Range range);

// The `)` of the `(` at `open`; the end of the range when there is none.
std::size_t closing_bracket(const std::vector<Token>& tokens, std::size_t open, std::size_t end);

// A line break before it that the writer made stays: it says what belongs together.
bool keeps_break(const std::vector<Token>& tokens, std::size_t index);

}  // namespace dsl
