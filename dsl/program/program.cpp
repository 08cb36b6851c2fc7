#include "dsl/program/program.h"

#include <string>
#include <utility>

#include "dsl/sema/reach.h"

namespace dsl {
namespace {

template <typename T>
Id<T> find_in(const std::unordered_map<std::string, Id<T>>& table, std::string_view name) {
  const auto at = table.find(std::string(name));
  return at == table.end() ? Id<T>{} : at->second;
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
  lifted_by_ = dsl::lifted_by(typed_);
  kept_from_.resize(typed_.norms.size());
  for (std::uint32_t e = 0; e < typed_.norms.size(); ++e) {
    for (const NormId norm : norms_kept(typed_.norms[e], typed_)) {
      kept_from_[norm.index].push_back({e});
    }
  }
  reliefs_for_.resize(typed_.norms.size());
  out_of_reach_.resize(typed_.norms.size());
  for (std::uint32_t r = 0; r < typed_.reliefs.size(); ++r) {
    const DeclaredRelief& relief = typed_.reliefs[r];
    for (const NormId norm : norms_reached(relief, typed_)) reliefs_for_[norm.index].push_back({r});
    for (const NormId norm : norms_out_of_reach(relief, typed_)) {
      out_of_reach_[norm.index].push_back({r});
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

FactId Program::find_field(FactId list, std::string_view name) const {
  return dsl::find_field(typed_, list, name);
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
