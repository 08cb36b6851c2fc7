// Private to the folder: where the passes of lint put what they find, and the passes themselves.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "dsl/diagnostics/diagnostics.h"
#include "dsl/lint/lint.h"

namespace dsl::linting {

class Findings {
 public:
  template <typename... Args>
  Diagnostics::Builder report(DiagnosticKind kind, Span span, const Args&... args) {
    mends_.emplace_back();
    return diagnostics_.report(kind, span, args...);
  }

  // How the last finding is mended.
  void mend_last(Edit edit) { mends_.back() = std::move(edit); }

  std::vector<Finding> in_order_of_place() const;

 private:
  Diagnostics diagnostics_;
  std::vector<std::optional<Edit>> mends_;  // as many as there are diagnostics
};

// Whether a design can stand against it by what it states: then it has `enforced by`.
bool is_duty(NormKind kind);

// What a norm, a parameter, a definition or a pack lacks.
void lint_evidence(std::span<const ast::Document> documents, const Program& program,
                   const LintOptions& options, Findings& findings);
void lint_questions(std::span<const ast::Document> documents, const Program& program,
                    Findings& findings);
void lint_unused(const Program& program, Findings& findings);
void lint_names(std::span<const ast::Document> documents, const Program& program,
                Findings& findings);
void lint_tests(const Program& program, Findings& findings);

}  // namespace dsl::linting
