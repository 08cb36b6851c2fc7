#include "checker/eval/mutate.h"

#include <algorithm>
#include <utility>

#include "dsl/core/parallel.h"

namespace checker {
namespace {

struct Expectation {
  const PreparedTest* test = nullptr;
  const dsl::TestExpectation* expected = nullptr;
};

// By NormId: the expectations on the norm that are met.
std::vector<std::vector<Expectation>> met_expectations(const dsl::Program& program,
                                                       std::span<const PreparedTest> tests) {
  std::vector<std::vector<Expectation>> met(program.typed().norms.size());
  for (const PreparedTest& test : tests) {
    for (const dsl::TestExpectation& expected : test.test->expectations) {
      if (check_expectation(program, test.design, expected, test.as_of)) continue;
      met[expected.norm.index].push_back({&test, &expected});
    }
  }
  return met;
}

// The mutated rules are as well typed as the rules themselves, so nothing is reported of them.
dsl::Program mutant(const dsl::TypedProgram& rules, const Mutation& mutation) {
  dsl::TypedProgram changed = rules;
  mutation.apply(changed);
  return *dsl::lower(std::move(changed), dsl::Diagnostics());
}

bool is_noticed(const dsl::Program& changed, const Mutation& mutation,
                const std::vector<std::vector<Expectation>>& expectations) {
  return std::any_of(
      mutation.affected.begin(), mutation.affected.end(), [&](const dsl::NormId norm) {
        const auto& of_norm = expectations[norm.index];
        return std::any_of(of_norm.begin(), of_norm.end(), [&](const Expectation& each) {
          return check_expectation(changed, each.test->design, *each.expected, each.test->as_of)
              .has_value();
        });
      });
}

}  // namespace

MutationRun run_mutations(const dsl::Program& program, std::span<const PreparedTest> tests,
                          std::span<const dsl::NormId> norms) {
  const auto expectations = met_expectations(program, tests);
  dsl::TypedProgram rules = program.typed();
  rules.tests.clear();
  std::vector<Mutation> mutations = mutations_of(program, norms);
  std::vector<char> noticed(mutations.size());  // not bool: written from several threads
  dsl::for_each_in_parallel(mutations.size(), 1, [&](std::size_t i) {
    noticed[i] = is_noticed(mutant(rules, mutations[i]), mutations[i], expectations) ? 1 : 0;
  });
  MutationRun run;
  run.mutants = mutations.size();
  for (std::size_t i = 0; i < mutations.size(); ++i) {
    if (noticed[i] != 0) {
      ++run.noticed;
    } else {
      run.survivors.push_back(std::move(mutations[i]));
    }
  }
  return run;
}

}  // namespace checker
