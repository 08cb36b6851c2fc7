#include "checker/report/write_text.h"

#include "checker/report/summary.h"
#include "checker/report/text_parts.h"
#include "checker/report/text_sections.h"
#include <fmt/core.h>

namespace checker {
namespace {

void write_heading(TerminalPage& page, const Report& report) {
  page.paragraph(0, kIndent,
                 {{report.design_name, Ink::Strong},
                  {fmt::format(" ({}), as of {} ({})", report.design_file,
                               dsl::format_date(report.as_of), report.as_of_source)}});
}

void write_end(TerminalPage& page, const Report& report, const std::string& exit_line) {
  page.paragraph(0, kIndent, {{totals_text(report.totals)}});
  page.paragraph(0, kIndent, {{exit_line}});
}

// A sentence that is left out where there is nothing to say.
void write_sentence(TerminalPage& page, const std::string& text) {
  if (!text.empty()) page.paragraph(0, 0, {{text}});
}

}  // namespace

void write_text(std::ostream& out, const Report& report, const TextStyle& style,
                const std::string& exit_line) {
  TerminalPage page(out, style);
  write_heading(page, report);
  if (!report.packs_in_scope.empty()) labelled(page, 0, "rules of", packs_text(report));
  for (const UncoveredEntry& each : report.uncovered) {
    page.paragraph(0, kIndent, {{uncovered_text(each), Ink::Yellow}});
  }
  page.gap();
  write_sentence(page, answer_text(report));
  write_sentence(page, baseline_text(report));
  write_sentence(page, filter_text(report));
  write_sentence(page, none_pending_text(report));
  const std::vector<ConflictGroup> conflicts = conflicts_by_stakeholder(report);
  write_conflicts(page, conflicts);
  write_decisions(page, report);
  write_questions(page, report, questions_by_whom(report));
  write_settled(page, report);
  write_pending(page, report);
  write_changes(page, report);
  write_tightest(page, report);
  write_conflict_counts(page, conflicts);
  page.gap();
  write_end(page, report, exit_line);
}

void write_totals(std::ostream& out, const Report& report, const TextStyle& style,
                  const std::string& exit_line) {
  TerminalPage page(out, style);
  write_heading(page, report);
  write_sentence(page, baseline_text(report));
  write_end(page, report, exit_line);
}

}  // namespace checker
