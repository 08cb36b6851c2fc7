// What came of one norm, as a report tells it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checker/eval/verdict.h"
#include "checker/report/part_entry.h"
#include "dsl/program/program.h"

namespace checker {

struct EnforcementEntry {
  Party by;
  std::vector<std::string> through;
  std::string mechanism;
  bool hangs_on_facts = false;  // whether it is this one cannot be told yet
};

// A way out that the norm names.
struct ReliefRouteEntry {
  std::string relief;  // the name of a declared relief; empty for the norm's own
  std::string title;   // of a declared relief
  Party by;
  bool by_hangs_on_facts = false;  // whether it is this one cannot be told yet
  std::optional<Party> applicant;
  std::string vote;
  std::string under;
  std::string due;
  std::string lasting;  // "2 years"; empty when the norm does not say
  std::string renewal;  // "renewable 2 times", "renewable"; empty when it is not said to be
  std::string note;
};

// Where a body's decision can be taken further.
struct AppealEntry {
  Party to;
  std::string within;
  std::string note;
};

// An enablement that speaks for the design and would lift the norm, but says that it cannot.
struct KeptEntry {
  NormRefEntry enablement;
  std::string reason;  // empty: the rule gives none
};

struct CitationEntry {
  std::string text;
  std::string url;
};

// What would have to stand in the design, and in the place of what.
struct Repair {
  Location from;
  dsl::LineColumn to;  // behind the last character
  std::string text;
};

struct VerdictEntry {
  std::string norm;
  dsl::NormKind kind{};
  std::string title;
  std::string topic;  // id; empty when the norm has none
  std::string pack;
  Outcome outcome{};
  dsl::Effect effect{};
  std::string effect_description;
  std::vector<EnforcementEntry> enforced;
  std::optional<Party> decided_by;
  std::string within;   // "60 calendar days"; approvals only
  std::string lasting;  // "5 years"; approvals only
  std::string renewal;  // "renewable"; approvals only
  std::string due;
  std::string vote;
  std::string tie;
  std::optional<AppealEntry> appeal;
  bool pending = false;  // not enacted: told on request, decides nothing
  std::string status_note;
  std::vector<CitationEntry> citations;
  std::vector<std::string> sources;
  dsl::Confidence confidence{};
  std::string confidence_note;
  std::vector<std::string> notes;
  std::vector<std::string> remedies;
  std::vector<KeptEntry> kept_from;  // of a conflict
  std::vector<ReliefRouteEntry> relief_routes;
  std::vector<std::string> requires_text;  // as the rule file words them, one line each
  Location rule_location;
  std::vector<PartEntry> parts;  // strongest first, never empty
  std::optional<Repair> repair;  // of a conflict that one other value ends; where asked for
  bool fails = false;            // a conflict that fails the run
  bool known = false;            // a conflict that the baseline tells of; it does not fail the run
  bool added = false;            // one that it does not tell of

  // The first to enforce it; who decides it where nobody does. Null when there is neither.
  const Party* stakeholder() const {
    if (!enforced.empty()) return &enforced.front().by;
    return decided_by ? &*decided_by : nullptr;
  }
  const PartEntry& main() const { return parts.front(); }
};

}  // namespace checker
