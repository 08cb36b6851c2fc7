// Whether the rule tests would notice a mistake in the rules: every mutation is tried out on the
// tests that name a norm which it may change.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "checker/eval/mutations.h"
#include "checker/eval/rule_test.h"
#include "dsl/program/program.h"

namespace checker {

struct MutationRun {
  std::size_t mutants = 0;
  std::size_t noticed = 0;          // an expectation that was met is not met any more
  std::vector<Mutation> survivors;  // in the order of the text
};

// Mutates what the verdicts on `norms` are made of. Expectations that are not met without a
// mutation notice nothing.
MutationRun run_mutations(const dsl::Program& program, std::span<const PreparedTest> tests,
                          std::span<const dsl::NormId> norms);

}  // namespace checker
