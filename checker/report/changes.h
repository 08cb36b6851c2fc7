// What changes after the as-of date: norms that begin and end, reliefs and approvals that run out.
#pragma once

#include <vector>

#include "checker/report/report.h"

namespace checker {

struct Changes {
  std::vector<ChangeEntry> entries;  // by date, then in the order of the program
  dsl::Date horizon;                 // the last day that they cover
};

Changes changes_ahead(const ReportInput& input);

}  // namespace checker
