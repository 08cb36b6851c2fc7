// The facts of a design, by group and list.
#include <algorithm>

#include "checker/report/wording.h"
#include "checker/site/links.h"
#include "checker/site/pages.h"
#include "checker/site/phrases.h"

namespace checker::site {
namespace {

std::string type_in_words(const dsl::Type& type, const dsl::Program& program) {
  if (type.kind == dsl::TypeKind::List) {
    return "list of " + plural_of(spaced(program.fact(type.list).record));
  }
  std::string words = type_name(type, program.types());
  if (type.kind != dsl::TypeKind::Choice) return spaced(words);
  const dsl::ChoiceDeclaration& choice = program.types().choice(type.choice);
  words = type.is_set ? "any of " : "one of ";
  std::vector<Prose> values;
  for (const std::string& value : choice.values) values.emplace_back(spaced(value));
  words += joined(values, " or ").text();
  return type.by_grade ? words + ", by grade" : words;
}

Prose computed_as(const dsl::FactDeclaration& fact, const PageInput& input) {
  if (!fact.computed.valid()) return {};
  Phrases phrases(input.program(), input.rules.sources);
  if (fact.owner.valid()) {
    phrases.name_slot(0, spaced(input.program().fact(fact.owner).record), true);
  }
  const bool is_condition = fact.type.kind == dsl::TypeKind::Boolean;
  return is_condition ? Prose("yes when ").add(phrases.condition(fact.computed))
                      : phrases.noun(fact.computed);
}

void add_fact(SitePage& page, dsl::FactId id, const PageInput& input) {
  const dsl::Program& program = input.program();
  const dsl::FactDeclaration& fact = program.fact(id);
  page.heading(2, fact.meaning.empty() ? program.full_name(id) : fact.meaning,
               program.full_name(id));
  Rows rows;
  rows.add("Name", {Prose().code(program.full_name(id))});
  rows.add("Type", {Prose(type_in_words(fact.type, program))});
  std::vector<Prose> questions;
  for (const dsl::Question& question : fact.questions) {
    Prose text(question.text);
    if (question.whom.valid()) text.add(" Ask ").add(link_to(question.whom, program)).add(".");
    questions.push_back(text);
  }
  rows.add("Question", questions);
  rows.add("Worked out as", {computed_as(fact, input)});
  rows.add("Read by", norm_items(input.references.norms_of_fact[id.index], program));
  page.blocks.emplace_back(rows);
}

SitePage group_page(const std::string& name, const std::string& title) {
  SitePage page;
  page.path = "facts/" + name + ".html";
  page.title = title.empty() ? name : title;
  page.kind = "Facts";
  page.name = name;
  page.above = Address{"facts.html", ""};
  page.above_title = "Facts";
  return page;
}

}  // namespace

std::vector<SitePage> fact_pages(const PageInput& input) {
  const dsl::Program& program = input.program();
  const auto& facts = program.typed().facts;
  std::vector<SitePage> pages(1);
  pages[0].path = "facts.html";
  pages[0].title = "Facts of a design";
  pages[0].paragraph("What a design may state, and what is asked where it does not.");
  for (const dsl::Group& group : program.typed().groups) {
    pages.push_back(group_page(group.name, group.title));
  }
  for (const dsl::FactDeclaration& fact : facts) {
    if (fact.type.kind == dsl::TypeKind::List) pages.push_back(group_page(fact.name, fact.meaning));
  }
  std::vector<std::size_t> counts(pages.size());
  for (std::uint32_t i = 0; i < facts.size(); ++i) {
    const std::string path = address_of(dsl::FactId{i}, program).page;
    const auto page = std::find_if(pages.begin(), pages.end(),
                                   [&](const SitePage& each) { return each.path == path; });
    if (page == pages.end()) continue;
    if (page != pages.begin()) {
      add_fact(*page, {i}, input);
      ++counts[static_cast<std::size_t>(page - pages.begin())];
    }
  }
  std::vector<Prose> items;
  for (std::size_t i = 1; i < pages.size(); ++i) {
    items.push_back(Prose()
                        .link(pages[i].title, {pages[i].path, ""})
                        .add(": " + counted(counts[i], "fact", "facts")));
  }
  pages[0].list(items);
  for (std::uint32_t i = 0; i < facts.size(); ++i) {
    if (address_of(dsl::FactId{i}, program).page == "facts.html") add_fact(pages[0], {i}, input);
  }
  return pages;
}

}  // namespace checker::site
