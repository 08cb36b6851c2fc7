#include <algorithm>

#include "checker/report/wording.h"
#include "checker/site/links.h"
#include "checker/site/norm_sentence.h"
#include "checker/site/pages.h"
#include "checker/site/phrases.h"

namespace checker::site {
namespace {

std::vector<Prose> one(Prose prose) { return {std::move(prose)}; }

std::string full_stop(std::string text) {
  if (!text.empty() && !text.ends_with('.')) text += '.';
  return text;
}

class NormPage {
 public:
  NormPage(dsl::NormId id, const PageInput& input)
      : id_(id), input_(input), program_(input.program()), norm_(program_.norm(id)) {}

  SitePage write() {
    page_.path = address_of(id_, program_).page;
    page_.title = dsl::title_or_name(norm_);
    page_.kind = kind_title(norm_.kind);
    page_.name = norm_.name;
    if (norm_.pack.valid()) {
      page_.above = address_of(norm_.pack, program_);
      page_.above_title = program_.pack(norm_.pack).title;
    }
    page_.heading(2, "In plain words");
    page_.paragraph(sentence_of(id_, input_.rules), Weight::Lead);
    for (const std::string& note : norm_.notes) page_.paragraph(note);
    page_.heading(2, "As the rule file has it");
    page_.blocks.emplace_back(source_around(norm_.span, input_));
    add_standing();
    add_scope();
    add_enforcement();
    add_ways_out();
    add_evidence();
    add_facts();
    add_tests();
    return std::move(page_);
  }

 private:
  Phrases phrases() const {
    Phrases all(program_, input_.rules.sources);
    if (norm_.for_each) all.each(*norm_.for_each);
    return all;
  }

  // Whether it binds at all, and when.
  void add_standing() {
    page_.heading(2, "When it is in force");
    Rows rows;
    if (norm_.status == dsl::Status::Pending) {
      rows.add("Status", one(Prose("Pending, not enacted: it decides nothing. ")
                                 .add(full_stop(norm_.status_note))));
    } else {
      rows.add("Status", one("Enacted"));
    }
    const std::string period = dsl::period_in_words(norm_.in_force);
    rows.add("In force", one(period.empty() ? Prose("no dates are given") : Prose(period)));
    if (norm_.begins_later.valid()) {
      rows.add(
          "Put off",
          one(Prose("until ").add(phrases().noun(norm_.begins_later)).add(", if that is later")));
    }
    std::vector<Prose> suspensions;
    for (const dsl::Suspension& suspension : norm_.suspensions) {
      Prose text(dsl::period_in_words(suspension.period));
      if (!suspension.reason.empty()) text.add(": " + suspension.reason);
      suspensions.push_back(text);
    }
    rows.add("Suspended", suspensions);
    page_.blocks.emplace_back(rows);
  }

  void add_scope() {
    page_.heading(2, "To what it applies");
    Rows rows;
    if (norm_.pack.valid()) {
      Prose pack = link_to(norm_.pack, program_);
      const dsl::ExprId applies = program_.pack(norm_.pack).applies;
      if (applies.valid()) pack.add(", when ").add(phrases().condition(applies));
      rows.add("Pack", one(pack));
    }
    if (norm_.topic.valid()) rows.add("Topic", one(link_to(norm_.topic, program_)));
    rows.add("Applies",
             one(norm_.applies.valid() ? Prose("when ").add(phrases().condition(norm_.applies))
                                       : Prose("to every design that its pack is for")));
    if (norm_.for_each) {
      rows.add("Asked for", one(Phrases(program_, input_.rules.sources).each(*norm_.for_each)));
    }
    page_.blocks.emplace_back(rows);
  }

  void add_enforcement() {
    page_.heading(2, norm_.decided_by.valid() ? "Who decides" : "Who sees to it");
    Rows rows;
    std::vector<Prose> enforcers;
    for (const dsl::Enforcement& enforcement : norm_.enforced) {
      Prose text = link_to(enforcement.by, program_);
      if (enforcement.condition.valid()) {
        text.add(", when ").add(phrases().condition(enforcement.condition));
      }
      if (!enforcement.through.empty()) {
        text.add(", through ").add(joined(word_items(enforcement.through)));
      }
      if (!enforcement.mechanism.empty()) text.add(": " + enforcement.mechanism);
      enforcers.push_back(text);
    }
    rows.add(norm_.kind == dsl::NormKind::Principle ? "Upheld by" : "Enforced by", enforcers);
    add_decision(rows);
    if (norm_.kind != dsl::NormKind::Enablement && norm_.kind != dsl::NormKind::Principle) {
      rows.add("A conflict", one(effect()));
    }
    page_.blocks.emplace_back(rows);
  }

  void add_decision(Rows& rows) const {
    if (!norm_.decided_by.valid()) return;
    Prose decision = link_to(norm_.decided_by, program_);
    if (norm_.within) {
      decision.add(" within " + amount_in_words(*norm_.within, norm_.within_unit, program_));
    }
    rows.add("Decided by", one(decision));
    if (norm_.lasting) {
      Prose lasting(amount_in_words(*norm_.lasting, norm_.lasting_unit, program_));
      if (norm_.renewal) lasting.add(renewal_in_words(*norm_.renewal));
      rows.add("Lasts", one(lasting));
    }
    rows.add("Vote", one(norm_.vote));
    rows.add("Tie", one(norm_.tie));
    rows.add("Due", one(norm_.due));
    if (norm_.appeal) {
      Prose appeal("to ");
      appeal.add(link_to(norm_.appeal->to, program_));
      if (norm_.appeal->within) {
        appeal.add(" within " +
                   amount_in_words(*norm_.appeal->within, norm_.appeal->within_unit, program_));
      }
      if (!norm_.appeal->note.empty()) appeal.add(". " + norm_.appeal->note);
      rows.add("Appeal", one(appeal));
    }
    rows.add("Comes after", norm_items(norm_.after, program_));
  }

  Prose effect() const {
    Prose text;
    switch (norm_.effect) {
      case dsl::Effect::Blocked: text.add("blocks the design"); break;
      case dsl::Effect::Costs: text.add("costs the design something"); break;
      case dsl::Effect::Unrecognised: text.add("leaves what it is about unrecognised"); break;
      case dsl::Effect::Pressure: text.add("puts pressure on the design and stops nothing"); break;
    }
    if (!norm_.effect_description.empty()) text.add(": " + norm_.effect_description);
    if (norm_.effect_amount.valid()) {
      text.add("; the amount is ").add(phrases().noun(norm_.effect_amount));
    }
    return text;
  }

  void add_ways_out() {
    const std::size_t before = page_.blocks.size();
    page_.heading(2, "Ways to meet it and ways out");
    Rows rows;
    rows.add("Alternatives", alternatives());
    rows.add("Exceptions", exceptions());
    rows.add("What lifts it", norm_items(program_.lifted_by(id_), program_));
    rows.add("Lifts", target_items(norm_.lifts, program_));
    rows.add("Cannot lift", limit_items(norm_.cannot_lift, program_));
    rows.add("Relief", reliefs());
    std::vector<Prose> declared;
    for (const dsl::ReliefId relief : program_.reliefs_for(id_)) {
      declared.push_back(link_to(relief, program_));
    }
    rows.add("Reliefs that reach it", declared);
    rows.add("What a design can change", text_items(norm_.remedies));
    page_.blocks.emplace_back(rows);
    if (rows.rows.empty()) page_.blocks.resize(before);
  }

  std::vector<Prose> alternatives() const {
    std::vector<Prose> all;
    for (const dsl::Alternative& way : norm_.alternatives) {
      Prose text(way.title + ": ");
      all.push_back(cited(text.add(phrases().condition(way.condition)), way.citation));
    }
    return all;
  }

  std::vector<Prose> exceptions() const {
    std::vector<Prose> all;
    for (const dsl::Exception& exception : norm_.exceptions) {
      const bool is_whole = exception.but_not.empty();
      const dsl::ExprId condition =
          is_whole ? exception.condition : program_.expr(exception.condition).operands.front();
      Prose text(exception.title + ": ");
      text = cited(text.add(phrases().condition(condition)), exception.citation);
      for (const dsl::CounterException& counter : exception.but_not) {
        text.add("; but not " + counter.title + ": ").add(phrases().condition(counter.condition));
        text = cited(text, counter.citation);
      }
      all.push_back(text);
    }
    return all;
  }

  static Prose cited(Prose text, const std::optional<dsl::Citation>& citation) {
    if (!citation) return text;
    return text.add(" (").add(Prose().link_out(citation->text, citation->url)).add(")");
  }

  std::vector<Prose> reliefs() const {
    std::vector<Prose> all;
    for (const dsl::ReliefRoute& route : norm_.reliefs) {
      Prose text("granted by ");
      text.add(link_to(route.granter.by, program_));
      if (route.granter.condition.valid()) {
        text.add(", when ").add(phrases().condition(route.granter.condition));
      }
      if (route.applicant.valid()) {
        text.add(", applied for by ").add(link_to(route.applicant, program_));
      }
      if (!route.under.empty()) text.add(", under " + without_full_stop(route.under));
      if (!route.vote.empty()) text.add(", by vote: " + without_full_stop(route.vote));
      if (!route.due.empty()) text.add(", due " + without_full_stop(route.due));
      if (route.lasting) {
        text.add(", for " + amount_in_words(*route.lasting, route.lasting_unit, program_));
      }
      if (route.renewal) text.add(renewal_in_words(*route.renewal));
      if (!route.note.empty()) text.add(". " + route.note);
      all.push_back(text);
    }
    return all;
  }

  void add_evidence() {
    page_.heading(2, "What it rests on");
    Rows rows;
    rows.add("Cited", citation_items(norm_.citations));
    rows.add("Read at", source_items(norm_.sources));
    std::vector<dsl::StakeholderId> ask;
    for (const dsl::Enforcement& enforcement : norm_.enforced) ask.push_back(enforcement.by);
    if (ask.empty() && norm_.decided_by.valid()) ask.push_back(norm_.decided_by);
    const bool has_source = !norm_.citations.empty() || !norm_.sources.empty();
    // A commitment of the design's own rests on nothing outside it.
    if (has_source || norm_.confidence != dsl::Confidence::Verified) {
      rows.add("Confidence",
               one(confidence_prose(norm_.confidence, norm_.confidence_note, ask, program_)));
    }
    if (rows.rows.empty()) rows.add("Cited", one("nothing"));
    page_.blocks.emplace_back(rows);
  }

  void add_facts() {
    std::vector<Prose> items;
    for (const dsl::FactId fact : input_.references.facts_of_norm[id_.index]) {
      items.push_back(link_to(fact, program_).add(" ").code(program_.full_name(fact)));
    }
    page_.headed_list("Facts that it reads", items);
  }

  void add_tests() {
    std::vector<Prose> items;
    for (const std::uint32_t index : input_.references.tests_of_norm[id_.index]) {
      const dsl::TestCase& test = program_.typed().tests[index];
      Prose text(test.title + ": ");
      std::vector<Prose> expected;
      for (const dsl::TestExpectation& expectation : test.expectations) {
        if (expectation.norm == id_) expected.push_back(expected_verdict(expectation));
      }
      items.push_back(text.add(joined(expected)));
    }
    page_.headed_list("Tests", items);
  }

  Prose expected_verdict(const dsl::TestExpectation& expectation) const {
    Prose text(spaced(expectation.verdict));
    if (!expectation.grades.empty()) text.add(" for " + grades_text(expectation.grades));
    if (expectation.leeway) {
      text.add(", leeway " +
               value_in_words(*expectation.leeway, expectation.leeway_type, program_));
    }
    std::vector<Prose> needs;
    for (const dsl::FactId fact : expectation.needs) {
      needs.push_back(Prose().link(program_.full_name(fact), address_of(fact, program_)));
    }
    if (!needs.empty()) text.add(", needs ").add(joined(needs));
    return text;
  }

  dsl::NormId id_;
  const PageInput& input_;
  const dsl::Program& program_;
  const dsl::Norm& norm_;
  SitePage page_;
};

}  // namespace

SitePage norm_page(dsl::NormId norm, const PageInput& input) {
  return NormPage(norm, input).write();
}

}  // namespace checker::site
