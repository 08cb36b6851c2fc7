// What is worth mending in rules that compile: no error, but a rule that its readers cannot trust,
// check or act on.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "dsl/core/date.h"
#include "dsl/diagnostics/diagnostic.h"
#include "dsl/program/program.h"
#include "dsl/syntax/ast.h"

namespace dsl {

// Puts `text` in the place of what the span holds.
struct Edit {
  Span span;
  std::string text;
};

struct Finding {
  Diagnostic diagnostic;
  std::optional<Edit> mend;  // where the mend is mechanical
};

struct LintOptions {
  std::optional<Date> as_of;  // without it no verification is too old
};

// `documents` are those that the program was made of. In the order of files and places.
std::vector<Finding> lint(std::span<const ast::Document> documents, const Program& program,
                          const LintOptions& options);

// The kinds of finding in the order of their codes.
std::vector<DiagnosticKind> finding_kinds();

}  // namespace dsl
