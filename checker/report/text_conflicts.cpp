// The conflicts of a design, by the stakeholder that enforces them.
#include <algorithm>

#include "checker/report/text_parts.h"
#include "checker/report/text_sections.h"
#include "checker/report/wording.h"
#include <fmt/core.h>

namespace checker {
namespace {

void write_conflict(TerminalPage& page, const VerdictEntry& verdict) {
  page.paragraph(kIndent, kIndent,
                 {{verdict.title, Ink::Strong},
                  {": "},
                  {effect_text(verdict), verdict.fails ? Ink::Red : Ink::Yellow},
                  {about_conflict(verdict)}});
  write_lines(page, 2 * kIndent, conflict_lines(verdict));
}

std::string enforcer_text(const ConflictGroup& group) {
  return group.by == nullptr ? "Nobody is named who enforces" : group.by->title;
}

std::string count_text(const ConflictGroup& group) {
  const auto all = group.conflicts.size();
  const auto failing =
      static_cast<std::size_t>(std::count_if(group.conflicts.begin(), group.conflicts.end(),
                                             [](const VerdictEntry* each) { return each->fails; }));
  const std::string count = counted(all, "conflict", "conflicts");
  if (failing == all) return count;
  if (failing == 0) return count + ", none of which fails the check";
  return fmt::format("{}, of which {} fail{} the check", count, failing, failing == 1 ? "s" : "");
}

}  // namespace

void write_conflict_counts(TerminalPage& page, const std::vector<ConflictGroup>& groups) {
  constexpr std::size_t kMany = 10;
  std::size_t all = 0;
  for (const ConflictGroup& group : groups) all += group.conflicts.size();
  if (all <= kMany) return;
  heading(page, "CONFLICTS BY STAKEHOLDER");
  for (const ConflictGroup& group : groups) {
    labelled(page, 0, enforcer_text(group), count_text(group));
  }
}

void write_conflicts(TerminalPage& page, const std::vector<ConflictGroup>& groups) {
  if (groups.empty()) return;
  heading(page, "CONFLICTS");
  for (const ConflictGroup& group : groups) {
    page.gap();
    page.paragraph(0, kIndent, {{enforcer_text(group), Ink::Strong}});
    for (std::size_t i = 0; i < group.conflicts.size(); ++i) {
      if (i > 0) page.gap();
      write_conflict(page, *group.conflicts[i]);
    }
  }
}

}  // namespace checker
