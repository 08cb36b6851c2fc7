// A span is a half-open byte range of one source file; lines and columns are worked out only to
// print.
#pragma once

#include <cstdint>

namespace dsl {

struct Span {
  std::uint32_t file = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend bool operator==(const Span&, const Span&) = default;
};

// The smallest span that holds both; they must lie in one file.
constexpr Span join(Span a, Span b) {
  return {a.file, a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

}  // namespace dsl
