#include "dsl/sema/lift_reach.h"

#include <algorithm>

namespace dsl {
namespace {

bool matches(const LiftTarget& target, NormId id, const TypedProgram& typed) {
  const Norm& norm = typed.norm(id);
  if (norm.kind == NormKind::Approval && target.kind != LiftKind::Norm) return false;
  switch (target.kind) {
    case LiftKind::Norm: return target.index == id.index;
    case LiftKind::Pack: return norm.pack.valid() && norm.pack.index == target.index;
    case LiftKind::Topic: return norm.topic.index == target.index;
    case LiftKind::Enforcer:
      return std::any_of(norm.enforced.begin(), norm.enforced.end(),
                         [&](const Enforcement& each) { return each.by.index == target.index; });
  }
  return false;
}

bool any_matches(const std::vector<LiftTarget>& targets, NormId id, const TypedProgram& typed) {
  return std::any_of(targets.begin(), targets.end(),
                     [&](const LiftTarget& target) { return matches(target, id, typed); });
}

bool may_be_lifted(const Norm& norm) {
  return norm.kind != NormKind::Enablement && norm.kind != NormKind::Principle;
}

}  // namespace

bool can_lift(const Norm& enablement, NormId norm, const TypedProgram& typed) {
  return may_be_lifted(typed.norm(norm)) && any_matches(enablement.lifts, norm, typed) &&
         !any_matches(enablement.cannot_lift, norm, typed);
}

ReliefReach reach_of(const DeclaredRelief& relief, NormId norm, const TypedProgram& typed) {
  if (!may_be_lifted(typed.norm(norm))) return ReliefReach::NotNamed;
  if (any_matches(relief.cannot_reach, norm, typed)) return ReliefReach::OutOfReach;
  return any_matches(relief.reaches, norm, typed) ? ReliefReach::Named : ReliefReach::NotNamed;
}

}  // namespace dsl
