// A report as a reader takes it in: conflicts by who enforces them, open questions by whom to ask,
// the tightest leeways. What a filter hides is left out; counts are of everything. Pointers point
// into the report.
#pragma once

#include <string>
#include <vector>

#include "checker/report/report.h"

namespace checker {

struct ConflictGroup {
  const Party* by = nullptr;  // null: nobody is named
  std::vector<const VerdictEntry*> conflicts;
};

// Whether a conflict is told before another: what a baseline does not tell of first; then by
// effect, by how far the design falls short as a share of the limit, then by title.
bool stronger(const VerdictEntry& a, const VerdictEntry& b);

// Strongest first, groups by their strongest conflict.
std::vector<ConflictGroup> conflicts_by_stakeholder(const Report& report);

// One question with the missing facts that its answer settles and the norms that hang on it.
struct OpenQuestion {
  std::string text;
  std::vector<const NeedEntry*> facts;  // none for a judgment that only part of a norm hangs on
  std::vector<const VerdictEntry*> norms;
};

struct QuestionGroup {
  const Party* whom = nullptr;  // null: the people who write the design
  std::vector<OpenQuestion> questions;
};

// What would settle the norms that cannot be told, the question with the most norms first, groups
// by their first question. Where a whole pack hangs on a fact, its norms ask for that fact alone.
std::vector<QuestionGroup> questions_by_whom(const Report& report);

// How many conflicts fail the check.
std::size_t count_failing(const Report& report);

// How many facts have to be known before every norm that cannot be told can be: norms with parts
// that are worse are not counted among those.
std::size_t count_missing_facts(const Report& report);

// The parts with an outcome, each with its norm, in the order of the report.
struct PartOfNorm {
  const VerdictEntry* norm = nullptr;
  const PartEntry* part = nullptr;
};
std::vector<PartOfNorm> parts_with(const Report& report, Outcome outcome);

// Clear norms and those that do not apply, where the filter asks for them by name: hundreds of them
// go without saying.
std::vector<PartOfNorm> quiet_parts(const Report& report, Outcome outcome);

// Changes and ends together, by date.
struct DatedItem {
  dsl::Date date;
  std::string text;
  Location location;
  std::vector<const VerdictEntry*> norms;  // whose verdict changes
  const Party* by = nullptr;               // whose gift ends
};
std::vector<DatedItem> dated_items(const Report& report);

// What a norm would be, were it enacted; null unless it is pending and was asked for.
const VerdictEntry* if_enacted(const Report& report, const VerdictEntry& verdict);

// Norms that are clear with the least room, as a share of the limit; at most `most`.
std::vector<PartOfNorm> tightest(const Report& report, std::size_t most);

}  // namespace checker
