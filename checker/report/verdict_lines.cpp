#include "checker/report/verdict_lines.h"

#include "checker/report/text_parts.h"
#include "checker/report/wording.h"
#include "dsl/sema/words.h"
#include <fmt/core.h>

namespace checker {
namespace {

constexpr std::size_t kMostParts = 4;
constexpr std::size_t kMostRequirements = 3;
constexpr std::size_t kMostFacts = 4;
constexpr std::size_t kMostAlternatives = 4;

void add(Lines& lines, const std::string& label, const std::string& text) {
  if (!text.empty()) lines.push_back({label, text});
}

void add_norm(Lines& lines, const VerdictEntry& verdict) {
  add(lines, "norm", verdict.norm + in_brackets(verdict.rule_location));
}

std::vector<const PartEntry*> conflicting_parts(const VerdictEntry& verdict) {
  std::vector<const PartEntry*> parts;
  for (const PartEntry& part : verdict.parts) {
    if (part.outcome == Outcome::Conflict) parts.push_back(&part);
  }
  return parts;
}

// What the rule asks where no comparison says it, with the facts that decided it.
void add_requirements(Lines& lines, const VerdictEntry& verdict, const PartEntry& part) {
  std::vector<std::string> asks;
  for (const RequirementEntry& each : part.failed) {
    if (!each.measured) asks.push_back(fmt::format("{}{}", each.text, in_brackets(each.location)));
  }
  if (part.failed.empty() && !part.leeway) asks = verdict.requires_text;
  if (asks.empty()) return;
  add(lines, part.leeway ? "the rule also asks" : "the rule asks", listed(asks, kMostRequirements));
  const std::vector<Location> told = part.leeway ? part.leeway->has_from : std::vector<Location>();
  add(lines, "your design", deciding_facts(part, told));
}

std::string relief_text(const PartEntry& part) {
  if (!is_about_relief(part.reason_code)) return {};
  std::string text = part.reason;
  if (part.relief && !part.relief->reference.empty()) text += ", " + part.relief->reference;
  return text + (part.relief ? in_brackets(part.relief->location) : "");
}

// "50,400 minutes per year (design.yaml:12)", "`calendar.days` is 170 days per year (...)"
std::string has_text(const LeewayEntry& leeway) {
  std::string has = leeway.has + in_brackets(leeway.has_from);
  if (leeway.facts.empty()) return has;
  std::vector<std::string> facts;
  for (const std::string& fact : leeway.facts) facts.push_back(fmt::format("`{}`", fact));
  return fmt::format("{} {} {}", listed(facts, kMostFacts), facts.size() == 1 ? "is" : "are", has);
}

// "two days average 240 minutes, each at least 180: 15 minutes per day short (citation)"
std::string alternative_text(const AlternativeEntry& each) {
  std::string text = each.title;
  if (!each.gap.empty()) text += ": " + each.gap;
  return each.citation.empty() ? text : text + " (" + each.citation + ")";
}

// The nearest first; the others below it.
void add_alternatives(Lines& lines, const PartEntry& part) {
  if (part.alternatives.empty()) return;
  add(lines, "nearest", alternative_text(part.alternatives.front()));
  std::vector<std::string> others;
  for (std::size_t i = 1; i < part.alternatives.size(); ++i) {
    others.push_back(alternative_text(part.alternatives[i]));
  }
  if (others.empty()) return;
  add(lines, fmt::format("other ways to comply ({})", others.size()),
      listed(others, kMostAlternatives));
}

void add_part(Lines& lines, const VerdictEntry& verdict, const PartEntry& part, bool one_of_many) {
  const std::string about = about_text(part);
  if (one_of_many && !about.empty()) {
    lines.push_back({"", "for " + about + ":", true});
  }
  if (part.leeway) {
    const LeewayEntry& leeway = *part.leeway;
    add(lines, "your design", has_text(leeway));
    add(lines, "the rule",
        fmt::format("{} {}{}", leeway.relation, leeway.limit, in_brackets(leeway.rule)));
    add(lines, "the gap", leeway.text);
  }
  add_alternatives(lines, part);
  if (part.alternatives.empty()) add_requirements(lines, verdict, part);
  add(lines, "what it costs", part.effect_amount);
  if (part.reason_code == Reason::Refused) {
    std::string text = part.reason;
    if (part.approval) {
      if (!part.approval->reference.empty()) text += ", " + part.approval->reference;
      text += in_brackets(part.approval->location);
    }
    add(lines, "your design", text);
  }
  add(lines, "relief", relief_text(part));
}

std::string enforcement_text(const EnforcementEntry& each) {
  std::string text = each.by.title;
  if (each.hangs_on_facts) text += " (whether it is, hangs on missing facts)";
  if (!each.through.empty()) {
    std::vector<std::string> through;
    for (const std::string& word : each.through) through.push_back(spaced(word));
    text += " through " + listed(through, through.size());
  }
  return each.mechanism.empty() ? text : text + ". " + each.mechanism;
}

std::string route_text(const ReliefRouteEntry& route) {
  std::string text = route.title.empty() ? "relief" : route.title;
  if (!route.by.title.empty()) text += (route.title.empty() ? " by " : ", by ") + route.by.title;
  if (route.by_hangs_on_facts) text += " (whether it can, hangs on missing facts)";
  if (route.applicant) text += ", applied for by " + route.applicant->title;
  if (!route.vote.empty()) text += " (vote: " + without_full_stop(route.vote) + ")";
  if (!route.under.empty()) text += " under " + route.under;
  if (!route.due.empty()) text += ", due " + route.due;
  if (!route.lasting.empty()) text += ", lasting " + route.lasting;
  if (!route.renewal.empty()) text += ", " + route.renewal;
  return route.note.empty() ? text : sentence(text) + " " + route.note;
}

// "\"TITLE\" (CITATION)"
std::string cited(const std::string& title, const std::string& citation) {
  const std::string quoted = fmt::format("\"{}\"", title);
  return citation.empty() ? quoted : fmt::format("{} ({})", quoted, citation);
}

// "\"A charter is free of most statutes\" (Code 1) says that it cannot: State tests stay."
std::string kept_text(const KeptEntry& kept) {
  std::string text =
      cited(kept.enablement.title, kept.enablement.citation) + " says that it cannot";
  if (!kept.reason.empty()) text += ": " + kept.reason;
  return sentence(text);
}

void add_ways_out(Lines& lines, const VerdictEntry& verdict) {
  for (const KeptEntry& kept : verdict.kept_from) add(lines, "not lifted", kept_text(kept));
  for (const ReliefRouteEntry& route : verdict.relief_routes) {
    add(lines, "way out", route_text(route));
  }
  for (const std::string& remedy : verdict.remedies) {
    add(lines, "way out", remedy);
  }
  if (verdict.appeal && verdict.main().reason_code == Reason::Refused) {
    add(lines, "way out", "appeal " + appeal_text(*verdict.appeal));
  } else if (verdict.relief_routes.empty() && verdict.remedies.empty()) {
    add(lines, "way out", "the rule names none");
  }
}

std::string approval_text(const PartEntry& part) {
  if (!part.approval) return {};
  const std::string status = part.reason.empty() ? "asked for, not yet decided" : part.reason;
  const std::string& reference = part.approval->reference;
  return status + (reference.empty() ? "" : ", " + reference) +
         in_brackets(part.approval->location);
}

}  // namespace

std::string effect_text(const VerdictEntry& verdict) {
  if (verdict.main().reason_code == Reason::Refused) return "refused";
  std::string text(effect_word(verdict.effect));
  if (!verdict.effect_description.empty()) {
    text += (verdict.effect == dsl::Effect::Costs ? " " : ": ") + verdict.effect_description;
  }
  return text;
}

std::string about_conflict(const VerdictEntry& verdict) {
  const auto parts = conflicting_parts(verdict);
  std::string text = parts.size() == 1 ? for_text(*parts.front()) : "";
  if (verdict.added) text += " (new)";
  if (verdict.known) {
    text += " (known; does not fail the check)";
  } else if (!verdict.fails) {
    text += " (does not fail the check)";
  }
  return text;
}

Lines conflict_lines(const VerdictEntry& verdict) {
  const auto parts = conflicting_parts(verdict);
  Lines lines;
  add(lines, "citation", citation_text(verdict));
  for (std::size_t i = 0; i < parts.size() && i < kMostParts; ++i) {
    add_part(lines, verdict, *parts[i], parts.size() > 1);
  }
  if (parts.size() > kMostParts) {
    lines.push_back({"", fmt::format("and {} more", parts.size() - kMostParts)});
  }
  for (const EnforcementEntry& each : verdict.enforced) {
    add(lines, "enforced by", enforcement_text(each));
  }
  add_ways_out(lines, verdict);
  add(lines, "note", notes_text(verdict));
  add(lines, "how sure", confidence_text(verdict));
  add_norm(lines, verdict);
  return lines;
}

Lines approval_lines(const PartOfNorm& each) {
  const VerdictEntry& norm = *each.norm;
  Lines lines;
  add(lines, "citation", citation_text(norm));
  if (norm.decided_by) {
    add(lines, "decided by",
        norm.decided_by->title + (norm.within.empty() ? "" : " within " + norm.within));
  }
  add(lines, "lasts", lasting_text(norm.lasting, norm.renewal));
  add(lines, "majority", norm.vote);
  add(lines, "on a tie", norm.tie);
  add(lines, "due", norm.due);
  if (norm.appeal) add(lines, "appeal", appeal_text(*norm.appeal));
  for (const NormRefEntry& before : each.part->waits_for) add(lines, "first", before.title);
  add(lines, "your design", approval_text(*each.part));
  for (const std::string& remedy : norm.remedies) add(lines, "advice", remedy);
  add(lines, "note", notes_text(norm));
  add(lines, "how sure", confidence_text(norm));
  add_norm(lines, norm);
  return lines;
}

Lines judgment_lines(const PartOfNorm& each) {
  Lines lines;
  add(lines, "citation", citation_text(*each.norm));
  for (const JudgmentEntry& judgment : each.part->judgments) {
    add(lines, "judged by", judgment.by.title);
    add(lines, "question", judgment.question);
  }
  std::string term;
  for (const ReadingEntry& reading : each.part->readings) {
    if (reading.term != term) add(lines, "open term", reading.meaning);
    term = reading.term;
    add(lines, "read as", fmt::format("{}: {}", reading.title, reading.outcome_text));
  }
  add_norm(lines, *each.norm);
  return lines;
}

Lines thinned_lines(const PartOfNorm& each) {
  Lines lines;
  add(lines, "your design", deciding_facts(*each.part, {}));
  for (const std::string& remedy : each.norm->remedies) add(lines, "way out", remedy);
  return lines;
}

Lines quiet_lines(const PartOfNorm& each) {
  const PartEntry& part = *each.part;
  Lines lines;
  add(lines, "citation", citation_text(*each.norm));
  std::vector<Location> told;
  if (part.leeway) {
    add(lines, "leeway", leeway_in_full(*part.leeway));
    told = part.leeway->has_from;
  }
  add(lines, "your design", deciding_facts(part, told));
  add(lines, "because", part.reason);
  add_norm(lines, *each.norm);
  return lines;
}

namespace {

// What is told of a norm that would be told nothing of where it is enacted: why it would be so.
Lines unenacted_lines(const VerdictEntry& verdict) {
  const PartEntry& part = verdict.main();
  Lines lines;
  add(lines, "citation", citation_text(verdict));
  if (part.leeway) add(lines, "leeway", part.leeway->text);
  add(lines, "because", is_held_off(part.outcome) ? held_off_text(part) : part.reason);
  std::vector<std::string> needs;
  for (const NeedEntry& need : part.needs) needs.push_back(fmt::format("`{}`", need.fact));
  add(lines, "hangs on", listed(needs, needs.size()));
  return lines;
}

}  // namespace

Lines lines_by_outcome(const VerdictEntry& verdict, Lines (*otherwise)(const VerdictEntry&)) {
  const PartOfNorm main{&verdict, &verdict.main()};
  switch (verdict.outcome) {
    case Outcome::Conflict: return conflict_lines(verdict);
    case Outcome::NeedsApproval: return approval_lines(main);
    case Outcome::NeedsJudgment: return judgment_lines(main);
    case Outcome::Thinned: return thinned_lines(main);
    default: return otherwise(verdict);
  }
}

std::string pending_text(const VerdictEntry& verdict) {
  return "if enacted, " + spaced(outcome_word(verdict.outcome));
}

Lines pending_lines(const VerdictEntry& verdict) {
  Lines lines;
  add(lines, "status", verdict.status_note);
  for (LabelledLine& line : lines_by_outcome(verdict, unenacted_lines)) {
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string granter_text(const ReliefEntry& relief) {
  return "by " + relief.by.title + (relief.doubt.empty() ? "" : ", " + relief.doubt);
}

std::string relief_on_record(const PartEntry& part) {
  if (!part.relief) return {};
  const ReliefEntry& relief = *part.relief;
  std::string text =
      relief.until ? "until " + dsl::format_date(*relief.until) : "without an end on record";
  if (!relief.by.title.empty()) text += ", " + granter_text(relief);
  if (!relief.reference.empty()) text += ", " + relief.reference;
  return text + in_brackets(relief.location);
}

std::string held_off_text(const PartEntry& part) {
  if (part.lifted_by) return "lifted by " + cited(part.lifted_by->title, part.lifted_by->citation);
  return "excepted by " + cited(part.exception, part.exception_citation);
}

namespace {

bool asks_for_answer(const PartEntry& part) {
  return !part.needs.empty() || !part.hangs_on.empty() || !part.judgments.empty();
}

}  // namespace

std::string unanswerable_text(const PartEntry& part) {
  if (asks_for_answer(part)) return {};
  return part.faults.empty() ? "why could not be found out"
                             : listed(part.faults, part.faults.size());
}

std::string left_open_text(const PartEntry& part) {
  return asks_for_answer(part) ? listed(part.faults, part.faults.size()) : "";
}

}  // namespace checker
