// What is not decided: by a body, by somebody's judgment, for want of facts.

#include "checker/report/text_parts.h"
#include "checker/report/text_sections.h"
#include "checker/report/wording.h"
#include <fmt/core.h>

namespace checker {
namespace {

constexpr int kLineIndent = 2 * kIndent;
constexpr std::size_t kMostNorms = 3;
constexpr std::size_t kMostFacts = 6;

void write_title(TerminalPage& page, const PartOfNorm& each) {
  page.paragraph(kIndent, kIndent, {{each.norm->title, Ink::Strong}, {for_text(*each.part)}});
}

void write_approval(TerminalPage& page, const PartOfNorm& each) {
  write_title(page, each);
  write_lines(page, kLineIndent, approval_lines(each));
}

void write_judgment(TerminalPage& page, const PartOfNorm& each) {
  write_title(page, each);
  write_lines(page, kLineIndent, judgment_lines(each));
}

// "`school.state` (stated as unknown)", "`schedule[2].supervision` of block 2 (Internship)"
std::string need_text(const NeedEntry& need) {
  std::string text = fmt::format("`{}`", need.fact);
  if (!need.record.empty()) text += " of " + need.record;
  return need.stated_unknown ? text + " (stated as unknown)" : text;
}

void write_question(TerminalPage& page, const OpenQuestion& question) {
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

// Norms that cannot be told for want of more than answers: a value is missing in the rules, or a
// calculation fails.
void write_faults(TerminalPage& page, const Report& report, const std::string& title,
                  std::string (*why_of)(const PartEntry&)) {
  bool begun = false;
  for (const PartOfNorm& each : parts_with(report, Outcome::CannotTell)) {
    const std::string why = why_of(*each.part);
    if (why.empty()) continue;
    if (!begun) {
      page.gap();
      page.paragraph(0, kIndent, {{title, Ink::Strong}});
      begun = true;
    }
    page.paragraph(kIndent, kIndent,
                   {{each.norm->title, Ink::Strong},
                    {fmt::format(": {}{}", why, in_brackets(each.norm->rule_location))}});
  }
}

void write_decisions_of(TerminalPage& page, const Report& report, Outcome outcome,
                        const char* title, void (*write)(TerminalPage&, const PartOfNorm&)) {
  const std::vector<PartOfNorm> parts = parts_with(report, outcome);
  if (parts.empty()) return;
  heading(page, title);
  for (const PartOfNorm& each : parts) write(page, each);
}

}  // namespace

void write_decisions(TerminalPage& page, const Report& report) {
  write_decisions_of(page, report, Outcome::NeedsApproval, "NEEDS APPROVAL", write_approval);
  write_decisions_of(page, report, Outcome::NeedsJudgment, "NEEDS JUDGMENT", write_judgment);
}

void write_questions(TerminalPage& page, const Report& report,
                     const std::vector<QuestionGroup>& groups) {
  if (parts_with(report, Outcome::CannotTell).empty()) return;
  heading(page, "CANNOT TELL");
  for (const QuestionGroup& group : groups) {
    page.gap();
    const std::string whom =
        group.whom == nullptr ? "those who write the design" : group.whom->title;
    page.paragraph(0, kIndent, {{"Ask: " + whom, Ink::Strong}});
    for (const OpenQuestion& question : group.questions) write_question(page, question);
  }
  write_faults(page, report, "No answer settles these", unanswerable_text);
  write_faults(page, report, "An answer may not be enough for these", left_open_text);
}

}  // namespace checker
