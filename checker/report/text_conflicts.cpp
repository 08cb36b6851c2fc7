// The conflicts of a design, by the stakeholder that enforces them.
#include "checker/report/text_parts.h"
#include "checker/report/text_sections.h"
#include "checker/report/wording.h"
#include "dsl/sema/words.h"
#include <fmt/core.h>

namespace checker {
namespace {

constexpr int kLineIndent = 2 * kIndent;
constexpr std::size_t kMostParts = 4;
constexpr std::size_t kMostRequirements = 3;
constexpr std::size_t kMostFacts = 4;
constexpr std::size_t kMostAlternatives = 4;

std::vector<const PartEntry*> conflicting_parts(const VerdictEntry& verdict) {
  std::vector<const PartEntry*> parts;
  for (const PartEntry& part : verdict.parts) {
    if (part.outcome == Outcome::Conflict) parts.push_back(&part);
  }
  return parts;
}

std::string effect_text(const VerdictEntry& verdict) {
  if (verdict.main().reason_code == Reason::Refused) return "refused";
  std::string text(effect_word(verdict.effect));
  if (!verdict.effect_description.empty()) {
    text += (verdict.effect == dsl::Effect::Costs ? " " : ": ") + verdict.effect_description;
  }
  return text;
}

void write_title(Page& page, const VerdictEntry& verdict,
                 const std::vector<const PartEntry*>& parts) {
  std::vector<Run> runs = {{verdict.title, Ink::Strong}, {": "}};
  runs.push_back({effect_text(verdict), verdict.fails ? Ink::Red : Ink::Yellow});
  const std::string about = parts.size() == 1 ? about_text(*parts.front()) : "";
  if (!about.empty()) runs.push_back({", for " + about});
  if (!verdict.fails) runs.push_back({" (does not fail the check)"});
  page.paragraph(kIndent, kIndent, runs);
}

// What the rule asks where no comparison says it, with the facts that decided it.
void write_requirements(Page& page, const VerdictEntry& verdict, const PartEntry& part) {
  std::vector<std::string> asks;
  for (const RequirementEntry& each : part.failed) {
    if (!each.measured) asks.push_back(fmt::format("{}{}", each.text, in_brackets(each.location)));
  }
  if (part.failed.empty() && !part.leeway) asks = verdict.requires_text;
  if (asks.empty()) return;
  labelled(page, kLineIndent, part.leeway ? "the rule also asks" : "the rule asks",
           listed(asks, kMostRequirements));
  const std::vector<Location> told = part.leeway ? part.leeway->has_from : std::vector<Location>();
  labelled(page, kLineIndent, "your design", deciding_facts(part, told));
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
void write_alternatives(Page& page, const PartEntry& part) {
  if (part.alternatives.empty()) return;
  labelled(page, kLineIndent, "nearest", alternative_text(part.alternatives.front()));
  std::vector<std::string> others;
  for (std::size_t i = 1; i < part.alternatives.size(); ++i) {
    others.push_back(alternative_text(part.alternatives[i]));
  }
  if (others.empty()) return;
  labelled(page, kLineIndent, fmt::format("other ways to comply ({})", others.size()),
           listed(others, kMostAlternatives));
}

void write_part(Page& page, const VerdictEntry& verdict, const PartEntry& part, bool one_of_many) {
  const std::string about = about_text(part);
  if (one_of_many && !about.empty()) {
    page.paragraph(kLineIndent, kIndent, {{"for " + about + ":", Ink::Strong}});
  }
  if (part.leeway) {
    const LeewayEntry& leeway = *part.leeway;
    labelled(page, kLineIndent, "your design", has_text(leeway));
    labelled(page, kLineIndent, "the rule",
             fmt::format("{} {}{}", leeway.relation, leeway.limit, in_brackets(leeway.rule)));
    labelled(page, kLineIndent, "the gap", leeway.text);
  }
  write_alternatives(page, part);
  if (part.alternatives.empty()) write_requirements(page, verdict, part);
  labelled(page, kLineIndent, "what it costs", part.effect_amount);
  if (part.reason_code == Reason::Refused) {
    std::string text = part.reason;
    if (part.approval) {
      if (!part.approval->reference.empty()) text += ", " + part.approval->reference;
      text += in_brackets(part.approval->location);
    }
    labelled(page, kLineIndent, "your design", text);
  }
  labelled(page, kLineIndent, "relief", relief_text(part));
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

std::string without_full_stop(std::string text) {
  if (text.ends_with('.')) text.pop_back();
  return text;
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

void write_ways_out(Page& page, const VerdictEntry& verdict) {
  for (const ReliefRouteEntry& route : verdict.relief_routes) {
    labelled(page, kLineIndent, "way out", route_text(route));
  }
  for (const std::string& remedy : verdict.remedies) {
    labelled(page, kLineIndent, "way out", remedy);
  }
  if (verdict.appeal && verdict.main().reason_code == Reason::Refused) {
    labelled(page, kLineIndent, "way out", "appeal " + appeal_text(*verdict.appeal));
  } else if (verdict.relief_routes.empty() && verdict.remedies.empty()) {
    labelled(page, kLineIndent, "way out", "the rule names none");
  }
}

void write_conflict(Page& page, const VerdictEntry& verdict) {
  const std::vector<const PartEntry*> parts = conflicting_parts(verdict);
  write_title(page, verdict, parts);
  labelled(page, kLineIndent, "citation", citation_text(verdict));
  for (std::size_t i = 0; i < parts.size() && i < kMostParts; ++i) {
    write_part(page, verdict, *parts[i], parts.size() > 1);
  }
  if (parts.size() > kMostParts) {
    page.paragraph(kLineIndent, kIndent, {{fmt::format("and {} more", parts.size() - kMostParts)}});
  }
  for (const EnforcementEntry& each : verdict.enforced) {
    labelled(page, kLineIndent, "enforced by", enforcement_text(each));
  }
  write_ways_out(page, verdict);
  labelled(page, kLineIndent, "note", notes_text(verdict));
  labelled(page, kLineIndent, "how sure", confidence_text(verdict));
  labelled(page, kLineIndent, "norm", verdict.norm + in_brackets(verdict.rule_location));
}

}  // namespace

void write_conflicts(Page& page, const Report& report) {
  const std::vector<ConflictGroup> groups = conflicts_by_stakeholder(report);
  if (groups.empty()) return;
  heading(page, "CONFLICTS");
  for (const ConflictGroup& group : groups) {
    page.gap();
    const std::string by = group.by == nullptr ? "Nobody is named who enforces" : group.by->title;
    page.paragraph(0, kIndent, {{by, Ink::Strong}});
    for (std::size_t i = 0; i < group.conflicts.size(); ++i) {
      if (i > 0) page.gap();
      write_conflict(page, *group.conflicts[i]);
    }
  }
}

}  // namespace checker
