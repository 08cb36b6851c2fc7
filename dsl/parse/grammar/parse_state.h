// What one run of the parser keeps beside the tree: the text, the errors and the way out of them.
#pragma once

#include <optional>
#include <string_view>

#include "dsl/diagnostics/diagnostics.h"
#include "dsl/parse/grammar/scan.h"
#include "dsl/text/source_file.h"

namespace dsl::grammar {

class ParseState {
 public:
  ParseState(const SourceFile& file, Diagnostics& diagnostics);

  // Behind a byte order mark, if there is one.
  Iterator begin() const { return begin_; }
  Iterator end() const { return end_; }
  Span span(Iterator first, Iterator last) const;

  // Reports unless the file already has its fill of errors; then nullopt, and the error is counted.
  template <typename... Args>
  std::optional<Diagnostics::Builder> report(DiagnosticKind kind, Span span, const Args&... args) {
    if (!may_report(span)) return std::nullopt;
    return diagnostics_.report(kind, span, args...);
  }

  // Says how many errors were only counted.
  void report_rest();

  // The first character of the clause or declaration that is being read, and of the one before.
  Iterator start = nullptr;
  Iterator previous_start = nullptr;
  // Set when reading it failed: where its text ends, and reading can go on. Taken by the parser
  // that makes the broken node.
  std::optional<Iterator> recovery;
  // Nested expressions around this place.
  int depth = 0;
  // Signs `+ - * /` in the clause so far.
  int operations = 0;

 private:
  bool may_report(Span span);

  Iterator file_begin_;
  Iterator begin_;
  Iterator end_;
  std::uint32_t file_;
  Diagnostics& diagnostics_;
  std::size_t errors_ = 0;
  Span first_unreported_;
};

}  // namespace dsl::grammar
