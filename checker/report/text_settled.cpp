// What needs no answer now: what is held off, what speaks for the design, what lies ahead.
#include "checker/report/text_parts.h"
#include "checker/report/text_sections.h"
#include "checker/report/wording.h"
#include <fmt/core.h>

namespace checker {
namespace {

constexpr int kLineIndent = 2 * kIndent;
constexpr std::size_t kTightest = 5;

// "TITLE, for grades 9..12: TEXT"
void write_item(TerminalPage& page, const PartOfNorm& each, const std::string& text) {
  std::vector<Run> runs = {{each.norm->title, Ink::Strong}, {for_text(*each.part)}};
  if (!text.empty()) runs.push_back({": " + text});
  page.paragraph(kIndent, kIndent, runs);
}

void write_relieved(TerminalPage& page, const Report& report) {
  const auto parts = parts_with(report, Outcome::Relieved);
  if (parts.empty()) return;
  heading(page, "RELIEVED");
  for (const PartOfNorm& each : parts) write_item(page, each, relief_on_record(*each.part));
}

void write_held_off(TerminalPage& page, const Report& report) {
  auto parts = parts_with(report, Outcome::Excepted);
  const auto lifted = parts_with(report, Outcome::Lifted);
  parts.insert(parts.end(), lifted.begin(), lifted.end());
  if (parts.empty()) return;
  heading(page, "EXCEPTED OR LIFTED");
  for (const PartOfNorm& each : parts) write_item(page, each, held_off_text(*each.part));
}

void write_enabled(TerminalPage& page, const Report& report) {
  const auto parts = parts_with(report, Outcome::Enabled);
  if (parts.empty()) return;
  heading(page, "ENABLED");
  for (const PartOfNorm& each : parts) write_item(page, each, citation_text(*each.norm));
}

void write_thinned(TerminalPage& page, const Report& report) {
  const auto parts = parts_with(report, Outcome::Thinned);
  if (parts.empty()) return;
  heading(page, "PRINCIPLES THAT THE DESIGN DOES NOT KEEP");
  for (const PartOfNorm& each : parts) {
    const Party* by = each.norm->stakeholder();
    write_item(page, each, by == nullptr ? "" : "upheld by " + by->title);
    write_lines(page, kLineIndent, thinned_lines(each));
  }
}

void write_quiet(TerminalPage& page, const Report& report, Outcome outcome,
                 std::string_view title) {
  const auto parts = quiet_parts(report, outcome);
  if (parts.empty()) return;
  heading(page, title);
  for (const PartOfNorm& each : parts) {
    write_item(page, each, "");
    write_lines(page, kLineIndent, quiet_lines(each));
  }
}

}  // namespace

void write_settled(TerminalPage& page, const Report& report) {
  write_thinned(page, report);
  write_relieved(page, report);
  write_held_off(page, report);
  write_enabled(page, report);
  write_quiet(page, report, Outcome::Clear, "CLEAR");
  write_quiet(page, report, Outcome::DoesNotApply, "DOES NOT APPLY");
}

void write_pending(TerminalPage& page, const Report& report) {
  if (report.pending.empty()) return;
  heading(page, "NOT ENACTED (decides nothing)");
  for (const VerdictEntry& entry : report.pending) {
    write_item(page, {&entry, &entry.main()}, pending_text(entry));
    write_lines(page, kLineIndent, pending_lines(entry));
  }
}

void write_changes(TerminalPage& page, const Report& report) {
  const std::vector<DatedItem> items = dated_items(report);
  if (items.empty()) return;
  heading(page, fmt::format("CHANGES UNTIL {}", dsl::format_date(report.horizon)));
  for (const DatedItem& each : items) {
    page.paragraph(kIndent, kIndent,
                   {{dsl::format_date(each.date), Ink::Strong},
                    {": " + each.text + in_brackets(each.location)}});
  }
}

void write_tightest(TerminalPage& page, const Report& report) {
  const auto parts = tightest(report, kTightest);
  if (parts.empty()) return;
  heading(page, "TIGHTEST LEEWAYS");
  for (const PartOfNorm& each : parts) {
    write_item(page, each, leeway_in_full(*each.part->leeway));
  }
}

}  // namespace checker
