#include "checker/eval/evaluate.h"

#include "checker/eval/norm_judge.h"

namespace checker {

using dsl::Date;
using dsl::NormId;

void let_norms_be_asked(Evaluator& evaluator) {
  evaluator.set_norms(
      {[&evaluator](NormId norm, const dsl::TextSet& words) {
         return NormJudge(evaluator, norm).verdict_is(words);
       },
       [&evaluator](NormId norm) { return NormJudge(evaluator, norm).what_decides(); }});
}

namespace {

// Judges norms of one design on one date, which may ask for each other's verdicts.
class Bench {
 public:
  Bench(const dsl::Program& program, const Design& design, Date as_of)
      : evaluator_(program, design, as_of) {
    let_norms_be_asked(evaluator_);
  }

  NormJudge judge_of(NormId norm) { return {evaluator_, norm}; }

 private:
  Evaluator evaluator_;
};

}  // namespace

std::vector<Verdict> evaluate(const dsl::Program& program, const Design& design, Date as_of) {
  std::vector<NormId> all(program.typed().norms.size());
  for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = {i};
  return verdicts_of(program, design, all, as_of);
}

std::vector<Verdict> verdicts_of(const dsl::Program& program, const Design& design,
                                 const std::vector<NormId>& norms, Date as_of) {
  Bench bench(program, design, as_of);
  std::vector<Verdict> verdicts;
  verdicts.reserve(norms.size());
  for (const NormId norm : norms) verdicts.push_back(bench.judge_of(norm).judge());
  return verdicts;
}

std::vector<Outcome> outcomes_of(const dsl::Program& program, const Design& design,
                                 const std::vector<NormId>& norms, Date as_of) {
  Bench bench(program, design, as_of);
  std::vector<Outcome> outcomes;
  outcomes.reserve(norms.size());
  for (const NormId norm : norms) {
    NormJudge judge = bench.judge_of(norm);
    judge.set_depth(NormJudge::Depth::Outcome);
    outcomes.push_back(judge.judge().outcome);
  }
  return outcomes;
}

std::vector<Verdict> evaluate_pending(const dsl::Program& program, const Design& design,
                                      Date as_of) {
  Bench bench(program, design, as_of);
  std::vector<Verdict> verdicts;
  const auto& norms = program.typed().norms;
  for (std::uint32_t i = 0; i < norms.size(); ++i) {
    if (norms[i].status != dsl::Status::Pending) continue;
    NormJudge judge = bench.judge_of({i});
    // What another state has in mind would do nothing here.
    if (judge.is_out_of_pack()) continue;
    judge.suppose_enacted();
    verdicts.push_back(judge.judge());
  }
  return verdicts;
}

Verdict evaluate_norm(const dsl::Program& program, const Design& design, NormId norm, Date as_of) {
  return Bench(program, design, as_of).judge_of(norm).judge();
}

Explanation explain(const dsl::Program& program, const Design& design, NormId norm, Date as_of) {
  return Bench(program, design, as_of).judge_of(norm).explain();
}

}  // namespace checker
