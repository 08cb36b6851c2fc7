// The steps on which a verdict hangs, and at which of them two verdicts on a norm part.
#pragma once

#include <cstdint>
#include <vector>

#include "checker/eval/evaluate.h"
#include "checker/report/report.h"

namespace checker {

enum class Stage : std::uint8_t {
  Force,
  Pack,
  Scope,
  Exceptions,
  Lifts,
  Requirements,
};

// The verdict on a norm on one side of a comparison, and how it came about.
struct Judged {
  const ReportInput& input;
  Explanation explanation;

  const Verdict& verdict() const { return explanation.verdict; }
  const dsl::Norm& norm() const { return input.program.norm(verdict().norm); }
};

// An instance's requirements or exceptions; the stage is one of the two.
const std::vector<Derivation>& conditions_at(const ExplainedInstance& instance, Stage stage);

// What was worked out at a stage, in the order in which the norm asks for it.
std::vector<const Derivation*> derivations_at(const Explanation& explanation, Stage stage);

struct StageToCompare {
  Stage stage{};
  // Whether a difference of the rules at the stage can be why the verdicts differ. A text that
  // differs where nothing comes out otherwise is none.
  bool rules_matter = false;
};

// The stages in the order in which the first difference tells why the verdicts are not the same:
// first those that come out otherwise.
std::vector<StageToCompare> stages_to_compare(const Judged& first, const Judged& second);

}  // namespace checker
