// The sentences that sum a report up, the same in every format for people.
#pragma once

#include <string>

#include "checker/report/report.h"

namespace checker {

// The answer in a sentence or two.
std::string answer_text(const Report& report);

// "California and United States"
std::string packs_text(const Report& report);

// "no rules for `school.state` NV (design.yaml:4): the packs in use that go by it are for ..."
std::string uncovered_text(const UncoveredEntry& entry);

// "Totals: 5 conflicts, 28 clear (412 norms)"
std::string totals_text(const Totals& totals);

// That the report is filtered, and how; empty when it is not.
std::string filter_text(const Report& report);

// That norms that are not enacted were asked for and none is about the design; empty otherwise.
std::string none_pending_text(const Report& report);

// How the conflicts stand to those of the baseline; empty without one.
std::string baseline_text(const Report& report);

}  // namespace checker
