// The conflicts of a design, by the stakeholder that enforces them.
#include "checker/report/text_parts.h"
#include "checker/report/text_sections.h"

namespace checker {
namespace {

void write_conflict(Page& page, const VerdictEntry& verdict) {
  page.paragraph(kIndent, kIndent,
                 {{verdict.title, Ink::Strong},
                  {": "},
                  {effect_text(verdict), verdict.fails ? Ink::Red : Ink::Yellow},
                  {about_conflict(verdict)}});
  write_lines(page, 2 * kIndent, conflict_lines(verdict));
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
