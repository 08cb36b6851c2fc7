#include "dsl/program/program.h"

#include <algorithm>
#include <string>
#include <utility>

namespace dsl {
namespace {

template <typename T>
Id<T> find_in(const std::unordered_map<std::string, Id<T>>& table, std::string_view name) {
  const auto at = table.find(std::string(name));
  return at == table.end() ? Id<T>{} : at->second;
}

bool within_pack(PackId inner, PackId outer, const TypedProgram& typed) {
  if (!inner.valid()) return false;
  const std::string& name = typed.packs[inner.index].name;
  const std::string& prefix = typed.packs[outer.index].name;
  return name == prefix || name.starts_with(prefix + ".");
}

// An approval is lifted by its name only: a waiver of rules grants nothing that a body decides.
bool matches(const LiftTarget& target, NormId id, const TypedProgram& typed) {
  const Norm& norm = typed.norm(id);
  if (norm.kind == NormKind::Approval && target.kind != LiftKind::Norm) return false;
  switch (target.kind) {
    case LiftKind::Norm: return target.index == id.index;
    case LiftKind::Pack: return within_pack(norm.pack, {target.index}, typed);
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

Program::Program(TypedProgram typed) : typed_(std::move(typed)) {
  for (std::uint32_t i = 0; i < typed_.facts.size(); ++i) {
    if (!typed_.facts[i].owner.valid()) facts_.emplace(typed_.facts[i].name, FactId{i});
  }
  for (std::uint32_t i = 0; i < typed_.stakeholders.size(); ++i) {
    stakeholders_.emplace(typed_.stakeholders[i].name, StakeholderId{i});
  }
  for (std::uint32_t i = 0; i < typed_.norms.size(); ++i) {
    norms_.emplace(typed_.norms[i].name, NormId{i});
  }
  lifted_by_.resize(typed_.norms.size());
  for (std::uint32_t e = 0; e < typed_.norms.size(); ++e) {
    const Norm& enablement = typed_.norms[e];
    if (enablement.lifts.empty()) continue;
    for (std::uint32_t n = 0; n < typed_.norms.size(); ++n) {
      if (may_be_lifted(typed_.norms[n]) && any_matches(enablement.lifts, {n}, typed_) &&
          !any_matches(enablement.cannot_lift, {n}, typed_)) {
        lifted_by_[n].push_back({e});
      }
    }
  }
  reliefs_for_.resize(typed_.norms.size());
  out_of_reach_.resize(typed_.norms.size());
  for (std::uint32_t r = 0; r < typed_.reliefs.size(); ++r) {
    const DeclaredRelief& relief = typed_.reliefs[r];
    for (std::uint32_t n = 0; n < typed_.norms.size(); ++n) {
      if (!may_be_lifted(typed_.norms[n]) || !any_matches(relief.reaches, {n}, typed_)) continue;
      const bool excluded = any_matches(relief.cannot_reach, {n}, typed_);
      (excluded ? out_of_reach_ : reliefs_for_)[n].push_back({r});
    }
  }
}

FactId Program::find_fact(std::string_view name) const { return find_in(facts_, name); }
NormId Program::find_norm(std::string_view name) const { return find_in(norms_, name); }
StakeholderId Program::find_stakeholder(std::string_view name) const {
  return find_in(stakeholders_, name);
}

ReliefId Program::find_relief(std::string_view name) const {
  for (std::uint32_t i = 0; i < typed_.reliefs.size(); ++i) {
    if (typed_.reliefs[i].name == name) return {i};
  }
  return {};
}

ReliefReach Program::reach_of_relief(NormId id, StakeholderId by) const {
  const auto grants = [&](ReliefId relief_id) {
    const auto& granters = relief(relief_id).granters;
    return std::any_of(granters.begin(), granters.end(),
                       [&](const Granter& granter) { return granter.by == by; });
  };
  const auto& own = norm(id).reliefs;
  const bool has_own = std::any_of(
      own.begin(), own.end(), [&](const ReliefRoute& route) { return route.granter.by == by; });
  const auto& reaching = reliefs_for_[id.index];
  if (has_own || std::any_of(reaching.begin(), reaching.end(), grants)) return ReliefReach::Named;
  const auto& excluded = out_of_reach_[id.index];
  return std::any_of(excluded.begin(), excluded.end(), grants) ? ReliefReach::OutOfReach
                                                               : ReliefReach::NotNamed;
}

FactId Program::find_field(FactId list, std::string_view name) const {
  for (const FactId field : fact(list).fields) {
    if (fact(field).name == name) return field;
  }
  return {};
}

std::string Program::full_name(FactId id) const {
  const FactDeclaration& declaration = fact(id);
  if (!declaration.owner.valid()) return declaration.name;
  return fact(declaration.owner).name + "." + declaration.name;
}

std::optional<Program> lower(TypedProgram typed, const Diagnostics& diagnostics) {
  if (diagnostics.has_errors()) return std::nullopt;
  return Program(std::move(typed));
}

}  // namespace dsl
