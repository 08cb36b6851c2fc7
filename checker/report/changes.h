// What changes after the as-of date: norms that begin and end, reliefs and approvals that run out,
// and what members of the network give that ends.
#pragma once

#include <vector>

#include "checker/report/report.h"

namespace checker {

struct Changes {
  std::vector<ChangeEntry> entries;  // by date, then in the order of the program
  dsl::Date horizon;                 // the last day that they cover
};

// Whether a change of a verdict is worth telling: not when a norm that asks nothing is about
// something or not.
bool is_told_change(Outcome before, Outcome after);

// The same day so many years later; the last day that there is, at most.
dsl::Date years_later(dsl::Date date, int years);

Changes changes_ahead(const ReportInput& input);

// By date, up to the horizon, in the words of the design's own list of members.
std::vector<EndEntry> ends_ahead(const ReportInput& input, dsl::Date horizon);

}  // namespace checker
