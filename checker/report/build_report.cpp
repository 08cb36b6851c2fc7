#include "checker/report/changes.h"
#include "checker/report/entries.h"
#include "checker/report/report.h"
#include "checker/report/uncovered.h"

namespace checker {

Report build_report(const ReportInput& input) {
  Report report;
  report.design_name = input.design.name.empty() ? input.design.file_name : input.design.name;
  report.design_file = input.design.file_name;
  report.as_of = input.as_of;
  report.as_of_source = input.as_of_source;
  Entries entries(input);
  for (const Verdict& verdict : input.verdicts) report.verdicts.push_back(entries.verdict(verdict));
  for (const Verdict& verdict : input.pending) report.pending.push_back(entries.verdict(verdict));
  for (VerdictEntry& entry : report.pending) entry.fails = false;
  report.packs_in_scope = entries.packs_in_scope();
  report.uncovered = uncovered(input);
  Changes changes = changes_ahead(input);
  report.changes = std::move(changes.entries);
  report.horizon = changes.horizon;
  report.totals = count(input.verdicts);
  report.decision = decide_run(input.program, input.verdicts, input.fail_on);
  if (input.with_network) report.network = network_entry(input);
  return report;
}

}  // namespace checker
