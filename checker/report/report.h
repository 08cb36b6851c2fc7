// Everything that a reader is told about one design, as data. The writers only lay it out: no
// verdict, count or exit code is worked out after this.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checker/design/design.h"
#include "checker/eval/decision.h"
#include "checker/eval/verdict.h"
#include "checker/report/baseline.h"
#include "checker/report/network_entry.h"
#include "checker/report/verdict_entry.h"
#include "dsl/program/program.h"
#include "dsl/text/source_file.h"

namespace checker {

// Something dated that lies ahead of the as-of date.
struct ChangeEntry {
  dsl::Date date;
  std::string text;  // "the relief from ... has ended; the norm stands against the design"
  std::vector<std::string> norms;  // never empty; several where a relief from all of them ends
  Location location = {};          // of the design's record that ends; in no file where it is none
};

// The last day of what a member of the network gives, by the design's own list.
struct EndEntry {
  dsl::Date date;
  std::string text;
  Party by;
  Location location;  // of the design's record
};

// A choice of the design that no pack in use is for, though some go by it.
struct UncoveredEntry {
  std::string fact;   // `school.state`
  std::string value;  // `RI`
  Location location;
  std::vector<Party> packs;  // those that go by it
};

// How the conflicts stand to those of a former report.
struct BaselineEntry {
  std::string file;           // of the former report
  bool holds_design = false;  // whether it tells of this design
  int known = 0;
  int added = 0;  // they were not there before
  // Norms that conflicted before and do not now; at the end those that the rules have no more.
  std::vector<std::string> gone;
};

struct Report {
  std::string design_name;
  std::string design_file;
  dsl::Date as_of;
  std::string as_of_source;  // "--as-of", "the design's `opens`", "the design's `as_of`", "today"
  std::vector<VerdictEntry> verdicts;  // in the order of the program's norms
  bool pending_asked_for = false;
  std::vector<VerdictEntry> pending;  // what pending norms would say; only where asked for
  std::vector<ChangeEntry> changes;   // by date
  std::vector<EndEntry> ends;         // by date
  dsl::Date horizon;                  // the last day that `changes` and `ends` look at
  std::vector<Party> packs_in_scope;  // packs whose condition holds
  std::vector<UncoveredEntry> uncovered;
  std::optional<BaselineEntry> baseline;  // nullopt: compared with none
  std::string filter;                   // which of it people are shown, in words; empty: all of it
  std::vector<Outcome> asked_for;       // outcomes that the filter names, told whatever they are
  std::optional<NetworkEntry> network;  // where a report that draws it was asked for
  Totals totals;
  Decision decision{};
};

// How far ahead changes are looked for, and at how many dates at most: the horizon comes closer
// where there are more.
inline constexpr int kHorizonYears = 3;
inline constexpr std::size_t kMaxChangeDates = 24;

struct ReportInput {
  const dsl::Program& program;
  const Design& design;
  const dsl::SourceMap& sources;
  const std::vector<Verdict>& verdicts;  // of every norm, as of evaluate
  const std::vector<Verdict>* pending;   // as of evaluate_pending; null where not asked for
  dsl::Date as_of;
  std::string as_of_source;
  FailOn fail_on;
  const Baseline* baseline = nullptr;  // conflicts that it tells of do not fail the run
  bool with_network = false;
  bool with_repairs = false;  // only where the design's file alone says what the design is
};

Report build_report(const ReportInput& input);

}  // namespace checker
