// Where the reports of a check go: standard output, files, the summary of a workflow's run.
#pragma once

#include <string>

#include "checker/cli/command_line.h"
#include "checker/cli/session.h"
#include "checker/report/run_report.h"

namespace checker {

// Every report is made before a byte of one is written. Gives what went wrong; empty when nothing
// did. `for_people` is filtered where that was asked for.
std::string write_reports(const CheckCommand& command, const RunReport& whole,
                          const RunReport& for_people, const Streams& streams);

}  // namespace checker
