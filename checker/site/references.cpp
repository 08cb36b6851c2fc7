#include "checker/site/references.h"

#include <algorithm>

#include "checker/report/reach.h"

namespace checker::site {
namespace {

template <typename Id>
void add_once(std::vector<Id>& all, Id id) {
  if (std::find(all.begin(), all.end(), id) == all.end()) all.push_back(id);
}

// The roles of one norm's stakeholders.
class RolesOf {
 public:
  RolesOf(const dsl::Program& program, std::vector<StakeholderRoles>& roles)
      : program_(program), roles_(roles) {}

  void add(dsl::NormId id, const Reach& reach) {
    const dsl::Norm& norm = program_.norm(id);
    const bool is_principle = norm.kind == dsl::NormKind::Principle;
    for (const dsl::Enforcement& enforcement : norm.enforced) {
      note(enforcement.by, is_principle ? &StakeholderRoles::upholds : &StakeholderRoles::enforces,
           id);
    }
    note(norm.decided_by, &StakeholderRoles::decides, id);
    if (norm.appeal) note(norm.appeal->to, &StakeholderRoles::hears_appeals, id);
    for (const dsl::ReliefRoute& route : norm.reliefs) {
      note(route.granter.by, &StakeholderRoles::grants, id);
      note(route.applicant, &StakeholderRoles::applies_for, id);
    }
    for (const std::uint32_t judgment : reach.judgments()) {
      note(program_.typed().judgments[judgment].by, &StakeholderRoles::judges, id);
    }
  }

  void add(dsl::ReliefId id) {
    const dsl::DeclaredRelief& relief = program_.relief(id);
    for (const dsl::Granter& granter : relief.granters) {
      note(granter.by, &StakeholderRoles::grants_declared, id);
    }
    note(relief.applicant, &StakeholderRoles::applies_for_declared, id);
  }

  void add(dsl::FactId id) {
    for (const dsl::Question& question : program_.fact(id).questions) {
      note(question.whom, &StakeholderRoles::is_asked, id);
    }
  }

 private:
  template <typename Id>
  void note(dsl::StakeholderId who, std::vector<Id> StakeholderRoles::*role, Id what) {
    if (who.valid()) add_once(roles_[who.index].*role, what);
  }

  const dsl::Program& program_;
  std::vector<StakeholderRoles>& roles_;
};

}  // namespace

References find_references(const dsl::Program& program) {
  const dsl::TypedProgram& typed = program.typed();
  References all;
  all.of_stakeholder.resize(typed.stakeholders.size());
  all.norms_of_fact.resize(typed.facts.size());
  all.facts_of_norm.resize(typed.norms.size());
  all.tests_of_norm.resize(typed.norms.size());
  RolesOf roles(program, all.of_stakeholder);
  for (std::uint32_t i = 0; i < typed.norms.size(); ++i) {
    const dsl::Norm& norm = typed.norms[i];
    Reach reach(program);
    for (const dsl::ExprId expr : expressions_of(norm)) reach.add(expr);
    if (norm.pack.valid()) reach.add(program.pack(norm.pack).applies);
    roles.add(dsl::NormId{i}, reach);
    for (std::uint32_t fact = 0; fact < typed.facts.size(); ++fact) {
      if (!reach.touches(dsl::FactId{fact})) continue;
      all.norms_of_fact[fact].push_back({i});
      all.facts_of_norm[i].push_back({fact});
    }
  }
  for (std::uint32_t i = 0; i < typed.reliefs.size(); ++i) roles.add(dsl::ReliefId{i});
  for (std::uint32_t i = 0; i < typed.facts.size(); ++i) roles.add(dsl::FactId{i});
  for (std::uint32_t i = 0; i < typed.tests.size(); ++i) {
    for (const dsl::TestExpectation& expected : typed.tests[i].expectations) {
      add_once(all.tests_of_norm[expected.norm.index], i);
    }
  }
  return all;
}

}  // namespace checker::site
