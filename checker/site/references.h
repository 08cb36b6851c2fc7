// Where everything of a program stands within the site, and who refers to it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "checker/site/page.h"
#include "dsl/program/program.h"
#include "dsl/syntax/ast.h"
#include "dsl/text/source_file.h"

namespace checker::site {

// The rules with the trees that they were made of and their texts.
struct Rules {
  const dsl::Program& program;
  std::span<const dsl::ast::Document> documents;
  const dsl::SourceMap& sources;
};

Address address_of(dsl::PackId pack, const dsl::Program& program);
Address address_of(dsl::NormId norm, const dsl::Program& program);
Address address_of(dsl::StakeholderId stakeholder, const dsl::Program& program);
Address address_of(dsl::TopicId topic, const dsl::Program& program);
Address address_of(dsl::FactId fact, const dsl::Program& program);
// On the page of their pack; where they belong to none, on the index.
Address address_of(dsl::ParameterId parameter, const dsl::Program& program);
Address address_of(dsl::DefinitionId definition, const dsl::Program& program);
Address address_of(dsl::ReliefId relief, const dsl::Program& program);

// The title as a link; the name where there is no title.
Prose link_to(dsl::PackId pack, const dsl::Program& program);
Prose link_to(dsl::NormId norm, const dsl::Program& program);
Prose link_to(dsl::StakeholderId stakeholder, const dsl::Program& program);
Prose link_to(dsl::TopicId topic, const dsl::Program& program);
Prose link_to(dsl::ReliefId relief, const dsl::Program& program);
// The quoted title as a link.
Prose link_to(dsl::FactId fact, const dsl::Program& program);

// The meaning in quotes; with the name in words where other facts have the same meaning, or where
// it is one that leans on what stands above it in the vocabulary: “It earns credit” (internship:
// for credit).
std::string quoted_title(dsl::FactId fact, const dsl::Program& program);
std::string quoted_title(dsl::DefinitionId definition, const dsl::Program& program);

// "every rule of Iowa", "every rule on seat time", or the norm itself.
Prose link_to(const dsl::LiftTarget& target, const dsl::Program& program);

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

// `us/ia/time.rules`: the file's name below the folder that all rule files share.
class Places {
 public:
  explicit Places(const Rules& rules);

  // "us/ia/time.rules, line 92"; empty for what stands in no rule file.
  std::string place(dsl::Span span) const;
  // The whole declaration in which the span lies; the span itself when there is none.
  dsl::Span declaration_around(dsl::Span span) const;

 private:
  const Rules& rules_;
  std::size_t shared_ = 0;  // bytes of every name that are cut off
};

}  // namespace checker::site
