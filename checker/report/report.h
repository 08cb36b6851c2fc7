// Everything that a reader is told about one design, as data. The writers only lay it out: no
// verdict, count or exit code is worked out after this.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checker/design/design.h"
#include "checker/eval/decision.h"
#include "checker/eval/verdict.h"
#include "dsl/program/program.h"
#include "dsl/text/source_file.h"

namespace checker {

struct Location {
  std::string file;
  dsl::LineColumn start;
};

// A line of the design that fed a verdict.
struct FactLocation {
  std::string fact;   // `calendar.days`, `schedule[2].supervision`
  std::string value;  // as people read it; `unknown`, `none` or `not applicable` for the rest
  Location location;
  bool decisive = false;  // read by a requirement that failed; else by the rest of the norm
};

struct Party {
  std::string id;     // `us.ia.de`
  std::string title;  // "Iowa Department of Education"
};

struct EnforcementEntry {
  Party by;
  std::vector<std::string> through;
  std::string mechanism;
};

// A missing fact with the question that settles it.
struct NeedEntry {
  std::string fact;
  std::string record;         // for a record's field: "block 2 (Internship)"
  std::string question;       // the vocabulary's; the fact's meaning where it asks nothing
  std::optional<Party> whom;  // nullopt: the people who write the design
  bool stated_unknown = false;
  std::optional<Location> location;  // the word `unknown`, or else what stands nearest
};

struct JudgmentEntry {
  Party by;
  std::string question;
};

struct LeewayEntry {
  dsl::Rational value;   // in `unit`; shares in percentage points
  std::string unit;      // `minutes per year`; empty for counts and ratios
  std::string text;      // "3,600 minutes per year short", "12 days per year to spare"
  std::string has;       // "50,400 minutes per year"
  std::string limit;     // "54,000 minutes per year"
  std::string relation;  // `at least`, `no later than`, ... as fits the type
  // How far, as a share of the limit: of a day for times, of a year for dates. nullopt where the
  // limit is 0.
  std::optional<dsl::Rational> share;
  std::string fact;                // what is compared, where it is one fact and no calculation
  std::vector<Location> has_from;  // the lines of the design that `has` comes from
  Location rule;                   // the comparison in the rules
};

struct ReliefEntry {
  Party by;
  std::optional<dsl::Date> from;
  std::optional<dsl::Date> until;
  std::string reference;
  Location location;
};

struct ApprovalEntry {
  ApprovalResult result{};
  std::optional<dsl::Date> on;
  std::optional<dsl::Date> until;
  std::string reference;
  Location location;
};

// A way out that the norm names.
struct ReliefRouteEntry {
  Party by;
  std::string under;
  std::string due;
  std::string lasting;  // "2 years"; empty when the norm does not say
  std::string note;
};

struct NormRefEntry {
  std::string norm;
  std::string title;
  std::string citation;
};

// A requirement, or one of the conditions that it joins with `and`, as the rule file words it.
struct RequirementEntry {
  std::string text;
  Location location;
  bool measured = false;  // the part's leeway is about this one
};

// One part of a verdict: what came out for some grades or records.
struct PartEntry {
  Outcome outcome{};
  Reason reason_code = Reason::None;
  std::string reason;                // the same as a sentence; empty when there is nothing to add
  dsl::GradeSet grades;
  std::vector<std::string> records;  // "block 2 (Internship)"
  std::optional<LeewayEntry> leeway;
  std::vector<NeedEntry> needs;
  std::vector<JudgmentEntry> judgments;
  std::vector<NeedEntry> hangs_on;    // facts on which the whole pack hangs
  std::vector<std::string> faults;    // one sentence each
  std::optional<NormRefEntry> lifted_by;
  std::string exception;              // the title of the exception that took hold
  std::string exception_citation;
  std::optional<ReliefEntry> relief;
  std::optional<ApprovalEntry> approval;
  std::vector<NormRefEntry> waits_for;
  std::vector<RequirementEntry> failed;  // of a conflict or a thinned principle
  std::vector<FactLocation> locations;
};

struct CitationEntry {
  std::string text;
  std::string url;
};

struct VerdictEntry {
  std::string norm;
  dsl::NormKind kind{};
  std::string title;
  std::string topic;  // id; empty when the norm has none
  std::string pack;
  Outcome outcome{};
  dsl::Effect effect{};
  std::string effect_amount;
  std::vector<EnforcementEntry> enforced;
  std::optional<Party> decided_by;
  std::string within;                 // "60 calendar days"; approvals only
  std::vector<CitationEntry> citations;
  std::vector<std::string> sources;
  dsl::Confidence confidence{};
  std::string confidence_note;
  std::vector<std::string> notes;
  std::vector<std::string> remedies;
  std::vector<ReliefRouteEntry> relief_routes;
  std::vector<std::string> requires_text;  // as the rule file words them, one line each
  Location rule_location;
  std::vector<PartEntry> parts;       // strongest first, never empty
  bool fails = false;                 // a conflict that fails the run

  // The first to enforce it; who decides it where nobody does. Null when there is neither.
  const Party* stakeholder() const {
    if (!enforced.empty()) return &enforced.front().by;
    return decided_by ? &*decided_by : nullptr;
  }
  const PartEntry& main() const { return parts.front(); }
};

// Something dated that lies ahead of the as-of date.
struct ChangeEntry {
  dsl::Date date;
  std::string text;  // "the relief from ... ends; ... then stands against the design"
  std::string norm;
};

struct Report {
  std::string design_name;
  std::string design_file;
  dsl::Date as_of;
  std::string as_of_source;  // "--as-of", "the design's `opens`", "the design's `as_of`", "today"
  std::vector<VerdictEntry> verdicts;  // in the order of the program's norms
  std::vector<ChangeEntry> changes;    // by date
  dsl::Date horizon;                   // the last day that `changes` looks at
  std::vector<Party> packs_in_scope;   // packs whose condition holds
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
  const std::vector<Verdict>& verdicts;
  dsl::Date as_of;
  std::string as_of_source;
  FailOn fail_on;
};

Report build_report(const ReportInput& input);

}  // namespace checker
