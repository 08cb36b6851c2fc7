// What is not decided: by a body, by somebody's judgment, for want of facts.
#include <set>

#include "checker/report/text_parts.h"
#include "checker/report/text_sections.h"
#include "checker/report/wording.h"
#include <fmt/core.h>

namespace checker {
namespace {

constexpr int kLineIndent = 2 * kIndent;
constexpr std::size_t kMostNorms = 3;
constexpr std::size_t kMostFacts = 6;

void write_title(Page& page, const PartOfNorm& each) {
  std::vector<Run> runs = {{each.norm->title, Ink::Strong}};
  const std::string about = about_text(*each.part);
  if (!about.empty()) runs.push_back({", for " + about});
  page.paragraph(kIndent, kIndent, runs);
}

std::string approval_text(const PartEntry& part) {
  if (!part.approval) return {};
  const std::string status = part.reason.empty() ? "asked for, not yet decided" : part.reason;
  const std::string& reference = part.approval->reference;
  return status + (reference.empty() ? "" : ", " + reference) +
         in_brackets(part.approval->location);
}

void write_approval(Page& page, const PartOfNorm& each) {
  const VerdictEntry& norm = *each.norm;
  write_title(page, each);
  labelled(page, kLineIndent, "citation", citation_text(norm));
  if (norm.decided_by) {
    labelled(page, kLineIndent, "decided by",
             norm.decided_by->title + (norm.within.empty() ? "" : " within " + norm.within));
  }
  labelled(page, kLineIndent, "lasts", lasting_text(norm.lasting, norm.renewal));
  labelled(page, kLineIndent, "majority", norm.vote);
  labelled(page, kLineIndent, "on a tie", norm.tie);
  labelled(page, kLineIndent, "due", norm.due);
  if (norm.appeal) labelled(page, kLineIndent, "appeal", appeal_text(*norm.appeal));
  for (const NormRefEntry& before : each.part->waits_for) {
    labelled(page, kLineIndent, "first", before.title);
  }
  labelled(page, kLineIndent, "your design", approval_text(*each.part));
  for (const std::string& remedy : norm.remedies) labelled(page, kLineIndent, "advice", remedy);
  labelled(page, kLineIndent, "note", notes_text(norm));
  labelled(page, kLineIndent, "how sure", confidence_text(norm));
}

void write_judgment(Page& page, const PartOfNorm& each) {
  write_title(page, each);
  labelled(page, kLineIndent, "citation", citation_text(*each.norm));
  for (const JudgmentEntry& judgment : each.part->judgments) {
    labelled(page, kLineIndent, "judged by", judgment.by.title);
    labelled(page, kLineIndent, "question", judgment.question);
  }
  std::string term;
  for (const ReadingEntry& reading : each.part->readings) {
    if (reading.term != term) labelled(page, kLineIndent, "open term", reading.meaning);
    term = reading.term;
    labelled(page, kLineIndent, "read as",
             fmt::format("{}: {}", reading.title, reading.outcome_text));
  }
}

// "`school.state` (stated as unknown)", "`schedule[2].supervision` of block 2 (Internship)"
std::string need_text(const NeedEntry& need) {
  std::string text = fmt::format("`{}`", need.fact);
  if (!need.record.empty()) text += " of " + need.record;
  return need.stated_unknown ? text + " (stated as unknown)" : text;
}

void write_question(Page& page, const OpenQuestion& question) {
  page.paragraph(kIndent, kIndent, {{question.text}});
  std::vector<std::string> facts;
  for (const NeedEntry* need : question.facts) facts.push_back(need_text(*need));
  std::vector<std::string> norms;
  for (const VerdictEntry* norm : question.norms) norms.push_back("\"" + norm->title + "\"");
  const std::string on = facts.empty() ? "it" : listed(facts, kMostFacts);
  const std::string text =
      fmt::format("{} on {}: {}", counted(norms.size(), "norm hangs", "norms hang"), on,
                  listed(norms, kMostNorms));
  page.paragraph(kLineIndent, kIndent, {{text, Ink::Dim}});
}

// Norms that no answer can settle: a value is missing in the rules, or a calculation fails.
void write_faults(Page& page, const Report& report) {
  bool begun = false;
  for (const PartOfNorm& each : parts_with(report, Outcome::CannotTell)) {
    const PartEntry& part = *each.part;
    const bool unexplained = part.needs.empty() && part.hangs_on.empty() && part.judgments.empty();
    if (part.faults.empty() && !unexplained) continue;
    if (!begun) {
      page.gap();
      page.paragraph(0, kIndent, {{"No answer settles these", Ink::Strong}});
      begun = true;
    }
    const std::string why = part.faults.empty() ? "why could not be found out"
                                                : listed(part.faults, part.faults.size());
    page.paragraph(kIndent, kIndent,
                   {{each.norm->title, Ink::Strong},
                    {fmt::format(": {}{}", why, in_brackets(each.norm->rule_location))}});
  }
}

void write_decisions_of(Page& page, const Report& report, Outcome outcome, const char* title,
                        void (*write)(Page&, const PartOfNorm&)) {
  const std::vector<PartOfNorm> parts = parts_with(report, outcome);
  if (parts.empty()) return;
  heading(page, title);
  for (const PartOfNorm& each : parts) write(page, each);
}

}  // namespace

void write_decisions(Page& page, const Report& report) {
  write_decisions_of(page, report, Outcome::NeedsApproval, "NEEDS APPROVAL", write_approval);
  write_decisions_of(page, report, Outcome::NeedsJudgment, "NEEDS JUDGMENT", write_judgment);
}

void write_questions(Page& page, const Report& report, const std::vector<QuestionGroup>& groups) {
  if (parts_with(report, Outcome::CannotTell).empty()) return;
  heading(page, "CANNOT TELL");
  for (const QuestionGroup& group : groups) {
    page.gap();
    const std::string whom =
        group.whom == nullptr ? "those who write the design" : group.whom->title;
    page.paragraph(0, kIndent, {{"Ask: " + whom, Ink::Strong}});
    for (const OpenQuestion& question : group.questions) write_question(page, question);
  }
  write_faults(page, report);
}

}  // namespace checker
