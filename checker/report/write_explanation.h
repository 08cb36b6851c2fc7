// The derivation of one verdict for a terminal: every expression with its value, unit and line.
#pragma once

#include <ostream>
#include <string>

#include "checker/eval/evaluate.h"
#include "checker/report/write_text.h"
#include "dsl/text/source_file.h"

namespace checker {

struct ExplanationContext {
  const dsl::Program& program;
  const Design& design;
  const dsl::SourceMap& sources;
  dsl::Date as_of;
  std::string as_of_source;
  bool every_step = false;  // else what was worked out for one element of a list is one line
};

void write_explanation(std::ostream& out, const Explanation& explanation,
                       const ExplanationContext& context, const TextStyle& style);

}  // namespace checker
