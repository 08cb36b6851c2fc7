// The rules as run: a complete typed program with what evaluation looks up worked out once.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dsl/diagnostics/diagnostics.h"
#include "dsl/sema/typed_program.h"

namespace dsl {

// Only `lower` makes one, and only from rules without errors.
class Program {
 public:
  const TypedProgram& typed() const { return typed_; }
  const TypeTables& types() const { return typed_.types; }

  const TypedExpr& expr(ExprId id) const { return typed_.exprs[id.index]; }
  const FactDeclaration& fact(FactId id) const { return typed_.facts[id.index]; }
  const Norm& norm(NormId id) const { return typed_.norms[id.index]; }
  const Pack& pack(PackId id) const { return typed_.packs[id.index]; }
  const Stakeholder& stakeholder(StakeholderId id) const { return typed_.stakeholders[id.index]; }

  // A top-level fact or list by its full name, a norm, a stakeholder, a declared relief: invalid
  // when there is none.
  FactId find_fact(std::string_view name) const;
  NormId find_norm(std::string_view name) const;
  StakeholderId find_stakeholder(std::string_view name) const;
  ReliefId find_relief(std::string_view name) const;
  // A field of a list's records.
  FactId find_field(FactId list, std::string_view name) const;

  // The enablements that may lift a norm, in the order of their declaration.
  const std::vector<NormId>& lifted_by(NormId norm) const { return lifted_by_[norm.index]; }

  // Those that would lift it, but say that they cannot.
  const std::vector<NormId>& kept_from(NormId norm) const { return kept_from_[norm.index]; }

  // The declared reliefs that reach a norm, in the order of their declaration.
  const std::vector<ReliefId>& reliefs_for(NormId norm) const { return reliefs_for_[norm.index]; }
  // Those that say that they cannot reach it.
  const std::vector<ReliefId>& reliefs_that_cannot_reach(NormId norm) const {
    return out_of_reach_[norm.index];
  }
  const DeclaredRelief& relief(ReliefId id) const { return typed_.reliefs[id.index]; }

  // `school.state`, and for a field `schedule.supervision`.
  std::string full_name(FactId id) const;

  friend std::optional<Program> lower(TypedProgram typed, const Diagnostics& diagnostics);

 private:
  explicit Program(TypedProgram typed);

  TypedProgram typed_;
  std::unordered_map<std::string, FactId> facts_;
  std::unordered_map<std::string, NormId> norms_;
  std::unordered_map<std::string, StakeholderId> stakeholders_;
  std::vector<std::vector<NormId>> lifted_by_;
  std::vector<std::vector<NormId>> kept_from_;
  std::vector<std::vector<ReliefId>> reliefs_for_;
  std::vector<std::vector<ReliefId>> out_of_reach_;
};

// nullopt when the diagnostics hold an error.
std::optional<Program> lower(TypedProgram typed, const Diagnostics& diagnostics);

}  // namespace dsl
