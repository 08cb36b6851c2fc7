// The derivation of every part of a norm, for a reader who asks why.
#include <utility>

#include "checker/eval/norm_judge.h"

namespace checker {

using dsl::ExprId;
using dsl::Norm;
using dsl::NormId;

Explanation NormJudge::explain() {
  Explanation explanation;
  explanation.verdict = judge();
  Frame frame = frame_for(norm_);
  explanation.in_force =
      dsl::truth(out_of_force(norm_) == Reason::None) & truth_of(has_begun(norm_));
  explanation.begins = derive(norm_.begins_later, frame);
  explanation.pack = derive(pack_condition(norm_), frame);
  explanation.applies = derive(norm_.applies, frame);
  if (norm_.for_each) explanation.domain = derive(norm_.for_each->domain, frame);
  for (Instance& instance : instances()) {
    ExplainedInstance explained;
    explained.label = instance.label;
    explained.grade = instance.grade;
    explained.item = instance.item;
    if (norm_.for_each) explained.filter = derive(norm_.for_each->filter, instance.frame);
    for (const ExprId requirement : norm_.requirements) {
      explained.requirements.push_back(*derive(requirement, instance.frame));
    }
    for (const dsl::Exception& exception : norm_.exceptions) {
      explained.exceptions.push_back(*derive(exception.condition, instance.frame));
    }
    explanation.instances.push_back(std::move(explained));
  }
  for (const NormId id : program_.lifted_by(id_)) {
    const Norm& enablement = program_.norm(id);
    Frame lift_frame = frame_for(enablement);
    ExplainedLift lift;
    lift.enablement = id;
    lift.in_force = out_of_force(enablement) == Reason::None;
    lift.lifts = truth_of(lifted_by(enablement));
    lift.begins = derive(enablement.begins_later, lift_frame);
    lift.pack = derive(pack_condition(enablement), lift_frame);
    lift.applies = derive(enablement.applies, lift_frame);
    for (const dsl::Exception& exception : enablement.exceptions) {
      lift.exceptions.push_back(*derive(exception.condition, lift_frame));
    }
    explanation.lifts.push_back(std::move(lift));
  }
  return explanation;
}

}  // namespace checker
