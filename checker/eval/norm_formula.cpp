// The formula of a norm: its scope, exceptions, lifts and requirements, and whether it stands.
#include <initializer_list>
#include <utility>

#include "checker/eval/norm_judge.h"

namespace checker {

using dsl::ExprId;
using dsl::Norm;
using dsl::NormId;
using dsl::NormKind;
using dsl::Truth;

namespace {

Evaluated conjunction(std::initializer_list<Evaluated> parts) {
  Truth truth = Truth::True;
  Causes causes;
  for (const Evaluated& part : parts) {
    const Truth each = truth_of(part);
    truth = truth & each;
    if (each == Truth::Unknown) merge(causes, part.causes);
  }
  return Evaluated::of(truth, std::move(causes));
}

Evaluated negation(const Evaluated& operand) {
  return Evaluated::of(!truth_of(operand), operand.causes);
}

}  // namespace

Evaluated NormJudge::has_begun(const Norm& norm) {
  if (!norm.begins_later.valid()) return Evaluated::of(true);
  Frame frame = frame_for(norm);
  const Evaluated date = evaluator_.evaluate(norm.begins_later, frame);
  if (date.absent) return Evaluated::of(true);
  if (!date.known()) return Evaluated::unknown(date.causes);
  return Evaluated::of(std::get<dsl::Date>(*date.value) <= evaluator_.as_of());
}

Evaluated NormJudge::scope(Instance& instance) {
  const ExprId filter = norm_.for_each ? norm_.for_each->filter : ExprId{};
  // Nothing may be there to run over, so nothing can stand yet.
  const Evaluated instance_known = instance.unknown_domain.empty()
                                       ? Evaluated::of(true)
                                       : Evaluated::unknown(instance.unknown_domain);
  return conjunction({instance_known, has_begun(norm_), in_pack(norm_),
                      evaluator_.evaluate(norm_.applies, instance.frame),
                      evaluator_.evaluate(filter, instance.frame)});
}

Evaluated NormJudge::excepted(Instance& instance, std::optional<std::uint32_t>* which) {
  return any_exception(norm_, instance.frame, which);
}

Evaluated NormJudge::any_exception(const Norm& norm, Frame& frame,
                                   std::optional<std::uint32_t>* which) {
  Truth truth = Truth::False;
  Causes causes;
  for (std::uint32_t i = 0; i < norm.exceptions.size(); ++i) {
    const Evaluated value = evaluator_.evaluate(norm.exceptions[i].condition, frame);
    const Truth each = truth_of(value);
    truth = truth | each;
    if (each == Truth::Unknown) merge(causes, value.causes);
    if (each == Truth::True && which != nullptr && !*which) *which = i;
  }
  return Evaluated::of(truth, std::move(causes));
}

Evaluated NormJudge::lifted_by(const Norm& enablement) {
  if (out_of_force(enablement) != Reason::None) return Evaluated::of(false);
  Frame frame = frame_for(enablement);
  return conjunction({has_begun(enablement), in_pack(enablement),
                      evaluator_.evaluate(enablement.applies, frame),
                      negation(any_exception(enablement, frame, nullptr))});
}

Evaluated NormJudge::lifted(NormId* by) {
  Truth truth = Truth::False;
  Causes causes;
  for (const NormId id : program_.lifted_by(id_)) {
    const Evaluated value = lifted_by(program_.norm(id));
    const Truth each = truth_of(value);
    truth = truth | each;
    if (each == Truth::Unknown) merge(causes, value.causes);
    if (each == Truth::True && by != nullptr && !by->valid()) *by = id;
  }
  return Evaluated::of(truth, std::move(causes));
}

Evaluated NormJudge::required(Instance& instance) {
  Truth truth = Truth::True;
  Causes causes;
  for (const ExprId requirement : norm_.requirements) {
    const Evaluated value = evaluator_.evaluate(requirement, instance.frame);
    truth = truth & truth_of(value);
    if (!value.known()) merge(causes, value.causes);
  }
  return Evaluated::of(truth, std::move(causes));
}

Evaluated NormJudge::stands(Instance& instance) {
  switch (norm_.kind) {
    case NormKind::Enablement: return conjunction({scope(instance), negation(excepted(instance))});
    case NormKind::Approval:
      return conjunction({scope(instance), negation(excepted(instance)), negation(lifted())});
    default:
      return conjunction({scope(instance), negation(excepted(instance)), negation(lifted()),
                          negation(required(instance))});
  }
}

}  // namespace checker
