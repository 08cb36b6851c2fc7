// Writes a diagnostic with its source line and a caret, as a good compiler does.
#pragma once

#include <ostream>

#include "dsl/diagnostics/diagnostic.h"
#include "dsl/text/source_file.h"

namespace dsl {

struct DiagnosticStyle {
  bool color = false;
};

void render_text(std::ostream& out, const Diagnostic& diagnostic, const SourceMap& sources,
                 const DiagnosticStyle& style);

}  // namespace dsl
