// The front page with its counts, and the topics.
#include <algorithm>

#include "checker/report/wording.h"
#include "checker/site/links.h"
#include "checker/site/pages.h"

namespace checker::site {
namespace {

std::size_t norms_of(dsl::PackId pack, const dsl::Program& program) {
  std::size_t count = 0;
  for (const dsl::Norm& norm : program.typed().norms) count += norm.pack == pack ? 1U : 0U;
  return count;
}

bool has_contents(dsl::PackId pack, const dsl::TypedProgram& typed) {
  const auto any = [&](const auto& all) {
    for (const auto& each : all) {
      if (each.pack == pack) return true;
    }
    return false;
  };
  return any(typed.norms) || any(typed.parameters) || any(typed.definitions) || any(typed.reliefs);
}

}  // namespace

SitePage packs_index(const PageInput& input) {
  const dsl::Program& program = input.program();
  const dsl::TypedProgram& typed = program.typed();
  SitePage page;
  page.path = "index.html";
  page.title = "The rules";
  Prose counts(counted(typed.norms.size(), "norm", "norms") + " in " +
               counted(typed.packs.size(), "pack", "packs") + ", with " +
               counted(typed.tests.size(), "test", "tests") + "; ");
  counts.link(counted(typed.stakeholders.size(), "stakeholder", "stakeholders"),
              {"stakeholders.html", ""});
  counts.add(", ").link(counted(typed.facts.size(), "fact", "facts"), {"facts.html", ""});
  counts.add(" that a design may state, ");
  counts.link(counted(typed.topics.size(), "topic", "topics"), {"topics.html", ""}).add(".");
  page.paragraph(counts, Weight::Lead);
  page.heading(2, "Packs");
  std::vector<dsl::PackId> packs;
  for (std::uint32_t i = 0; i < typed.packs.size(); ++i) packs.push_back({i});
  std::sort(packs.begin(), packs.end(), [&](dsl::PackId a, dsl::PackId b) {
    return program.pack(a).name < program.pack(b).name;
  });
  std::vector<Prose> items;
  items.reserve(packs.size());
  for (const dsl::PackId pack : packs) {
    items.push_back(link_to(pack, program)
                        .add(": " + counted(norms_of(pack, program), "norm", "norms") + " ")
                        .code(program.pack(pack).name));
  }
  page.list(items);
  if (has_contents({}, typed)) {
    page.heading(2, "Rules that belong to no pack");
    add_contents(page, {}, input);
  }
  return page;
}

SitePage topics_page(const PageInput& input) {
  const dsl::Program& program = input.program();
  SitePage page;
  page.path = "topics.html";
  page.title = "Topics";
  for (std::uint32_t i = 0; i < program.typed().topics.size(); ++i) {
    const dsl::Topic& topic = program.typed().topics[i];
    std::vector<dsl::NormId> norms;
    for (std::uint32_t j = 0; j < program.typed().norms.size(); ++j) {
      if (program.typed().norms[j].topic == dsl::TopicId{i}) norms.push_back({j});
    }
    page.heading(2, dsl::title_or_name(topic), topic.name);
    page.list(norm_items(norms, program));
    if (norms.empty()) page.paragraph("No norm carries it.", Weight::Quiet);
  }
  return page;
}

}  // namespace checker::site
