// The report for a review comment: Markdown as GitHub and GitLab render it.
#pragma once

#include <ostream>

#include "checker/report/run_report.h"

namespace checker {

// Bytes of a report at most, below the 65,536 characters of a comment. What has no place is
// counted.
inline constexpr std::size_t kMostMarkdown = 60'000;

void write_markdown(std::ostream& out, const RunReport& run, const ReportStyle& style);

}  // namespace checker
