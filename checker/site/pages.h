// The pages of the site, one function a subject.
#pragma once

#include <vector>

#include "checker/site/page.h"
#include "checker/site/places.h"
#include "checker/site/references.h"

namespace checker::site {

struct PageInput {
  const Rules& rules;
  const References& references;
  const Places& places;

  const dsl::Program& program() const { return rules.program; }
};

SitePage norm_page(dsl::NormId norm, const PageInput& input);
SitePage pack_page(dsl::PackId id, const PageInput& input);
SitePage stakeholder_page(dsl::StakeholderId id, const PageInput& input);
// Facts by group and list; facts without a group stand on `facts.html`, which lists the others.
std::vector<SitePage> fact_pages(const PageInput& input);
SitePage packs_index(const PageInput& input);
SitePage stakeholders_index(const PageInput& input);
SitePage topics_page(const PageInput& input);

// What several pages say.

// "Regulation", "Approval".
std::string kind_title(dsl::NormKind kind);
// "Title (kind)", one for each, in the order given.
std::vector<Prose> norm_items(const std::vector<dsl::NormId>& norms, const dsl::Program& program);
// Linked where the citation has an address that may be linked.
std::vector<Prose> citation_items(const std::vector<dsl::Citation>& citations);
std::vector<Prose> source_items(const std::vector<std::string>& urls);
// What an enablement lifts or a relief reaches.
std::vector<Prose> target_items(const std::vector<dsl::LiftTarget>& targets,
                                const dsl::Program& program);
// What it cannot lift or reach: an item for each clause, with its reason.
std::vector<Prose> limit_items(const std::vector<dsl::ReachLimit>& limits,
                               const dsl::Program& program);
// ", renewable 2 times"
std::string renewal_in_words(const dsl::Renewal& renewal);
Prose confidence_prose(dsl::Confidence confidence, const std::string& note,
                       const std::vector<dsl::StakeholderId>& ask, const dsl::Program& program);
// A declared relief, with a heading that carries its anchor.
void add_relief(SitePage& page, dsl::ReliefId id, const PageInput& input);
// A figure or a term of a pack.
void add_parameter(SitePage& page, dsl::ParameterId id, const PageInput& input);
void add_definition(SitePage& page, dsl::DefinitionId id, const PageInput& input);
// What belongs to the pack, or to none for an invalid one: norms, figures, terms and reliefs.
void add_contents(SitePage& page, dsl::PackId pack, const PageInput& input);

// The whole declaration in which the span lies, as it is written.
SourceText source_around(dsl::Span span, const PageInput& input);

// Words as a list of their own: "funding", "seat time".
std::vector<Prose> word_items(const std::vector<std::string>& words);
std::vector<Prose> text_items(const std::vector<std::string>& texts);

}  // namespace checker::site
