// Writes a diagnostic with its source line and a caret, as a good compiler does.
#pragma once

#include <ostream>

#include "dsl/diagnostics/diagnostic.h"
#include "dsl/text/source_file.h"
#include "dsl/text/terminal_page.h"

namespace dsl {

// Within the width that the style asks for, messages are wrapped, and of a long source line the
// part with the caret is shown.
void render_text(std::ostream& out, const Diagnostic& diagnostic, const SourceMap& sources,
                 const TextStyle& style = {kUnbroken, false});

}  // namespace dsl
