// What a run comes to: the counts of verdicts and the meaning of its exit code.
#pragma once

#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "checker/eval/verdict.h"
#include "dsl/program/program.h"

namespace checker {

// What an answered check may mean. Faults of rules, designs or use are not decisions.
enum class Decision : std::uint8_t {
  Clear,      // every norm that applies is decided, none conflicts
  Undecided,  // no conflict, but some norm that could be one is not decided
  Conflict,
  NothingApplies,  // no norm applied to the design: nothing was checked
};

struct FailOn {
  std::set<dsl::Effect> effects = {dsl::Effect::Blocked, dsl::Effect::Costs,
                                   dsl::Effect::Unrecognised};
  // Norms whose conflicts do not fail it, since they were there before.
  std::set<std::string> known = {};
};

struct Totals {
  std::array<int, kOutcomeCount> by_outcome{};  // by Outcome
  int norms = 0;

  int of(Outcome outcome) const { return by_outcome.at(static_cast<std::size_t>(outcome)); }
};

Totals count(const std::vector<Verdict>& verdicts);

// Enablements and principles bind nobody: with them alone, nothing was checked.
bool binds(const dsl::Norm& norm);

// Enablements and principles never decide; nor does an undecided norm that could not fail the run.
Decision decide_run(const dsl::Program& program, const std::vector<Verdict>& verdicts,
                    const FailOn& fail_on);

// `clear`, `undecided`, `conflict`, `nothing_applies`.
std::string_view decision_word(Decision decision);

}  // namespace checker
