// Who refers to what: the roles of stakeholders, the facts and tests of norms.
#pragma once

#include <cstdint>
#include <vector>

#include "dsl/program/program.h"

namespace checker::site {

// What a stakeholder has to do with the rules.
struct StakeholderRoles {
  std::vector<dsl::NormId> enforces;
  std::vector<dsl::NormId> upholds;  // principles
  std::vector<dsl::NormId> decides;
  std::vector<dsl::NormId> judges;
  std::vector<dsl::NormId> hears_appeals;
  std::vector<dsl::NormId> grants;  // a relief of the norm's own
  std::vector<dsl::ReliefId> grants_declared;
  std::vector<dsl::NormId> applies_for;  // a relief of the norm's own
  std::vector<dsl::ReliefId> applies_for_declared;
  std::vector<dsl::FactId> is_asked;
};

struct References {
  std::vector<StakeholderRoles> of_stakeholder;
  std::vector<std::vector<dsl::NormId>> norms_of_fact;  // those that read it
  std::vector<std::vector<dsl::FactId>> facts_of_norm;
  std::vector<std::vector<std::uint32_t>> tests_of_norm;
};

References find_references(const dsl::Program& program);

}  // namespace checker::site
