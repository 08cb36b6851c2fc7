#include "checker/site/references.h"

#include <algorithm>
#include <array>

#include "checker/report/reach.h"
#include "checker/report/wording.h"

namespace checker::site {
namespace {

std::string title_or_name(const std::string& title, const std::string& name) {
  return title.empty() ? name : title;
}

template <typename Id>
void add_once(std::vector<Id>& all, Id id) {
  if (std::find(all.begin(), all.end(), id) == all.end()) all.push_back(id);
}

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
  return Prose().link(title_or_name(pack.title, pack.name), address_of(id, program));
}
Prose link_to(dsl::NormId id, const dsl::Program& program) {
  const dsl::Norm& norm = program.norm(id);
  return Prose().link(title_or_name(norm.title, norm.name), address_of(id, program));
}
Prose link_to(dsl::StakeholderId id, const dsl::Program& program) {
  const dsl::Stakeholder& stakeholder = program.stakeholder(id);
  return Prose().link(title_or_name(stakeholder.title, stakeholder.name), address_of(id, program));
}
Prose link_to(dsl::TopicId id, const dsl::Program& program) {
  const dsl::Topic& topic = program.typed().topics[id.index];
  return Prose().link(title_or_name(topic.title, topic.name), address_of(id, program));
}
Prose link_to(dsl::ReliefId id, const dsl::Program& program) {
  const dsl::DeclaredRelief& relief = program.relief(id);
  return Prose().link(title_or_name(relief.title, relief.name), address_of(id, program));
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

Places::Places(const Rules& rules) : rules_(rules) {
  std::string shared;
  for (std::size_t i = 0; i < rules.documents.size(); ++i) {
    const std::string& name = rules.sources.file(rules.documents[i].file).name;
    const std::string folder = name.substr(0, name.rfind('/') + 1);
    if (i == 0) shared = folder;
    const auto differ =
        std::mismatch(shared.begin(), shared.end(), folder.begin(), folder.end()).first;
    shared.erase(differ, shared.end());
  }
  shared_ = shared.rfind('/') + 1;
}

std::string Places::place(dsl::Span span) const {
  if (span.file >= rules_.sources.size()) return {};
  const std::string& name = rules_.sources.file(span.file).name;
  return name.substr(std::min(shared_, name.size())) + ", line " +
         std::to_string(rules_.sources.locate(span.file, span.begin).line);
}

dsl::Span Places::declaration_around(dsl::Span span) const {
  for (const dsl::ast::Document& document : rules_.documents) {
    if (document.file != span.file) continue;
    for (const dsl::ast::Declaration& declaration : document.declarations) {
      const dsl::Span whole = dsl::ast::span_of(declaration);
      if (whole.begin <= span.begin && span.end <= whole.end) return whole;
    }
  }
  return span;
}

}  // namespace checker::site
