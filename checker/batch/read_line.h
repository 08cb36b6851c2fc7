// A design on one line of JSON straight into its place in a block, by simdjson.
//
// Only what is plainly a design is read so. Whatever else stands there, right or wrong, is left to
// the reader of documents (checker/design), so that both give the same facts and the same messages.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "checker/batch/block.h"

namespace checker::batch {

// So many bytes behind a line must be there to read; what they are does not matter.
inline constexpr std::size_t kLinePadding = 128;

struct LineHeader {
  std::string_view name;  // as JSON writes it, with its quotes; empty: not stated
  std::optional<dsl::Date> opens;
  std::optional<dsl::Date> as_of;
};

class LineReader {
 public:
  LineReader(const dsl::Program& program, const Layout& layout);
  ~LineReader();

  // nullopt: the line has to be read as a document; then nothing is set in the block.
  std::optional<LineHeader> read(std::string_view line, Block& block, std::size_t place);

 private:
  class Reading;
  std::unique_ptr<Reading> reading_;
};

}  // namespace checker::batch
