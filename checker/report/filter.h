// What of a report people are shown. Verdicts, counts and the exit code stay as they are.
#pragma once

#include <string>
#include <vector>

#include "checker/report/report.h"

namespace checker {

struct Filter {
  std::vector<Outcome> only;              // empty: all
  std::vector<std::string> stakeholders;  // ids; empty: all
  std::vector<std::string> topics;        // ids; empty: all

  bool empty() const { return only.empty() && stakeholders.empty() && topics.empty(); }
};

// Hides what the filter leaves out, and has the report say so.
Report narrowed(Report report, const Filter& filter);

}  // namespace checker
