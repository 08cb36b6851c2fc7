// A pack: its norms with their sentences, its figures, terms and reliefs.
#include <array>

#include "checker/report/wording.h"
#include "checker/site/links.h"
#include "checker/site/norm_sentence.h"
#include "checker/site/pages.h"
#include "checker/site/phrases.h"
#include "dsl/syntax/norm_words.h"

namespace checker::site {
namespace {

constexpr std::array kKinds = {dsl::NormKind::Regulation, dsl::NormKind::Agreement,
                               dsl::NormKind::Practice,   dsl::NormKind::Approval,
                               dsl::NormKind::Enablement, dsl::NormKind::Principle};

std::string plural_title(dsl::NormKind kind) {
  return Prose(plural_of(std::string(dsl::ast::kind_word(kind)))).capitalized().text();
}

void add_norms(SitePage& page, dsl::PackId pack, const PageInput& input) {
  const auto& norms = input.program().typed().norms;
  for (const dsl::NormKind kind : kKinds) {
    bool is_first = true;
    for (std::uint32_t i = 0; i < norms.size(); ++i) {
      if (norms[i].pack != pack || norms[i].kind != kind) continue;
      if (is_first) page.heading(2, plural_title(kind));
      is_first = false;
      page.heading(3, link_to(dsl::NormId{i}, input.program()), norms[i].name);
      page.paragraph(sentence_of({i}, input.rules));
    }
  }
}

std::string keys_in_words(const dsl::ParameterValue& value, const dsl::Parameter& parameter,
                          const dsl::Program& program) {
  std::string text;
  for (std::size_t i = 0; i < value.keys.size(); ++i) {
    std::vector<std::string> ranges;
    for (const dsl::TableKey::Range& range : value.keys[i].ranges) {
      std::string words = value_in_words(range.low, parameter.keys[i], program);
      if (range.low != range.high) {
        words += " to " + value_in_words(range.high, parameter.keys[i], program);
      }
      ranges.push_back(words);
    }
    if (!text.empty()) text += "; ";
    const std::string any = value.keys[i].otherwise ? "any other " : "any ";
    text += ranges.empty() ? any + spaced(parameter.key_names[i]) : listed(ranges, ranges.size());
  }
  return text;
}

}  // namespace

void add_parameter(SitePage& page, dsl::ParameterId id, const PageInput& input) {
  const dsl::Parameter& parameter = input.program().typed().parameters[id.index];
  page.heading(3, parameter.meaning.empty() ? parameter.name : parameter.meaning, parameter.name);
  Rows rows;
  rows.add("Name", {Prose().code(parameter.name)});
  for (const dsl::ParameterVersion& version : parameter.versions) {
    std::vector<Prose> values;
    for (const dsl::ParameterValue& value : version.values) {
      const std::string keys = keys_in_words(value, parameter, input.program());
      values.emplace_back((keys.empty() ? "" : keys + ": ") +
                          value_in_words(value.value, parameter.type, input.program()));
    }
    const std::string period = dsl::period_in_words(version.period);
    rows.add(period.empty() ? "Value" : Prose(period).capitalized().text(), values);
  }
  if (parameter.versions.empty()) rows.add("Value", {"what the design states"});
  rows.add("Cited", citation_items(parameter.citations));
  rows.add("Read at", source_items(parameter.sources));
  if (parameter.confidence != dsl::Confidence::Verified) {
    rows.add("Confidence", {confidence_prose(parameter.confidence, "", {}, input.program())});
  }
  page.blocks.emplace_back(rows);
}

void add_definition(SitePage& page, dsl::DefinitionId id, const PageInput& input) {
  const dsl::Program& program = input.program();
  const dsl::Definition& definition = program.typed().definitions[id.index];
  page.heading(3, definition.meaning.empty() ? definition.name : definition.meaning,
               definition.name);
  Phrases phrases(program, input.rules.sources);
  for (std::uint32_t i = 0; i < definition.parameter_names.size(); ++i) {
    phrases.name_slot(i, spaced(definition.parameter_names[i]));
  }
  const bool is_condition = definition.type.kind == dsl::TypeKind::Boolean;
  const auto words = [&](dsl::ExprId body) {
    return is_condition ? Prose("the case when ").add(phrases.condition(body)) : phrases.noun(body);
  };
  Rows rows;
  rows.add("Name", {Prose().code(definition.name)});
  if (definition.body.valid()) rows.add("Is", {words(definition.body)});
  std::vector<Prose> readings;
  for (const dsl::Reading& reading : definition.readings) {
    readings.push_back(Prose("“" + reading.title + "”: ").add(words(reading.body)));
  }
  rows.add("Can be read as", readings);
  rows.add("In force", {Prose(dsl::period_in_words(definition.in_force))});
  rows.add("Cited", citation_items(definition.citations));
  page.blocks.emplace_back(rows);
  page.blocks.emplace_back(source_around(definition.span, input));
}

void add_relief(SitePage& page, dsl::ReliefId id, const PageInput& input) {
  const dsl::Program& program = input.program();
  const dsl::DeclaredRelief& relief = program.relief(id);
  Phrases phrases(program, input.rules.sources);
  page.heading(3, dsl::title_or_name(relief), "relief." + relief.name);
  for (const std::string& note : relief.notes) page.paragraph(note);
  Rows rows;
  rows.add("Name", {Prose().code(relief.name)});
  if (relief.applies.valid()) {
    rows.add("Applies", {Prose("when ").add(phrases.condition(relief.applies))});
  }
  rows.add("In force", {Prose(dsl::period_in_words(relief.in_force))});
  std::vector<Prose> granters;
  std::vector<dsl::StakeholderId> ask;
  for (const dsl::Granter& granter : relief.granters) {
    Prose text = link_to(granter.by, program);
    if (granter.condition.valid()) text.add(", when ").add(phrases.condition(granter.condition));
    granters.push_back(text);
    ask.push_back(granter.by);
  }
  rows.add("Granted by", granters);
  if (relief.applicant.valid()) rows.add("Applied for by", {link_to(relief.applicant, program)});
  rows.add("Vote", {Prose(relief.vote)});
  rows.add("Due", {Prose(relief.due)});
  if (relief.lasting) {
    Prose lasting(amount_in_words(*relief.lasting, relief.lasting_unit, program));
    if (relief.renewal) lasting.add(renewal_in_words(*relief.renewal));
    rows.add("Lasts", {lasting});
  }
  rows.add("Reaches", target_items(relief.reaches, program));
  rows.add("Cannot reach", limit_items(relief.cannot_reach, program));
  rows.add("Cited", citation_items(relief.citations));
  rows.add("Read at", source_items(relief.sources));
  rows.add("Confidence",
           {confidence_prose(relief.confidence, relief.confidence_note, ask, program)});
  page.blocks.emplace_back(rows);
  page.blocks.emplace_back(source_around(relief.span, input));
}

void add_contents(SitePage& page, dsl::PackId pack, const PageInput& input) {
  const dsl::TypedProgram& typed = input.program().typed();
  add_norms(page, pack, input);
  const auto add_all = [&](const auto& all, const char* title, auto add) {
    bool is_first = true;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      if (all[i].pack != pack) continue;
      if (is_first) page.heading(2, title);
      is_first = false;
      add(i);
    }
  };
  add_all(typed.reliefs, "Reliefs that reach several norms",
          [&](std::uint32_t i) { add_relief(page, {i}, input); });
  add_all(typed.parameters, "Figures", [&](std::uint32_t i) { add_parameter(page, {i}, input); });
  add_all(typed.definitions, "Terms", [&](std::uint32_t i) { add_definition(page, {i}, input); });
}

SitePage pack_page(dsl::PackId id, const PageInput& input) {
  const dsl::Program& program = input.program();
  const dsl::Pack& pack = program.pack(id);
  SitePage page;
  page.path = address_of(id, program).page;
  page.title = dsl::title_or_name(pack);
  page.kind = "Pack";
  page.name = pack.name;
  Rows rows;
  rows.add("Applies",
           {pack.applies.valid()
                ? Prose("when ").add(Phrases(program, input.rules.sources).condition(pack.applies))
                : Prose("to every design")});
  std::vector<Prose> uses;
  for (const dsl::PackId used : pack.uses) uses.push_back(link_to(used, program));
  rows.add("Uses the terms of", uses);
  if (pack.verified) rows.add("Verified on", {Prose(format_date(*pack.verified))});
  page.blocks.emplace_back(rows);
  add_contents(page, id, input);
  return page;
}

}  // namespace checker::site
