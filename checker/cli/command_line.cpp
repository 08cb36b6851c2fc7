#include "checker/cli/command_line.h"

#include <algorithm>
#include <utility>

#include "checker/cli/complaint.h"
#include "checker/cli/options.h"

namespace checker {

ParsedCommandLine parse_command_line(int argc, const char* const* argv) {
  CLI::App app{"Checks a learner-centered design against the rules and practices around it."};
  app.name("leeway");
  app.set_version_flag("--version", std::string("leeway ") + LEEWAY_VERSION);
  app.require_subcommand(1);
  app.footer(
      "An option that takes several words takes them with commas in between, and may be "
      "repeated.\n\n"
      "Exit codes: 0 clear or done, 1 conflict, 2 undecided, 3 fault in the rules, 4 fault in a\n"
      "design, 5 nothing checked, 64 usage, 70 internal error. 1, 2 and 5 are given by check "
      "alone.");
  CheckCommand check;
  CompareCommand compare;
  NetworkCommand network;
  TimelineCommand timeline;
  EvalCommand eval;
  ExplainCommand explain;
  ExplainErrorCommand explain_error;
  LintCommand lint;
  TestCommand test;
  FormatCommand fmt;
  DocCommand doc;
  NewCommand pack;
  NewCommand design;
  add_check(app, check);
  add_compare(app, compare);
  add_doc(app, doc);
  add_eval(app, eval);
  add_explain(app, explain);
  add_explain_error(app, explain_error);
  add_lint(app, lint);
  add_network(app, network);
  add_new(app, pack, design);
  add_test(app, test);
  add_timeline(app, timeline);
  add_fmt(app, fmt);
  try {
    std::vector<std::string> arguments = join_lists(app, argc, argv);
    std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
    app.parse(std::move(arguments));
  } catch (const CLI::CallForHelp&) {
    const CLI::App* chosen = &app;
    while (!chosen->get_subcommands().empty()) chosen = chosen->get_subcommands().front();
    return {std::nullopt, chosen->help(), ExitStatus::Success};
  } catch (const CLI::CallForVersion&) {
    return {std::nullopt, app.version() + "\n", ExitStatus::Success};
  } catch (const CLI::ParseError& error) {
    return {std::nullopt,
            "leeway: " + complaint(app, error, argc, argv) +
                "\nRun `leeway --help` or `leeway VERB --help`.\n",
            ExitStatus::Usage};
  }
  if (app.got_subcommand("check")) return {std::move(check), "", ExitStatus::Success};
  if (app.got_subcommand("compare")) return {std::move(compare), "", ExitStatus::Success};
  if (app.got_subcommand("network")) return {std::move(network), "", ExitStatus::Success};
  if (app.got_subcommand("timeline")) return {std::move(timeline), "", ExitStatus::Success};
  if (app.got_subcommand("eval")) return {std::move(eval), "", ExitStatus::Success};
  if (app.got_subcommand("explain")) return {std::move(explain), "", ExitStatus::Success};
  if (app.got_subcommand("explain-error")) {
    return {std::move(explain_error), "", ExitStatus::Success};
  }
  if (app.got_subcommand("lint")) return {std::move(lint), "", ExitStatus::Success};
  if (app.got_subcommand("doc")) return {std::move(doc), "", ExitStatus::Success};
  if (app.got_subcommand("new")) {
    const bool is_pack = app.get_subcommand("new")->got_subcommand("pack");
    return {is_pack ? std::move(pack) : std::move(design), "", ExitStatus::Success};
  }
  if (app.got_subcommand("fmt")) return {std::move(fmt), "", ExitStatus::Success};
  return {std::move(test), "", ExitStatus::Success};
}

}  // namespace checker
