#include <algorithm>

#include "checker/report/changes.h"
#include "checker/report/entries.h"
#include "checker/report/repair.h"
#include "checker/report/report.h"
#include "checker/report/uncovered.h"

namespace checker {

namespace {

// Marks the conflicts that were there before; the decision and the rest go by the marks.
BaselineEntry compare(const Baseline& baseline, Report& report) {
  BaselineEntry entry;
  entry.file = baseline.file;
  const auto found = baseline.designs.find(report.design_file);
  entry.holds_design = found != baseline.designs.end();
  for (VerdictEntry& verdict : report.verdicts) {
    const bool was_there = entry.holds_design && found->second.contains(verdict.norm);
    if (verdict.outcome != Outcome::Conflict) {
      if (was_there) entry.gone.push_back(verdict.norm);
      continue;
    }
    verdict.known = was_there && covers(found->second.at(verdict.norm), verdict);
    verdict.added = !verdict.known;
    if (verdict.known) verdict.fails = false;
    ++(verdict.known ? entry.known : entry.added);
  }
  if (!entry.holds_design) return entry;
  for (const auto& known : found->second) {
    const std::string& norm = known.first;
    const bool is_here = std::any_of(report.verdicts.begin(), report.verdicts.end(),
                                     [&](const VerdictEntry& each) { return each.norm == norm; });
    if (!is_here) entry.gone.push_back(norm);
  }
  return entry;
}

}  // namespace

Report build_report(const ReportInput& input) {
  Report report;
  report.design_name = input.design.title();
  report.design_file = input.design.file_name;
  report.as_of = input.as_of;
  report.as_of_source = input.as_of_source;
  Entries entries(input);
  for (const Verdict& verdict : input.verdicts) {
    report.verdicts.push_back(entries.verdict(verdict));
    if (input.with_repairs) report.verdicts.back().repair = repair_of(verdict, input);
  }
  report.pending_asked_for = input.pending != nullptr;
  if (report.pending_asked_for) {
    for (const Verdict& each : *input.pending) report.pending.push_back(entries.verdict(each));
  }
  for (VerdictEntry& entry : report.pending) entry.fails = false;
  report.packs_in_scope = entries.packs_in_scope();
  report.uncovered = uncovered(input);
  Changes changes = changes_ahead(input);
  report.changes = std::move(changes.entries);
  report.horizon = changes.horizon;
  report.ends = ends_ahead(input, report.horizon);
  report.totals = count(input.verdicts);
  FailOn fail_on = input.fail_on;
  if (input.baseline != nullptr) {
    report.baseline = compare(*input.baseline, report);
    for (const VerdictEntry& verdict : report.verdicts) {
      if (verdict.known) fail_on.known.insert(verdict.norm);
    }
  }
  report.decision = decide_run(input.program, input.verdicts, fail_on);
  if (input.with_network) report.network = network_entry(input);
  return report;
}

}  // namespace checker
