#include "checker/site/build_site.h"

#include <utility>

#include "checker/site/links.h"
#include "checker/site/pages.h"

namespace checker::site {
namespace {

template <typename Id, typename All, typename Make>
void add_pages(Site& site, const All& all, Make make) {
  for (std::uint32_t i = 0; i < all.size(); ++i) site.pages.push_back(make(Id{i}));
}

std::vector<SearchEntry> entries_of(const dsl::Program& program) {
  const dsl::TypedProgram& typed = program.typed();
  std::vector<SearchEntry> entries;
  const auto add = [&](const std::string& title, const std::string& name, std::string kind,
                       Address address) {
    entries.push_back({title.empty() ? name : title, name, std::move(kind), std::move(address)});
  };
  for (std::uint32_t i = 0; i < typed.packs.size(); ++i) {
    add(typed.packs[i].title, typed.packs[i].name, "pack", address_of(dsl::PackId{i}, program));
  }
  for (std::uint32_t i = 0; i < typed.norms.size(); ++i) {
    const dsl::Norm& norm = typed.norms[i];
    std::string kind = kind_title(norm.kind);
    if (norm.pack.valid()) kind += ", " + program.pack(norm.pack).title;
    add(norm.title, norm.name, kind, address_of(dsl::NormId{i}, program));
  }
  for (std::uint32_t i = 0; i < typed.stakeholders.size(); ++i) {
    const dsl::Stakeholder& stakeholder = typed.stakeholders[i];
    add(stakeholder.title, stakeholder.name, "stakeholder",
        address_of(dsl::StakeholderId{i}, program));
  }
  for (std::uint32_t i = 0; i < typed.facts.size(); ++i) {
    add(typed.facts[i].meaning, program.full_name({i}), "fact",
        address_of(dsl::FactId{i}, program));
  }
  for (std::uint32_t i = 0; i < typed.parameters.size(); ++i) {
    const dsl::Parameter& figure = typed.parameters[i];
    add(figure.meaning, figure.name, "figure", address_of(dsl::ParameterId{i}, program));
  }
  for (std::uint32_t i = 0; i < typed.definitions.size(); ++i) {
    const dsl::Definition& term = typed.definitions[i];
    add(term.meaning, term.name, "term", address_of(dsl::DefinitionId{i}, program));
  }
  for (std::uint32_t i = 0; i < typed.reliefs.size(); ++i) {
    add(typed.reliefs[i].title, typed.reliefs[i].name, "relief",
        address_of(dsl::ReliefId{i}, program));
  }
  return entries;
}

}  // namespace

Site build_site(const Rules& rules) {
  const References references = find_references(rules.program);
  const Places places(rules);
  const PageInput input{rules, references, places};
  const dsl::TypedProgram& typed = rules.program.typed();
  Site site;
  site.pages.push_back(packs_index(input));
  add_pages<dsl::PackId>(site, typed.packs, [&](auto id) { return pack_page(id, input); });
  add_pages<dsl::NormId>(site, typed.norms, [&](auto id) { return norm_page(id, input); });
  site.pages.push_back(stakeholders_index(input));
  add_pages<dsl::StakeholderId>(site, typed.stakeholders,
                                [&](auto id) { return stakeholder_page(id, input); });
  for (SitePage& page : fact_pages(input)) site.pages.push_back(std::move(page));
  site.pages.push_back(topics_page(input));
  site.entries = entries_of(rules.program);
  return site;
}

}  // namespace checker::site
