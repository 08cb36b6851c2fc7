// Whether the tests hold every norm to something.
#include <vector>

#include "dsl/lint/findings.h"
#include "dsl/syntax/norm_words.h"

namespace dsl::linting {

void lint_tests(const Program& program, Findings& findings) {
  const TypedProgram& typed = program.typed();
  std::vector<bool> expected(typed.norms.size());
  std::vector<bool> expected_to_conflict(typed.norms.size());
  for (const TestCase& test : typed.tests) {
    for (const TestExpectation& expectation : test.expectations) {
      expected[expectation.norm.index] = true;
      if (expectation.verdict == "conflict") expected_to_conflict[expectation.norm.index] = true;
    }
  }
  for (std::size_t i = 0; i < typed.norms.size(); ++i) {
    const Norm& norm = typed.norms[i];
    if (!expected[i]) {
      findings.report(DiagnosticKind::NoTest, norm.name_span, ast::kind_word(norm.kind), norm.name)
          .help("add a `test` with `expect ... " + norm.name + "`");
    } else if (!expected_to_conflict[i] && is_duty(norm.kind)) {
      findings
          .report(DiagnosticKind::NoConflictTest, norm.name_span, ast::kind_word(norm.kind),
                  norm.name)
          .help("add a test with `expect conflict " + norm.name + "`");
    }
  }
}

}  // namespace dsl::linting
