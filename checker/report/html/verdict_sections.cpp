// Conflicts, decisions and open questions: what somebody has to act on.
#include "checker/report/digest.h"
#include "checker/report/html/sections.h"
#include "checker/report/text_parts.h"
#include "checker/report/wording.h"
#include "dsl/sema/words.h"
#include <fmt/core.h>

namespace checker::html {
namespace {

constexpr std::size_t kMostNorms = 3;
constexpr std::size_t kMostFacts = 6;

Html cited(const VerdictEntry& verdict) {
  const Html citation = citations(verdict);
  if (citation.str().empty()) return {};
  return element("p", {{"class", "citation"}}, citation).add("\n");
}

Html card(const Html& title, const VerdictEntry& verdict, const Lines& lines,
          const std::string& look, const std::string& id, const Concerned& concerned) {
  Html content("\n");
  content.add(element("h4", title)).add("\n");
  content.add(cited(verdict)).add(rows(lines));
  return element("article", {{"class", "card " + look}, {"id", id}, {"data-by", concerned.text()}},
                 content)
      .add("\n");
}

Html group(const std::string& title, const Html& content) {
  Html all("\n");
  all.add(element("h3", text_of(title))).add("\n").add(content);
  return element("section", {{"class", "group"}}, all).add("\n");
}

Html conflict_card(const VerdictEntry& verdict, const Scope& scope) {
  Html title = text_of(verdict.title + ": ");
  title.add(element("span", {{"class", "effect"}}, text_of(effect_text(verdict))));
  title.add_text(about_conflict(verdict));
  Concerned concerned;
  concerned.add(verdict);
  return card(title, verdict, conflict_lines(verdict), std::string(effect_word(verdict.effect)),
              scope.id_of_norm(verdict.norm), concerned);
}

Html thinned_group(const Scope& scope) {
  Html cards;
  for (const PartOfNorm& each : parts_with(scope.report, Outcome::Thinned)) {
    const Party* by = each.norm->stakeholder();
    Html title = text_of(title_of(each));
    if (by != nullptr) title.add_text(", upheld by " + by->title);
    Concerned concerned;
    concerned.add(*each.norm);
    cards.add(card(title, *each.norm, thinned_lines(each), "thinned", "", concerned));
  }
  if (cards.str().empty()) return {};
  return group("Principles that the design does not keep", cards);
}

Html decision_cards(const Scope& scope, Outcome outcome, Lines (*lines)(const PartOfNorm&)) {
  Html cards;
  for (const PartOfNorm& each : parts_with(scope.report, outcome)) {
    Concerned concerned;
    concerned.add(*each.norm);
    concerned.add(*each.part);
    cards.add(card(text_of(title_of(each)), *each.norm, lines(each), "decision", "", concerned));
  }
  return cards;
}

// "`school.state` (stated as unknown)", "`schedule[2].supervision` of block 2 (Internship)"
std::string need_text(const NeedEntry& need) {
  std::string text = fmt::format("`{}`", need.fact);
  if (!need.record.empty()) text += " of " + need.record;
  return need.stated_unknown ? text + " (stated as unknown)" : text;
}

Html question_item(const OpenQuestion& question, const Party* whom) {
  std::vector<std::string> facts;
  for (const NeedEntry* need : question.facts) facts.push_back(need_text(*need));
  std::vector<std::string> norms;
  Concerned concerned;
  if (whom != nullptr) concerned.add(*whom);
  for (const VerdictEntry* norm : question.norms) {
    norms.push_back("\"" + norm->title + "\"");
    concerned.add(*norm);
  }
  const std::string on = facts.empty() ? "it" : listed(facts, kMostFacts);
  Html content = text_of(question.text);
  content.add(
      element("p", {{"class", "quiet"}},
              prose(fmt::format("{} on {}: {}", counted(norms.size(), "norm hangs", "norms hang"),
                                on, listed(norms, kMostNorms)))));
  return element("li", {{"data-by", concerned.text()}}, content).add("\n");
}

// Norms that cannot be told for want of more than answers: a value is missing in the rules, or a
// calculation fails.
Html faults(const Scope& scope, const std::string& title, std::string (*why_of)(const PartEntry&)) {
  Html items;
  for (const PartOfNorm& each : parts_with(scope.report, Outcome::CannotTell)) {
    const std::string why = why_of(*each.part);
    if (why.empty()) continue;
    Concerned concerned;
    concerned.add(*each.norm);
    Html item = element("strong", text_of(each.norm->title));
    item.add(": ").add(prose(why + in_brackets(each.norm->rule_location)));
    items.add(element("li", {{"data-by", concerned.text()}}, item)).add("\n");
  }
  if (items.str().empty()) return {};
  return group(title, list_of("plain", items));
}

}  // namespace

Section conflicts_section(const Scope& scope) {
  Section section{"conflicts", "Conflicts", 0, {}};
  for (const ConflictGroup& each : conflicts_by_stakeholder(scope.report)) {
    Html cards;
    for (const VerdictEntry* verdict : each.conflicts) cards.add(conflict_card(*verdict, scope));
    section.count += each.conflicts.size();
    section.content.add(
        group(each.by == nullptr ? "Nobody is named who enforces" : each.by->title, cards));
  }
  if (section.count == 0) {
    section.content.add(element("p", text_of("No conflict stands against this design."))).add("\n");
  }
  section.content.add(thinned_group(scope));
  return section;
}

Section decisions_section(const Scope& scope) {
  Section section{"decisions", "Decisions", 0, {}};
  section.count = parts_with(scope.report, Outcome::NeedsApproval).size() +
                  parts_with(scope.report, Outcome::NeedsJudgment).size();
  const Html approvals = decision_cards(scope, Outcome::NeedsApproval, approval_lines);
  const Html judgments = decision_cards(scope, Outcome::NeedsJudgment, judgment_lines);
  if (!approvals.str().empty()) section.content.add(group("Needs approval", approvals));
  if (!judgments.str().empty()) section.content.add(group("Needs judgment", judgments));
  return section;
}

Section questions_section(const Scope& scope) {
  Section section{"questions", "Questions", 0, {}};
  for (const QuestionGroup& each : questions_by_whom(scope.report)) {
    Html items;
    for (const OpenQuestion& question : each.questions) {
      items.add(question_item(question, each.whom));
    }
    section.count += each.questions.size();
    const std::string whom = each.whom == nullptr ? "those who write the design" : each.whom->title;
    section.content.add(group("Ask: " + whom, list_of("questions", items)));
  }
  section.content.add(faults(scope, "No answer settles these", unanswerable_text));
  section.content.add(faults(scope, "An answer may not be enough for these", left_open_text));
  return section;
}

}  // namespace checker::html
