// Rules and designs from text in one call, for tests.
#pragma once

#include <sstream>
#include <stdexcept>
#include <string>

#include "checker/design/read_design.h"
#include "dsl/compilation/compile.h"
#include "dsl/diagnostics/render_text.h"

namespace test_support {

inline std::string rendered(const dsl::Diagnostics& diagnostics, const dsl::SourceMap& sources) {
  std::ostringstream text;
  for (const dsl::Diagnostic& diagnostic : diagnostics.all()) {
    dsl::render_text(text, diagnostic, sources);
  }
  return text.str();
}

// A program with the source map that its spans point into.
struct Compiled {
  dsl::SourceMap sources;
  std::optional<dsl::Program> program;

  // Throws with the rendered errors when the rules do not compile.
  explicit Compiled(std::string rules) {
    dsl::Diagnostics diagnostics;
    const dsl::SourceFile* const file = &sources.add("test.rules", std::move(rules));
    program = dsl::compile(std::span(&file, 1), diagnostics);
    if (!program) throw std::runtime_error(rendered(diagnostics, sources));
  }

  // Throws with the rendered errors when the design has any.
  checker::Design design(std::string yaml) {
    dsl::Diagnostics diagnostics;
    const dsl::SourceFile& file = sources.add("design.yaml", "leeway: 1\n" + std::move(yaml));
    auto read = checker::read_design(file, *program, diagnostics);
    if (!read) throw std::runtime_error(rendered(diagnostics, sources));
    return std::move(*read);
  }
};

inline dsl::Date date(int year, int month, int day) { return *dsl::make_date(year, month, day); }

}  // namespace test_support
