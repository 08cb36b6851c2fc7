// A stakeholder: what it is and holds, and what of the rules goes through its hands.
#include <algorithm>

#include "checker/report/wording.h"
#include "checker/site/links.h"
#include "checker/site/pages.h"

namespace checker::site {
namespace {

std::vector<Prose> relief_items(const std::vector<dsl::NormId>& norms,
                                const std::vector<dsl::ReliefId>& declared,
                                const dsl::Program& program) {
  std::vector<Prose> items;
  items.reserve(declared.size());
  for (const dsl::ReliefId relief : declared) {
    items.push_back(link_to(relief, program).add(" (reaches several norms)"));
  }
  for (const dsl::NormId norm : norms) {
    items.push_back(Prose("from ").add(link_to(norm, program)));
  }
  return items;
}

std::vector<Prose> question_items(dsl::StakeholderId id, const PageInput& input) {
  const dsl::Program& program = input.program();
  std::vector<Prose> items;
  for (const std::string& question : program.stakeholder(id).questions)
    items.emplace_back(question);
  for (const dsl::FactId fact : input.references.of_stakeholder[id.index].is_asked) {
    for (const dsl::Question& question : program.fact(fact).questions) {
      if (question.whom != id) continue;
      items.push_back(Prose(question.text + " ")
                          .add(Prose().link(program.full_name(fact), address_of(fact, program))));
    }
  }
  return items;
}

}  // namespace

SitePage stakeholder_page(dsl::StakeholderId id, const PageInput& input) {
  const dsl::Program& program = input.program();
  const dsl::Stakeholder& stakeholder = program.stakeholder(id);
  const StakeholderRoles& roles = input.references.of_stakeholder[id.index];
  SitePage page;
  page.path = address_of(id, program).page;
  page.title = dsl::title_or_name(stakeholder);
  page.kind = "Stakeholder";
  page.name = stakeholder.name;
  page.above = Address{"stakeholders.html", ""};
  page.above_title = "Stakeholders";
  Rows rows;
  rows.add("Is", {Prose(spaced(stakeholder.kind))});
  rows.add("Holds", {joined(word_items(stakeholder.holds))});
  rows.add("Upholds", {joined(word_items(stakeholder.upholds))});
  if (!rows.rows.empty()) page.blocks.emplace_back(rows);
  page.headed_list("Enforces", norm_items(roles.enforces, program));
  page.headed_list("Upholds these principles", norm_items(roles.upholds, program));
  page.headed_list("Decides", norm_items(roles.decides, program));
  page.headed_list("Judges", norm_items(roles.judges, program));
  page.headed_list("Hears appeals on", norm_items(roles.hears_appeals, program));
  page.headed_list("Grants relief", relief_items(roles.grants, roles.grants_declared, program));
  page.headed_list("Applies for relief",
                   relief_items(roles.applies_for, roles.applies_for_declared, program));
  page.headed_list("What it is asked", question_items(id, input));
  return page;
}

SitePage stakeholders_index(const PageInput& input) {
  const dsl::Program& program = input.program();
  SitePage page;
  page.path = "stakeholders.html";
  page.title = "Stakeholders";
  page.paragraph("Who enforces, decides, grants or depends.");
  std::vector<dsl::StakeholderId> all;
  for (std::uint32_t i = 0; i < program.typed().stakeholders.size(); ++i) all.push_back({i});
  std::stable_sort(all.begin(), all.end(), [&](dsl::StakeholderId a, dsl::StakeholderId b) {
    return program.stakeholder(a).title < program.stakeholder(b).title;
  });
  std::vector<Prose> items;
  for (const dsl::StakeholderId id : all) {
    const StakeholderRoles& roles = input.references.of_stakeholder[id.index];
    Prose item = link_to(id, program);
    std::vector<std::string> counts;
    if (!roles.enforces.empty()) {
      counts.push_back("enforces " + counted(roles.enforces.size(), "norm", "norms"));
    }
    if (!roles.decides.empty()) {
      counts.push_back("decides " + counted(roles.decides.size(), "approval", "approvals"));
    }
    if (!roles.is_asked.empty()) {
      counts.push_back("is asked for " + counted(roles.is_asked.size(), "fact", "facts"));
    }
    if (!counts.empty()) item.add(": " + listed(counts, counts.size()));
    items.push_back(item);
  }
  page.list(items);
  return page;
}

}  // namespace checker::site
