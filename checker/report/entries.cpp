#include "checker/report/entries.h"

#include <algorithm>

#include "checker/eval/evaluate.h"
#include "checker/eval/parties.h"
#include "checker/report/failed_requirements.h"
#include "checker/report/leeway_entry.h"
#include "checker/report/relief_entry.h"
#include "checker/report/wording.h"
#include "dsl/sema/reach.h"
#include <fmt/core.h>

namespace checker {
namespace {

using dsl::Norm;
using dsl::Program;

CitationEntry citation_entry(const dsl::Citation& citation) {
  return {citation.text, citation.url};
}

NormRefEntry norm_ref(dsl::NormId id, const Program& program) {
  const Norm& norm = program.norm(id);
  return {norm.name, norm.title, norm.citations.empty() ? "" : norm.citations.front().text};
}

std::string amount_text(const std::optional<dsl::Rational>& amount, dsl::UnitId unit,
                        const Program& program) {
  if (!amount) return {};
  return dsl::quantity_in_words(*amount, unit.valid() ? program.types().unit(unit) : dsl::Unit{});
}

ApprovalEntry approval_entry(const ApprovalRecord& record, const ReportInput& input) {
  return {record.result, record.on, record.until, record.reference,
          location_of(record.span, input.sources)};
}

std::string by_text(const Party& party) { return party.title.empty() ? "" : " by " + party.title; }

// The reason as a sentence, from the records of the entry where it speaks of one.
std::string reason_text(const VerdictPart& part, const PartEntry& entry, const Norm& norm,
                        const ReportInput& input) {
  switch (part.reason) {
    case Reason::Refused: {
      const Party body = party_of(norm.decided_by, input.program);
      const std::string who = body.title.empty() ? "the body" : body.title;
      if (!entry.approval || !entry.approval->on) return who + " refused";
      return fmt::format("{} refused on {}", who, dsl::format_date(*entry.approval->on));
    }
    case Reason::ApprovalExpired:
      if (!entry.approval || !entry.approval->until) return "the approval has ended";
      return fmt::format("the approval ended on {}", dsl::format_date(*entry.approval->until));
    case Reason::ReliefExpired:
      if (!entry.relief || !entry.relief->until) return "the relief has ended";
      return fmt::format("the relief{} ended on {}", by_text(entry.relief->by),
                         dsl::format_date(*entry.relief->until));
    case Reason::ReliefNotYet:
      if (!entry.relief || !entry.relief->from) return "the relief has not begun";
      return fmt::format("the relief{} begins only on {}", by_text(entry.relief->by),
                         dsl::format_date(*entry.relief->from));
    default: return scope_text(part.reason, norm, input.program, input.sources);
  }
}

std::string renewal_text(const std::optional<dsl::Renewal>& renewal) {
  if (!renewal) return {};
  if (!renewal->times) return "renewable";
  return *renewal->times == 1 ? "renewable once"
                              : fmt::format("renewable {} times", *renewal->times);
}

// Who it is from, who holds to it, and where it stands.
void add_origin(const Norm& norm, const ReportInput& input, VerdictEntry& entry) {
  const Program& program = input.program;
  if (norm.topic.valid()) entry.topic = program.typed().topics[norm.topic.index].name;
  if (norm.pack.valid()) entry.pack = program.pack(norm.pack).name;
  if (norm.decided_by.valid()) entry.decided_by = party_of(norm.decided_by, program);
  entry.within = amount_text(norm.within, norm.within_unit, program);
  entry.lasting = amount_text(norm.lasting, norm.lasting_unit, program);
  entry.renewal = renewal_text(norm.renewal);
  entry.due = norm.due;
  entry.vote = norm.vote;
  entry.tie = norm.tie;
  if (norm.appeal) {
    entry.appeal = {party_of(norm.appeal->to, program),
                    amount_text(norm.appeal->within, norm.appeal->within_unit, program),
                    norm.appeal->note};
  }
  entry.pending = norm.status == dsl::Status::Pending;
  entry.status_note = norm.status_note;
  std::transform(norm.citations.begin(), norm.citations.end(), std::back_inserter(entry.citations),
                 citation_entry);
  entry.rule_location = location_of(norm.name_span, input.sources);
}

std::optional<Party> party_if(dsl::StakeholderId id, const Program& program) {
  return id.valid() ? std::optional(party_of(id, program)) : std::nullopt;
}

std::vector<KeptEntry> kept_from(const Verdict& conflict, const ReportInput& input) {
  const Program& program = input.program;
  std::vector<KeptEntry> entries;
  for (const dsl::NormId id : program.kept_from(conflict.norm)) {
    if (input.verdicts[id.index].outcome != Outcome::Enabled) continue;
    entries.push_back(
        {norm_ref(id, program),
         dsl::why_out_of_reach(program.norm(id).cannot_lift, conflict.norm, program.typed())});
  }
  return entries;
}

bool fails_run(const Norm& norm, const Verdict& verdict, const FailOn& fail_on) {
  return fail_on.effects.contains(norm.effect) &&
         std::any_of(verdict.parts.begin(), verdict.parts.end(),
                     [](const VerdictPart& part) { return part.outcome == Outcome::Conflict; });
}

}  // namespace

Entries::Entries(const ReportInput& input)
    : input_(input), facts_(input), evaluator_(input.program, input.design, input.as_of) {
  let_norms_be_asked(evaluator_);
}

VerdictEntry Entries::verdict(const Verdict& verdict) {
  const Norm& norm = input_.program.norm(verdict.norm);
  VerdictEntry entry;
  entry.norm = norm.name;
  entry.kind = norm.kind;
  entry.title = dsl::title_or_name(norm);
  entry.outcome = verdict.outcome;
  entry.effect = norm.effect;
  entry.effect_description = norm.effect_description;
  entry.sources = norm.sources;
  entry.confidence = norm.confidence;
  entry.confidence_note = norm.confidence_note;
  entry.notes = norm.notes;
  add_origin(norm, input_, entry);
  add_enforcers(norm, entry);
  add_ways_out(verdict.norm, entry);
  if (verdict.outcome == Outcome::Conflict) entry.kept_from = kept_from(verdict, input_);
  for (const dsl::ExprId requirement : norm.requirements) {
    entry.requires_text.push_back(condition_text(requirement, input_.program, input_.sources));
  }
  for (const VerdictPart& each : verdict.parts) entry.parts.push_back(part(verdict.norm, each));
  entry.fails = fails_run(norm, verdict, input_.fail_on);
  return entry;
}

void Entries::add_enforcers(const Norm& norm, VerdictEntry& entry) {
  for (const EnforcerHere& here : enforcers_here(evaluator_, norm)) {
    const dsl::Enforcement& each = norm.enforced[here.index];
    entry.enforced.push_back(
        {party_of(each.by, input_.program), each.through, each.mechanism, here.hangs_on_facts});
  }
}

void Entries::add_ways_out(dsl::NormId id, VerdictEntry& entry) {
  const Program& program = input_.program;
  for (const ReliefRouteHere& here : relief_routes_here(evaluator_, id)) {
    ReliefRouteEntry route;
    if (here.own != nullptr) {
      const dsl::ReliefRoute& own = *here.own;
      route.applicant = party_if(own.applicant, program);
      route.vote = own.vote;
      route.under = own.under;
      route.due = own.due;
      route.lasting = amount_text(own.lasting, own.lasting_unit, program);
      route.renewal = renewal_text(own.renewal);
      route.note = own.note;
    } else {
      const dsl::DeclaredRelief& relief = program.relief(here.declared);
      route.relief = relief.name;
      route.title = relief.title;
      route.applicant = party_if(relief.applicant, program);
      route.vote = relief.vote;
      route.under = relief.citations.empty() ? "" : relief.citations.front().text;
      route.due = relief.due;
      route.lasting = amount_text(relief.lasting, relief.lasting_unit, program);
      route.renewal = renewal_text(relief.renewal);
    }
    route.by = party_of(here.by, program);
    route.by_hangs_on_facts = here.by_hangs_on_facts;
    entry.relief_routes.push_back(std::move(route));
  }
  entry.remedies = program.norm(id).remedies;
}

void Entries::add_alternatives(const Norm& norm, const VerdictPart& part, PartEntry& entry) const {
  for (const AlternativeResult& result : part.alternatives) {
    const dsl::Alternative& alternative = norm.alternatives[result.index];
    AlternativeEntry made;
    made.title = alternative.title;
    if (alternative.citation) made.citation = alternative.citation->text;
    if (result.leeway) {
      made.gap = leeway_entry(*result.leeway, part, input_).text;
      if (result.leeway->fails_besides) made.gap += ", and more is missing";
    }
    entry.alternatives.push_back(std::move(made));
  }
  for (const ReadingResult& result : part.readings_apart) {
    const dsl::Definition& term = input_.program.typed().definitions[result.definition];
    const dsl::Reading& reading = term.readings[result.reading];
    entry.readings.push_back({term.name, term.meaning, reading.name, reading.title, result.outcome,
                              outcome_text(result.outcome, norm)});
  }
  if (part.effect_amount) {
    dsl::Type type = input_.program.expr(norm.effect_amount).type;
    if (type.kind == dsl::TypeKind::Ratio) type.kind = dsl::TypeKind::Percent;
    entry.effect_amount = dsl::format_value(*part.effect_amount, type, input_.program.types());
  }
}

PartEntry Entries::part(dsl::NormId id, const VerdictPart& part) {
  const Norm& norm = input_.program.norm(id);
  PartEntry entry;
  entry.outcome = part.outcome;
  entry.reason_code = part.reason;
  entry.grades = part.grades;
  if (norm.for_each && !norm.for_each->over_grades) {
    const dsl::FactId list{input_.program.expr(norm.for_each->domain).index};
    for (const std::uint32_t item : part.items) entry.records.push_back(facts_.record(list, item));
  }
  if (part.leeway) entry.leeway = leeway_entry(*part.leeway, part, input_);
  add_alternatives(norm, part, entry);
  add_facts(part, entry);
  add_way_out(norm, part, entry);
  entry.reason = part.reason == Reason::ReliefOutOfReach && part.relief
                     ? out_of_reach_text(input_.design.reliefs[*part.relief], id, evaluator_)
                     : reason_text(part, entry, norm, input_);
  return entry;
}

// What the design says, and what it leaves open.
void Entries::add_facts(const VerdictPart& part, PartEntry& entry) {
  for (const FactRef& ref : part.needs) entry.needs.push_back(facts_.need(ref));
  for (const FactRef& ref : part.hangs_on) entry.hangs_on.push_back(facts_.need(ref));
  for (const std::uint32_t index : part.judgments) {
    const dsl::Judgment& judgment = input_.program.typed().judgments[index];
    entry.judgments.push_back({party_of(judgment.by, input_.program), judgment.question});
  }
  for (const Cause& fault : part.faults) {
    std::string text = fault_text(fault, input_.program, input_.as_of);
    const bool is_told =
        std::find(entry.faults.begin(), entry.faults.end(), text) != entry.faults.end();
    if (!is_told) entry.faults.push_back(std::move(text));
  }
  const bool fails = is_failure(part.outcome);
  if (fails) entry.failed = failed_requirements(part, input_);
  for (const FactReading& reading : part.readings) {
    auto location = facts_.location(reading);
    if (!location) continue;
    location->decisive = fails && has_reading(part.failed_readings, reading.ref);
    entry.locations.push_back(std::move(*location));
  }
}

// What holds the norm off, or could.
void Entries::add_way_out(const Norm& norm, const VerdictPart& part, PartEntry& entry) {
  if (part.lifted_by.valid()) entry.lifted_by = norm_ref(part.lifted_by, input_.program);
  if (part.exception) {
    const dsl::Exception& exception = norm.exceptions[*part.exception];
    entry.exception = exception.title;
    if (exception.citation) entry.exception_citation = exception.citation->text;
  }
  if (part.relief) {
    entry.relief = relief_entry(input_.design.reliefs[*part.relief], input_, evaluator_);
  }
  if (part.approval) {
    entry.approval = approval_entry(input_.design.approvals[*part.approval], input_);
  }
  for (const dsl::NormId id : part.waits_for) {
    entry.waits_for.push_back(norm_ref(id, input_.program));
  }
}

std::vector<Party> Entries::packs_in_scope() {
  std::vector<Party> packs;
  for (const dsl::Pack& pack : input_.program.typed().packs) {
    if (truth_of_pack(evaluator_, pack) != dsl::Truth::True) continue;
    packs.push_back({pack.name, pack.title});
  }
  return packs;
}

}  // namespace checker
