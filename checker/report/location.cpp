#include "checker/report/location.h"

namespace checker {

Location location_of(dsl::Span span, const dsl::SourceMap& sources) {
  if (span.file >= sources.size()) return {};
  return {sources.file(span.file).name, sources.locate(span.file, span.begin)};
}

}  // namespace checker
