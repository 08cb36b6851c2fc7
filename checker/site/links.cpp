#include "checker/site/links.h"

#include <algorithm>
#include <array>

#include "checker/report/wording.h"

namespace checker::site {
namespace {

// Whether a meaning is only understood beside what stands above it: "It earns credit".
bool leans_on_others(const std::string& meaning) {
  constexpr std::array kOpenings = {"It ",   "Its ",    "They ",   "Their ",
                                    "Such ", "Of that", "The same"};
  return std::any_of(kOpenings.begin(), kOpenings.end(),
                     [&](const char* opening) { return meaning.starts_with(opening); });
}

// `internship.for_credit` as "internship: for credit".
std::string in_words(const std::string& name) {
  std::string words = spaced(name);
  for (std::size_t at = words.find('.'); at != std::string::npos; at = words.find('.')) {
    words.replace(at, 1, ": ");
  }
  return words;
}

Address in_pack(dsl::PackId pack, const std::string& name, const dsl::Program& program) {
  return {pack.valid() ? address_of(pack, program).page : "index.html", name};
}

}  // namespace

Address address_of(dsl::PackId pack, const dsl::Program& program) {
  return {"packs/" + program.pack(pack).name + ".html", ""};
}
Address address_of(dsl::NormId norm, const dsl::Program& program) {
  return {"norms/" + program.norm(norm).name + ".html", ""};
}
Address address_of(dsl::StakeholderId stakeholder, const dsl::Program& program) {
  return {"stakeholders/" + program.stakeholder(stakeholder).name + ".html", ""};
}
Address address_of(dsl::TopicId topic, const dsl::Program& program) {
  return {"topics.html", program.typed().topics[topic.index].name};
}
Address address_of(dsl::FactId id, const dsl::Program& program) {
  const dsl::FactDeclaration& fact = program.fact(id);
  const bool is_list = fact.type.kind == dsl::TypeKind::List;
  const std::string group = fact.owner.valid() ? program.fact(fact.owner).name
                            : is_list          ? fact.name
                                               : fact.group;
  return {group.empty() ? "facts.html" : "facts/" + group + ".html", program.full_name(id)};
}
Address address_of(dsl::ParameterId id, const dsl::Program& program) {
  const dsl::Parameter& parameter = program.typed().parameters[id.index];
  return in_pack(parameter.pack, parameter.name, program);
}
Address address_of(dsl::DefinitionId id, const dsl::Program& program) {
  const dsl::Definition& definition = program.typed().definitions[id.index];
  return in_pack(definition.pack, definition.name, program);
}
Address address_of(dsl::ReliefId id, const dsl::Program& program) {
  const dsl::DeclaredRelief& relief = program.relief(id);
  return in_pack(relief.pack, "relief." + relief.name, program);
}

Prose link_to(dsl::PackId id, const dsl::Program& program) {
  const dsl::Pack& pack = program.pack(id);
  return Prose().link(dsl::title_or_name(pack), address_of(id, program));
}
Prose link_to(dsl::NormId id, const dsl::Program& program) {
  const dsl::Norm& norm = program.norm(id);
  return Prose().link(dsl::title_or_name(norm), address_of(id, program));
}
Prose link_to(dsl::StakeholderId id, const dsl::Program& program) {
  const dsl::Stakeholder& stakeholder = program.stakeholder(id);
  return Prose().link(dsl::title_or_name(stakeholder), address_of(id, program));
}
Prose link_to(dsl::TopicId id, const dsl::Program& program) {
  const dsl::Topic& topic = program.typed().topics[id.index];
  return Prose().link(dsl::title_or_name(topic), address_of(id, program));
}
Prose link_to(dsl::ReliefId id, const dsl::Program& program) {
  const dsl::DeclaredRelief& relief = program.relief(id);
  return Prose().link(dsl::title_or_name(relief), address_of(id, program));
}
Prose link_to(dsl::FactId id, const dsl::Program& program) {
  return Prose().link(quoted_title(id, program), address_of(id, program));
}

std::string quoted_title(dsl::FactId id, const dsl::Program& program) {
  const std::string& meaning = program.fact(id).meaning;
  if (meaning.empty()) return "“" + program.full_name(id) + "”";
  const auto& facts = program.typed().facts;
  const auto same =
      std::count_if(facts.begin(), facts.end(),
                    [&](const dsl::FactDeclaration& fact) { return fact.meaning == meaning; });
  const std::string title = "“" + meaning + "”";
  return same > 1 || leans_on_others(meaning) ? title + " (" + in_words(program.full_name(id)) + ")"
                                              : title;
}

std::string quoted_title(dsl::DefinitionId id, const dsl::Program& program) {
  const dsl::Definition& definition = program.typed().definitions[id.index];
  if (definition.meaning.empty()) return "“" + definition.name + "”";
  const std::string title = "“" + definition.meaning + "”";
  const std::string& name = definition.name;
  return leans_on_others(definition.meaning)
             ? title + " (" + in_words(name.substr(name.rfind('.') + 1)) + ")"
             : title;
}

Prose link_to(const dsl::LiftTarget& target, const dsl::Program& program) {
  switch (target.kind) {
    case dsl::LiftKind::Norm:
      return Prose("“").add(link_to(dsl::NormId{target.index}, program)).add("”");
    case dsl::LiftKind::Pack:
      return Prose("every rule of ").add(link_to(dsl::PackId{target.index}, program));
    case dsl::LiftKind::Topic:
      return Prose("every rule on ").add(link_to(dsl::TopicId{target.index}, program));
    case dsl::LiftKind::Enforcer:
      return Prose("every rule that is enforced by ")
          .add(link_to(dsl::StakeholderId{target.index}, program));
  }
  return {};
}

}  // namespace checker::site
