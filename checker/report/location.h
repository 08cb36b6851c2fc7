// A place in a text as people are told it.
#pragma once

#include <string>

#include "dsl/text/source_file.h"

namespace checker {

struct Location {
  std::string file;  // empty: in no file
  dsl::LineColumn start;
};

bool same_line(const Location& a, const Location& b);

// Where a span begins.
Location location_of(dsl::Span span, const dsl::SourceMap& sources);

}  // namespace checker
