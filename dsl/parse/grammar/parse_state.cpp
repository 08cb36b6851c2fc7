#include "dsl/parse/grammar/parse_state.h"

#include "dsl/parse/parse.h"

namespace dsl::grammar {

ParseState::ParseState(const SourceFile& file, Diagnostics& diagnostics)
    : file_begin_(std::string_view(file.text).begin()),
      begin_(file_begin_ + (file.text.starts_with("\xEF\xBB\xBF") ? 3 : 0)),
      end_(std::string_view(file.text).end()),
      file_(file.id),
      diagnostics_(diagnostics) {
  start = begin_;
  previous_start = begin_;
}

Span ParseState::span(Iterator first, Iterator last) const {
  return {file_, static_cast<std::uint32_t>(first - file_begin_),
          static_cast<std::uint32_t>(last - file_begin_)};
}

bool ParseState::may_report(Span span) {
  ++errors_;
  if (errors_ == kMaxErrorsPerFile + 1) first_unreported_ = span;
  return errors_ <= kMaxErrorsPerFile;
}

void ParseState::report_rest() {
  if (errors_ <= kMaxErrorsPerFile) return;
  const std::size_t rest = errors_ - kMaxErrorsPerFile;
  diagnostics_.report(
      DiagnosticKind::TooManyErrors, first_unreported_,
      rest == 1 ? std::string("1 more error") : std::to_string(rest) + " more errors");
}

}  // namespace dsl::grammar
