// The verbs of the command line, one function and one file each.
#pragma once

#include "checker/cli/command_line.h"
#include "checker/cli/exit_status.h"
#include "checker/cli/session.h"

namespace checker {

ExitStatus run_check(const CheckCommand& command, const Streams& streams);
ExitStatus run_compare(const CompareCommand& command, const Streams& streams);
ExitStatus run_network(const NetworkCommand& command, const Streams& streams);
ExitStatus run_timeline(const TimelineCommand& command, const Streams& streams);
// With `command.batch.path`.
ExitStatus run_check_batch(const CheckCommand& command, const Streams& streams);
ExitStatus run_eval(const EvalCommand& command, const Streams& streams);
ExitStatus run_explain(const ExplainCommand& command, const Streams& streams);
ExitStatus run_explain_error(const ExplainErrorCommand& command, const Streams& streams);
ExitStatus run_lint(const LintCommand& command, const Streams& streams);
ExitStatus run_test(const TestCommand& command, const Streams& streams);
ExitStatus run_fmt(const FormatCommand& command, const Streams& streams);
ExitStatus run_doc(const DocCommand& command, const Streams& streams);
ExitStatus run_new(const NewCommand& command, const Streams& streams);

}  // namespace checker
