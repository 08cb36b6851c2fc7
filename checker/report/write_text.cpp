#include "checker/report/write_text.h"

#include "checker/report/summary.h"
#include "checker/report/text_parts.h"
#include "checker/report/text_sections.h"
#include <fmt/core.h>

namespace checker {

void write_text(std::ostream& out, const Report& report, const TextStyle& style,
                const std::string& exit_line) {
  Page page(out, style.width, style.color);
  page.paragraph(0, kIndent,
                 {{report.design_name, Ink::Strong},
                  {fmt::format(" ({}), as of {} ({})", report.design_file,
                               dsl::format_date(report.as_of), report.as_of_source)}});
  if (!report.packs_in_scope.empty()) labelled(page, 0, "rules of", packs_text(report));
  for (const UncoveredEntry& each : report.uncovered) {
    page.paragraph(0, kIndent, {{uncovered_text(each), Ink::Yellow}});
  }
  page.gap();
  page.paragraph(0, 0, {{answer_text(report)}});
  write_conflicts(page, report);
  write_decisions(page, report);
  write_questions(page, report, questions_by_whom(report));
  write_settled(page, report);
  write_pending(page, report);
  write_changes(page, report);
  write_tightest(page, report);
  page.gap();
  page.paragraph(0, kIndent, {{totals_text(report.totals)}});
  page.paragraph(0, kIndent, {{exit_line}});
}

}  // namespace checker
