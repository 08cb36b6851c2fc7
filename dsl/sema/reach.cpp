#include "dsl/sema/reach.h"

#include <algorithm>
#include <tuple>

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

bool may_be_lifted(const Norm& norm) {
  return norm.kind != NormKind::Enablement && norm.kind != NormKind::Principle;
}

// Each once: a target that is written a thousand times costs what it costs once.
std::vector<LiftTarget> without_repeats(std::vector<LiftTarget> targets) {
  const auto key = [](const LiftTarget& target) { return std::tie(target.kind, target.index); };
  std::sort(targets.begin(), targets.end(),
            [&](const LiftTarget& a, const LiftTarget& b) { return key(a) < key(b); });
  targets.erase(
      std::unique(targets.begin(), targets.end(),
                  [&](const LiftTarget& a, const LiftTarget& b) { return key(a) == key(b); }),
      targets.end());
  return targets;
}

std::vector<LiftTarget> targets_of(const std::vector<ReachLimit>& limits) {
  std::vector<LiftTarget> targets;
  for (const ReachLimit& limit : limits) {
    targets.insert(targets.end(), limit.targets.begin(), limit.targets.end());
  }
  return targets;
}

}  // namespace

std::vector<NormId> norms_meant(const std::vector<LiftTarget>& targets, const TypedProgram& typed) {
  std::vector<std::uint32_t> found;
  const auto count = static_cast<std::uint32_t>(typed.norms.size());
  for (const LiftTarget& target : without_repeats(targets)) {
    if (target.kind == LiftKind::Norm) {
      found.push_back(target.index);
      continue;
    }
    for (std::uint32_t i = 0; i < count; ++i) {
      if (matches(target, {i}, typed)) found.push_back(i);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::vector<NormId> norms;
  for (const std::uint32_t i : found) {
    if (may_be_lifted(typed.norms[i])) norms.push_back({i});
  }
  return norms;
}

std::vector<NormId> norms_lifted(const Norm& enablement, const TypedProgram& typed) {
  std::vector<NormId> norms = norms_meant(enablement.lifts, typed);
  const std::vector<LiftTarget> kept = targets_of(enablement.cannot_lift);
  std::erase_if(norms, [&](NormId id) { return is_meant(id, kept, typed); });
  return norms;
}

std::vector<NormId> norms_kept(const Norm& enablement, const TypedProgram& typed) {
  if (enablement.cannot_lift.empty()) return {};
  std::vector<NormId> norms = norms_meant(enablement.lifts, typed);
  const std::vector<LiftTarget> kept = targets_of(enablement.cannot_lift);
  std::erase_if(norms, [&](NormId id) { return !is_meant(id, kept, typed); });
  return norms;
}

std::vector<NormId> norms_reached(const DeclaredRelief& relief, const TypedProgram& typed) {
  std::vector<NormId> norms = norms_meant(relief.reaches, typed);
  const std::vector<LiftTarget> excluded = targets_of(relief.cannot_reach);
  std::erase_if(norms, [&](NormId id) { return is_meant(id, excluded, typed); });
  return norms;
}

std::vector<NormId> norms_out_of_reach(const DeclaredRelief& relief, const TypedProgram& typed) {
  return norms_meant(targets_of(relief.cannot_reach), typed);
}

std::string why_out_of_reach(const std::vector<ReachLimit>& limits, NormId id,
                             const TypedProgram& typed) {
  std::string why;
  for (const ReachLimit& limit : limits) {
    const bool names_it =
        std::any_of(limit.targets.begin(), limit.targets.end(), [&](const LiftTarget& target) {
          return target.kind == LiftKind::Norm && target.index == id.index;
        });
    if (names_it && !limit.reason.empty()) return limit.reason;
    if (why.empty() && is_meant(id, limit.targets, typed)) why = limit.reason;
  }
  return why;
}

std::vector<std::vector<NormId>> lifted_by(const TypedProgram& typed) {
  std::vector<std::vector<NormId>> lifting(typed.norms.size());
  for (std::uint32_t e = 0; e < typed.norms.size(); ++e) {
    for (const NormId norm : norms_lifted(typed.norms[e], typed)) {
      lifting[norm.index].push_back({e});
    }
  }
  return lifting;
}

bool is_meant(NormId id, const std::vector<LiftTarget>& targets, const TypedProgram& typed) {
  return std::any_of(targets.begin(), targets.end(),
                     [&](const LiftTarget& target) { return matches(target, id, typed); });
}

}  // namespace dsl
