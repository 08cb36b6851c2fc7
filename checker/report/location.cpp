#include "checker/report/location.h"

namespace checker {

bool same_line(const Location& a, const Location& b) {
  return a.file == b.file && a.start.line == b.start.line;
}

Location location_of(dsl::Span span, const dsl::SourceMap& sources) {
  if (span.file >= sources.size()) return {};
  return {sources.file(span.file).name, sources.locate(span.file, span.begin)};
}

}  // namespace checker
