// Where everything of a program stands within the site, and the words that link to it.
#pragma once

#include <string>

#include "checker/site/page.h"
#include "dsl/program/program.h"

namespace checker::site {

Address address_of(dsl::PackId pack, const dsl::Program& program);
Address address_of(dsl::NormId norm, const dsl::Program& program);
Address address_of(dsl::StakeholderId stakeholder, const dsl::Program& program);
Address address_of(dsl::TopicId topic, const dsl::Program& program);
Address address_of(dsl::FactId id, const dsl::Program& program);
// On the page of their pack; where they belong to none, on the index.
Address address_of(dsl::ParameterId id, const dsl::Program& program);
Address address_of(dsl::DefinitionId id, const dsl::Program& program);
Address address_of(dsl::ReliefId id, const dsl::Program& program);

// The title as a link; the name where there is no title.
Prose link_to(dsl::PackId id, const dsl::Program& program);
Prose link_to(dsl::NormId id, const dsl::Program& program);
Prose link_to(dsl::StakeholderId id, const dsl::Program& program);
Prose link_to(dsl::TopicId id, const dsl::Program& program);
Prose link_to(dsl::ReliefId id, const dsl::Program& program);
// The quoted title as a link.
Prose link_to(dsl::FactId id, const dsl::Program& program);

// The meaning in quotes; with the name in words where other facts have the same meaning, or where
// it is one that leans on what stands above it in the vocabulary: “It earns credit” (internship:
// for credit).
std::string quoted_title(dsl::FactId id, const dsl::Program& program);
std::string quoted_title(dsl::DefinitionId id, const dsl::Program& program);

// "every rule of Iowa", "every rule on seat time", or the norm itself.
Prose link_to(const dsl::LiftTarget& target, const dsl::Program& program);

}  // namespace checker::site
