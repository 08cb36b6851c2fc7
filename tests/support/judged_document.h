// A line of a batch on the other way through the house: read as a document, judged by the
// evaluator.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checker/batch/engine.h"
#include "checker/design/document.h"
#include "checker/design/read_design.h"
#include "checker/eval/consistency.h"
#include "checker/eval/evaluate.h"

namespace test_support {

struct Expected {
  std::string fault;                      // the code of the first one; empty: none
  std::optional<checker::Design> design;  // where there is no fault
  dsl::Date as_of{};
  std::vector<checker::Verdict> verdicts;
};

// `dates` have a `today`.
inline Expected judge_as_document(const checker::batch::Input& input, const dsl::Program& program,
                                  const checker::batch::Dates& dates) {
  Expected expected;
  dsl::SourceMap sources;
  dsl::Diagnostics diagnostics;
  const auto& file = sources.add(input.file_name, std::string(input.text));
  if (const auto tree = checker::read_json(file, diagnostics)) {
    expected.design =
        checker::bind_design(*tree, file.name, program, diagnostics, checker::VersionKey::Optional);
  }
  if (expected.design) {
    const checker::Design& design = *expected.design;
    expected.as_of = dates.as_of    ? *dates.as_of
                     : design.opens ? *design.opens
                                    : design.as_of.value_or(*dates.today);
    checker::check_fact_requirements(program, design, expected.as_of, diagnostics);
  }
  for (const dsl::Diagnostic& each : diagnostics.all()) {
    if (each.severity != dsl::Severity::Error) continue;
    expected.fault = dsl::info(each.kind).code;
    expected.design.reset();
    return expected;
  }
  expected.verdicts = checker::evaluate(program, *expected.design, expected.as_of);
  return expected;
}

}  // namespace test_support
