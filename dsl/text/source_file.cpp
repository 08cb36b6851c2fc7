#include "dsl/text/source_file.h"

#include <algorithm>
#include <utility>

#include "dsl/text/utf8.h"

namespace dsl {

const SourceFile& SourceMap::add(std::string name, std::string text) {
  Entry entry;
  entry.file.id = static_cast<std::uint32_t>(entries_.size());
  entry.file.name = std::move(name);
  entry.file.text = std::move(text);
  entry.line_starts.push_back(0);
  const std::string& whole = entry.file.text;
  for (std::size_t at = whole.find('\n'); at != std::string::npos; at = whole.find('\n', at + 1)) {
    entry.line_starts.push_back(static_cast<std::uint32_t>(at + 1));
  }
  entries_.push_back(std::move(entry));
  return entries_.back().file;
}

LineColumn SourceMap::locate(std::uint32_t file, std::uint32_t offset) const {
  const Entry& entry = entries_[file];
  const auto next = std::upper_bound(entry.line_starts.begin(), entry.line_starts.end(), offset);
  const auto start = *(next - 1);
  const std::string_view before = std::string_view(entry.file.text).substr(start, offset - start);
  return {static_cast<std::uint32_t>(next - entry.line_starts.begin()),
          count_code_points(before) + 1};
}

std::string_view SourceMap::line(std::uint32_t file, std::uint32_t number) const {
  const Entry& entry = entries_[file];
  if (number == 0 || number > entry.line_starts.size()) return {};
  const std::uint32_t begin = entry.line_starts[number - 1];
  std::string_view rest = std::string_view(entry.file.text).substr(begin);
  rest = rest.substr(0, rest.find('\n'));
  if (!rest.empty() && rest.back() == '\r') rest.remove_suffix(1);
  return rest;
}

std::string_view SourceMap::text(Span span) const {
  return std::string_view(entries_[span.file].file.text).substr(span.begin, span.end - span.begin);
}

}  // namespace dsl
