#include "checker/eval/evaluate.h"

#include "checker/eval/norm_judge.h"

namespace checker {

using dsl::Date;
using dsl::NormId;

void let_norms_be_asked(Evaluator& evaluator) {
  evaluator.set_verdict_test([&evaluator](NormId norm, const dsl::TextSet& words) {
    return NormJudge(evaluator, norm).verdict_is(words);
  });
}

std::vector<Verdict> evaluate(const dsl::Program& program, const Design& design, Date as_of) {
  Evaluator evaluator(program, design, as_of);
  let_norms_be_asked(evaluator);
  std::vector<Verdict> verdicts;
  const auto count = static_cast<std::uint32_t>(program.typed().norms.size());
  verdicts.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    verdicts.push_back(NormJudge(evaluator, NormId{i}).judge());
  }
  return verdicts;
}

std::vector<Outcome> outcomes_of(const dsl::Program& program, const Design& design,
                                 const std::vector<NormId>& norms, Date as_of) {
  Evaluator evaluator(program, design, as_of);
  let_norms_be_asked(evaluator);
  std::vector<Outcome> outcomes;
  for (const NormId norm : norms) {
    NormJudge judge(evaluator, norm);
    judge.leave_unmeasured();
    outcomes.push_back(judge.judge().outcome);
  }
  return outcomes;
}

std::vector<Verdict> evaluate_pending(const dsl::Program& program, const Design& design,
                                      Date as_of) {
  Evaluator evaluator(program, design, as_of);
  let_norms_be_asked(evaluator);
  std::vector<Verdict> verdicts;
  const auto& norms = program.typed().norms;
  for (std::uint32_t i = 0; i < norms.size(); ++i) {
    if (norms[i].status != dsl::Status::Pending) continue;
    NormJudge judge(evaluator, NormId{i});
    judge.suppose_enacted();
    verdicts.push_back(judge.judge());
  }
  return verdicts;
}

Verdict evaluate_norm(const dsl::Program& program, const Design& design, NormId norm, Date as_of) {
  Evaluator evaluator(program, design, as_of);
  let_norms_be_asked(evaluator);
  return NormJudge(evaluator, norm).judge();
}

Explanation explain(const dsl::Program& program, const Design& design, NormId norm, Date as_of) {
  Evaluator evaluator(program, design, as_of);
  let_norms_be_asked(evaluator);
  return NormJudge(evaluator, norm).explain();
}

}  // namespace checker
