#include "checker/report/write_markdown.h"

#include <algorithm>
#include <string>
#include <vector>

#include "checker/report/digest.h"
#include "checker/report/markdown_page.h"
#include "checker/report/markdown_text.h"
#include "checker/report/summary.h"
#include "checker/report/text_parts.h"
#include "checker/report/verdict_message.h"
#include "checker/report/wording.h"
#include <fmt/core.h>

namespace checker {
namespace {

constexpr std::size_t kMostRows = 50;
constexpr std::size_t kMostFaults = 20;
constexpr std::size_t kMostNorms = 3;
constexpr std::size_t kTightest = 5;
// What a design takes at the least: its heading, the answer, the totals.
constexpr std::size_t kLeastOfDesign = 2'000;

std::string paragraph(const std::string& text) {
  return text.empty() ? "" : markdown_text(text) + "\n\n";
}

std::string bold(std::string_view text) { return "**" + markdown_text(text) + "**"; }

// A list inside an item that can be folded up.
std::string folded(const std::string& summary, const Lines& lines) {
  if (lines.empty()) return {};
  std::string text = "  <details><summary>" + summary + "</summary>\n\n";
  for (const LabelledLine& line : lines) {
    text += "  - ";
    text += line.label.empty() ? bold(line.text)
                               : markdown_text(line.label) + ": " + markdown_text(line.text);
    text += '\n';
  }
  return text + "\n  </details>\n";
}

std::string opened(std::string_view title, std::size_t count) {
  return fmt::format("<details><summary>{} ({})</summary>\n\n", title, count);
}

constexpr const char* kClosed = "\n</details>\n\n";

// The law, with a link to it, in place of the line that names it.
std::string citations(const VerdictEntry& verdict) {
  std::string text;
  for (const CitationEntry& each : verdict.citations) {
    text += (text.empty() ? "" : "; ") + markdown_link(each.text, each.url);
  }
  return text;
}

// "432 hours per year short"
std::string gap_of(const VerdictEntry& verdict) {
  for (const PartEntry& part : verdict.parts) {
    if (part.outcome == Outcome::Conflict && part.leeway) return part.leeway->text;
  }
  return {};
}

MarkdownItem conflict_item(const VerdictEntry& verdict) {
  MarkdownItem item;
  item.brief = "- " + bold(verdict.title) + ": " +
               markdown_text(effect_text(verdict) + about_conflict(verdict));
  const std::string gap = gap_of(verdict);
  if (!gap.empty()) item.brief += "; " + markdown_text(gap);
  const std::string law = citations(verdict);
  if (!law.empty()) item.brief += ". " + law;
  item.brief += '\n';
  Lines lines = conflict_lines(verdict);
  std::erase_if(lines, [](const LabelledLine& line) { return line.label == "citation"; });
  item.full = item.brief + folded("your design, the rule, the ways out", lines);
  return item;
}

void add_conflicts(MarkdownPage& page, const Report& report) {
  std::vector<MarkdownItem> items;
  for (const ConflictGroup& group : conflicts_by_stakeholder(report)) {
    const std::string by =
        bold(group.by == nullptr ? "Nobody is named who enforces" : group.by->title);
    for (std::size_t i = 0; i < group.conflicts.size(); ++i) {
      MarkdownItem item = conflict_item(*group.conflicts[i]);
      if (i == 0) {
        // The blank line ends the list before it.
        const std::string head = (items.empty() ? "" : "\n") + by + "\n\n";
        item.full.insert(0, head);
        item.brief.insert(0, head);
      }
      items.push_back(std::move(item));
    }
  }
  page.add_list("#### Conflicts\n\n", items, "\n");
}

std::string title_of(const PartOfNorm& each) {
  return bold(each.norm->title) + markdown_text(for_text(*each.part));
}

// "- **TITLE**, for grades 9..12: TEXT" with its lines folded up.
MarkdownItem item_of(const PartOfNorm& each, const std::string& text, const Lines& lines) {
  MarkdownItem item;
  item.brief = "- " + title_of(each) + (text.empty() ? "" : ": " + markdown_text(text)) + "\n";
  item.full = item.brief + folded("more", lines);
  return item;
}

void add_section(MarkdownPage& page, std::string_view title,
                 const std::vector<MarkdownItem>& items) {
  page.add_list(opened(title, items.size()), items, kClosed);
}

void add_decisions(MarkdownPage& page, const Report& report) {
  std::vector<MarkdownItem> items;
  for (const PartOfNorm& each : parts_with(report, Outcome::NeedsApproval)) {
    const Party* by = each.norm->stakeholder();
    items.push_back(item_of(each, "needs approval" + (by == nullptr ? "" : ": " + by->title),
                            approval_lines(each)));
  }
  for (const PartOfNorm& each : parts_with(report, Outcome::NeedsJudgment)) {
    items.push_back(item_of(each, "needs judgment", judgment_lines(each)));
  }
  add_section(page, "Needs a decision", items);
}

MarkdownItem question_item(const OpenQuestion& question) {
  std::vector<std::string> facts;
  for (const NeedEntry* need : question.facts) facts.push_back(fmt::format("`{}`", need->fact));
  std::vector<std::string> norms;
  for (const VerdictEntry* norm : question.norms) norms.push_back("\"" + norm->title + "\"");
  const std::string text =
      fmt::format("{} on {}: {}", counted(norms.size(), "norm hangs", "norms hang"),
                  facts.empty() ? "it" : listed(facts, kMostNorms), listed(norms, kMostNorms));
  MarkdownItem item;
  item.brief = "- " + markdown_text(question.text) + " (" + markdown_text(text) + ")\n";
  item.full = item.brief;
  return item;
}

void add_questions(MarkdownPage& page, const Report& report) {
  std::vector<MarkdownItem> items;
  for (const QuestionGroup& group : questions_by_whom(report)) {
    for (std::size_t i = 0; i < group.questions.size(); ++i) {
      MarkdownItem item = question_item(group.questions[i]);
      if (i == 0) {
        const std::string whom =
            group.whom == nullptr ? "those who write the design" : group.whom->title;
        const std::string head = (items.empty() ? "" : "\n") + bold("Ask: " + whom) + "\n\n";
        item.full.insert(0, head);
        item.brief.insert(0, head);
      }
      items.push_back(std::move(item));
    }
  }
  add_section(page, "Questions that are open", items);
  std::vector<MarkdownItem> unanswerable;
  std::vector<MarkdownItem> left_open;
  for (const PartOfNorm& each : parts_with(report, Outcome::CannotTell)) {
    const std::string why = unanswerable_text(*each.part);
    if (!why.empty()) unanswerable.push_back(item_of(each, why, {}));
    const std::string doubt = left_open_text(*each.part);
    if (!doubt.empty()) left_open.push_back(item_of(each, doubt, {}));
  }
  add_section(page, "No answer settles these", unanswerable);
  add_section(page, "An answer may not be enough for these", left_open);
}

void add_quiet(MarkdownPage& page, const Report& report, Outcome outcome, std::string_view title) {
  std::vector<MarkdownItem> items;
  for (const PartOfNorm& each : quiet_parts(report, outcome)) {
    items.push_back(item_of(each, "", quiet_lines(each)));
  }
  add_section(page, title, items);
}

void add_settled(MarkdownPage& page, const Report& report) {
  std::vector<MarkdownItem> thinned;
  for (const PartOfNorm& each : parts_with(report, Outcome::Thinned)) {
    thinned.push_back(item_of(each, "", thinned_lines(each)));
  }
  add_section(page, "Principles that the design does not keep", thinned);
  std::vector<MarkdownItem> held_off;
  for (const PartOfNorm& each : parts_with(report, Outcome::Relieved)) {
    held_off.push_back(item_of(each, "relieved " + relief_on_record(*each.part), {}));
  }
  for (const Outcome outcome : {Outcome::Excepted, Outcome::Lifted}) {
    for (const PartOfNorm& each : parts_with(report, outcome)) {
      held_off.push_back(item_of(each, held_off_text(*each.part), {}));
    }
  }
  add_section(page, "Would stand, but does not", held_off);
  std::vector<MarkdownItem> enabled;
  for (const PartOfNorm& each : parts_with(report, Outcome::Enabled)) {
    enabled.push_back(item_of(each, citation_text(*each.norm), {}));
  }
  add_section(page, "Speaks for the design", enabled);
  add_quiet(page, report, Outcome::Clear, "Clear");
  add_quiet(page, report, Outcome::DoesNotApply, "Does not apply");
}

void add_outlook(MarkdownPage& page, const Report& report) {
  std::vector<MarkdownItem> pending;
  for (const VerdictEntry& entry : report.pending) {
    pending.push_back(item_of({&entry, &entry.main()}, pending_text(entry), pending_lines(entry)));
  }
  add_section(page, "Not enacted; decides nothing", pending);
  std::vector<MarkdownItem> changes;
  for (const DatedItem& each : dated_items(report)) {
    const std::string line =
        "- " + dsl::format_date(each.date) + ": " + markdown_text(each.text) + "\n";
    changes.push_back({line, line});
  }
  add_section(page, "Changes until " + dsl::format_date(report.horizon), changes);
  std::vector<MarkdownItem> tight;
  for (const PartOfNorm& each : tightest(report, kTightest)) {
    tight.push_back(item_of(each, leeway_in_full(*each.part->leeway), {}));
  }
  add_section(page, "Tightest leeways", tight);
}

void add_design(MarkdownPage& page, const Report& report) {
  std::string head = "### " + markdown_text(report.design_name) + "\n\n";
  head += markdown_code(report.design_file) +
          markdown_text(fmt::format(", as of {} ({}). ", dsl::format_date(report.as_of),
                                    report.as_of_source));
  if (!report.packs_in_scope.empty()) head += markdown_text("Rules of " + packs_text(report) + ".");
  page.add(head + "\n\n");
  for (const UncoveredEntry& each : report.uncovered) page.add(paragraph(uncovered_text(each)));
  page.add(paragraph(answer_text(report)));
  page.add(paragraph(baseline_text(report)));
  page.add(paragraph(filter_text(report)));
  page.add(paragraph(none_pending_text(report)));
  page.add(paragraph(totals_text(report.totals)));
  add_conflicts(page, report);
  add_decisions(page, report);
  add_questions(page, report);
  add_settled(page, report);
  add_outlook(page, report);
}

void add_faults(MarkdownPage& page, const RunReport& run) {
  std::vector<MarkdownItem> items;
  for (const dsl::Diagnostic& each : run.diagnostics) {
    if (items.size() == kMostFaults) break;
    const char* const word = each.severity == dsl::Severity::Error ? "error" : "warning";
    std::string text = fmt::format("{} {}: {}{}", word, dsl::info(each.kind).code, each.message,
                                   in_brackets(location_of(each.span, run.sources)));
    if (!each.help.empty()) text += "; " + each.help;
    const std::string line = "- " + markdown_text(text) + "\n";
    items.push_back({line, line});
  }
  const std::size_t left_out = run.diagnostics.size() - items.size();
  page.add_list("#### Faults in rules and designs\n\n", items,
                left_out == 0 ? "\n" : fmt::format("- and {} more\n\n", left_out));
}

// Designs that fail first, each in the order in which they were named.
std::vector<const Report*> in_order(std::span<const Report> reports) {
  std::vector<const Report*> order;
  for (const Report& report : reports) order.push_back(&report);
  std::stable_partition(order.begin(), order.end(), [](const Report* report) {
    return report->decision == Decision::Conflict;
  });
  return order;
}

void add_table(MarkdownPage& page, const std::vector<const Report*>& order) {
  if (order.size() < 2) return;
  page.add("| design | conflicts | fail the check | need a decision | cannot be told | clear |\n");
  page.add("| --- | ---: | ---: | ---: | ---: | ---: |\n");
  for (std::size_t i = 0; i < order.size() && i < kMostRows; ++i) {
    const Report& report = *order[i];
    const Totals& totals = report.totals;
    page.add(fmt::format("| {} | {} | {} | {} | {} | {} |\n", markdown_code(report.design_file),
                         totals.of(Outcome::Conflict), count_failing(report),
                         totals.of(Outcome::NeedsApproval) + totals.of(Outcome::NeedsJudgment),
                         totals.of(Outcome::CannotTell), totals.of(Outcome::Clear)));
  }
  page.add("\n");
  if (order.size() > kMostRows) {
    page.add(fmt::format("And {} more designs.\n\n", order.size() - kMostRows));
  }
}

}  // namespace

void write_markdown(std::ostream& out, const RunReport& run, const ReportStyle&) {
  constexpr std::size_t kEnd = 200;  // for the line about designs that are left out
  MarkdownPage page(kMostMarkdown - kEnd);
  page.add("## Leeway\n\n" + bold(run.exit.line) + "\n\n");
  const std::vector<const Report*> order = in_order(run.reports);
  add_table(page, order);
  add_faults(page, run);
  std::size_t told = 0;
  for (; told < order.size(); ++told) {
    if (!page.has_room_for(0)) break;
    const std::size_t room = kMostMarkdown - kEnd - page.size();
    const std::size_t share = room / (order.size() - told);
    if (room < kLeastOfDesign) break;
    page.set_limit(page.size() + std::max(share, kLeastOfDesign));
    add_design(page, *order[told]);
    page.set_limit(kMostMarkdown - kEnd);
  }
  if (told < order.size()) {
    page.add(counted(order.size() - told, "more design has", "more designs have") +
             " no place here; `leeway check` tells of each.\n");
  }
  out << page.str();
}

}  // namespace checker
