// Source texts by number: every span names its file by the index handed out here.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/text/span.h"

namespace dsl {

// One text and the name under which messages speak of it. Texts larger than 4 GiB are refused by
// whoever loads them; offsets are 32 bits.
struct SourceFile {
  std::uint32_t id = 0;
  std::string name;
  std::string text;
};

// A place as people count it: both start at 1; columns count Unicode code points.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;

  friend bool operator==(const LineColumn&, const LineColumn&) = default;
};

// All texts of one run. References to files stay valid while the map lives.
class SourceMap {
 public:
  const SourceFile& add(std::string name, std::string text);

  const SourceFile& file(std::uint32_t id) const { return entries_[id].file; }
  std::size_t size() const { return entries_.size(); }

  LineColumn locate(std::uint32_t file, std::uint32_t offset) const;

  // The text of a line, 1-based, without its line break.
  std::string_view line(std::uint32_t file, std::uint32_t number) const;

  std::string_view text(Span span) const;

 private:
  struct Entry {
    SourceFile file;
    std::vector<std::uint32_t> line_starts;
  };
  std::deque<Entry> entries_;
};

}  // namespace dsl
