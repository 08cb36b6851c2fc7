#include "dsl/lint/lint.h"

#include <algorithm>
#include <tuple>

#include "dsl/lint/findings.h"

namespace dsl {
namespace linting {

std::vector<Finding> Findings::in_order_of_place() const {
  std::vector<Finding> all;
  for (std::size_t i = 0; i < mends_.size(); ++i) all.push_back({diagnostics_.all()[i], mends_[i]});
  std::stable_sort(all.begin(), all.end(), [](const Finding& a, const Finding& b) {
    const Span left = a.diagnostic.span;
    const Span right = b.diagnostic.span;
    return std::tie(left.file, left.begin, a.diagnostic.kind) <
           std::tie(right.file, right.begin, b.diagnostic.kind);
  });
  return all;
}

bool is_duty(NormKind kind) {
  return kind == NormKind::Regulation || kind == NormKind::Agreement || kind == NormKind::Practice;
}

}  // namespace linting

std::vector<Finding> lint(std::span<const ast::Document> documents, const Program& program,
                          const LintOptions& options) {
  linting::Findings findings;
  linting::lint_evidence(documents, program, options, findings);
  linting::lint_questions(documents, program, findings);
  linting::lint_unused(program, findings);
  linting::lint_names(documents, program, findings);
  linting::lint_tests(program, findings);
  return findings.in_order_of_place();
}

std::vector<DiagnosticKind> finding_kinds() {
  std::vector<DiagnosticKind> kinds;
  for (const DiagnosticKind kind : all_diagnostic_kinds()) {
    if (info(kind).code.substr(1, 2) == "08") kinds.push_back(kind);
  }
  return kinds;
}

}  // namespace dsl
