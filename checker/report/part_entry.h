// What came of a norm for some grades or records, as a report tells it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checker/design/design.h"
#include "checker/eval/verdict.h"
#include "checker/report/location.h"

namespace checker {

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
  std::vector<std::string> facts;  // those that have this value, where it is no calculation
  std::vector<Location> has_from;  // the lines of the design that `has` comes from
  Location rule;                   // the comparison in the rules
};

struct ReliefEntry {
  Party by;
  // What the rules do not bear out, as a clause that follows the granter: "of whom the rules know
  // no such power". Empty where they let it be granted so.
  std::string doubt;
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

// One of the ways to meet a norm.
struct AlternativeEntry {
  std::string title;
  std::string citation;
  std::string gap;  // "20 minutes per day short"; empty where it is not measured
};

// What comes out when a term is understood one way.
struct ReadingEntry {
  std::string term;
  std::string meaning;
  std::string reading;
  std::string title;
  Outcome outcome{};
  std::string outcome_text;  // "is clear"
};

// One part of a verdict: what came out for some grades or records.
struct PartEntry {
  Outcome outcome{};
  Reason reason_code = Reason::None;
  std::string reason;  // the same as a sentence; empty when there is nothing to add
  dsl::GradeSet grades;
  std::vector<std::string> records;  // "block 2 (Internship)"
  std::optional<LeewayEntry> leeway;
  std::vector<NeedEntry> needs;
  std::vector<JudgmentEntry> judgments;
  std::vector<NeedEntry> hangs_on;  // facts on which the whole pack hangs
  std::vector<std::string> faults;  // one sentence each
  std::optional<NormRefEntry> lifted_by;
  std::string exception;  // the title of the exception that took hold
  std::string exception_citation;
  std::optional<ReliefEntry> relief;
  std::optional<ApprovalEntry> approval;
  std::vector<NormRefEntry> waits_for;
  std::vector<RequirementEntry> failed;        // of a conflict or a thinned principle
  std::vector<AlternativeEntry> alternatives;  // of a norm that none of them meets, nearest first
  std::vector<ReadingEntry> readings;          // of a term on whose reading the verdict hangs
  std::string effect_amount;                   // worked out for this part: "5.5 %"
  std::vector<FactLocation> locations;
  bool shown = true;  // false where a filter keeps it from people
};

}  // namespace checker
