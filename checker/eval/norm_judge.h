// The class that judges one norm; private to checker/eval, each part in a file by subject.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "checker/eval/evaluate.h"
#include "checker/eval/evaluator.h"
#include "checker/eval/needs.h"

namespace checker {

class NormJudge {
 public:
  // The evaluator must outlive the judge.
  NormJudge(Evaluator& evaluator, dsl::NormId id)
      : evaluator_(evaluator), program_(evaluator.program()), id_(id), norm_(program_.norm(id)) {}

  // From now on the norm is judged as if it were enacted, should it be pending.
  void suppose_enacted() { supposed_enacted_ = true; }

  // How much is worked out besides outcomes.
  enum class Depth : std::uint8_t {
    Outcome,  // nothing
    Needs,    // what is missing where an outcome is open
    All,      // leeway, the facts that were read, what an open outcome hangs on
  };
  void set_depth(Depth depth) { depth_ = depth; }

  // Whether the design is none that the norm's pack is about, whatever the date.
  bool is_out_of_pack();

  Verdict judge();
  // Whether the verdict is one of the words. What could still become a conflict is not decided.
  Evaluated verdict_is(const dsl::TextSet& words);
  // What of the design decides the verdict: what makes requirements fail, else all that is read.
  std::vector<FactReading> what_decides();
  Explanation explain();

 private:
  // One thing that the norm is about: the whole design, a grade or a record.
  struct Instance {
    Frame frame;
    std::optional<dsl::Grade> grade;
    std::optional<std::uint32_t> item;
    std::string label;
    Causes unknown_domain;  // why nobody knows what the norm runs over; empty when it is known
  };

  // Why a norm binds nobody on the date, whatever the design is; None: it may.
  Reason out_of_force(const dsl::Norm& norm) const;
  // Whether the norm has begun where its beginning hangs on a date of the design.
  Evaluated has_begun(const dsl::Norm& norm);
  // An unknown domain makes one instance whose variable is unknown.
  std::vector<Instance> instances();
  std::optional<Derivation> derive(dsl::ExprId expr, Frame& frame);
  dsl::ExprId pack_condition(const dsl::Norm& norm) const;
  // Slots enough for the norm's own conditions and its pack's.
  Frame frame_for(const dsl::Norm& norm) const;
  Evaluated in_pack(const dsl::Norm& norm);

  // The parts of the formula.

  Evaluated scope(Instance& instance);
  Evaluated excepted(Instance& instance, std::optional<std::uint32_t>* which = nullptr);
  Evaluated any_exception(const dsl::Norm& norm, Frame& frame, std::optional<std::uint32_t>* which);
  Evaluated lifted_by(const dsl::Norm& enablement);
  Evaluated lifted(dsl::NormId* by = nullptr);
  Evaluated required(Instance& instance);
  // "Stands against the design", or for an enablement "speaks for it".
  Evaluated stands(Instance& instance);

  // Outcomes.

  VerdictPart judge(Instance& instance);
  void cannot_tell(Instance& instance, const Causes& needs, VerdictPart& part);
  // What each reading of the first open term gives.
  void read_apart(Instance& instance, VerdictPart& part);
  // The truth of an outcome. With outcomes alone asked for, what is needed to know it is told only
  // where it may tell a judgment that is missing from a fact that is.
  Decided decided(const std::function<Evaluated()>& question);
  // The truth in every completion of the missing facts.
  dsl::Truth truth_in_all(const std::function<Evaluated()>& question);
  // Which exception or enablement it is stays open where one of several must hold.
  void does_not_stand(Instance& instance, VerdictPart& part);
  void stands_against(VerdictPart& part);

  // Approvals and reliefs.

  // The decision in force: of those made by the as-of date and not ended, the latest.
  std::optional<std::uint32_t> decision_of(dsl::NormId approval_norm) const;
  void approval(VerdictPart& part);
  // An approval that the design may need and has not got.
  bool is_outstanding();
  // A relief in time decides; one out of time is named.
  void relief(VerdictPart& part);

  // Measuring.

  // The leeway of the requirement, and every reading that went into the verdict.
  void measure(Instance& instance, VerdictPart& part);
  // The alternatives by how near each is to holding; those that no comparison measures come last.
  void measure_alternatives(Instance& instance, VerdictPart& part);
  // Of conditions joined by `and`, those that are false.
  void note_failed_conditions(const Derivation& node, std::vector<dsl::ExprId>& into) const;

  Evaluator& evaluator_;
  const dsl::Program& program_;
  dsl::NormId id_;
  const dsl::Norm& norm_;
  bool supposed_enacted_ = false;
  Depth depth_ = Depth::All;
};

}  // namespace checker
