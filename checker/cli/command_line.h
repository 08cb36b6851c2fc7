// The command line as values: what each verb was asked to do.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "checker/cli/exit_status.h"
#include "checker/eval/decision.h"
#include "dsl/core/date.h"

namespace checker {

enum class OutputFormat { Text, Json };
enum class ColorChoice { Auto, Always, Never };

// Options that every verb takes.
struct CommonOptions {
  std::vector<std::string> rules;      // instead of the shipped packs, when not empty
  std::vector<std::string> add_rules;  // besides them
  std::string log_level = "warn";
  ColorChoice color = ColorChoice::Auto;
};

struct CheckCommand {
  CommonOptions common;
  std::vector<std::string> designs;  // `-` is standard input
  std::string stdin_name = "standard input";
  std::optional<dsl::Date> as_of;
  OutputFormat format = OutputFormat::Text;
  std::string output;  // empty: standard output
  FailOn fail_on;
  bool exit_zero = false;
  bool allow_empty = false;
};

struct EvalCommand {
  CommonOptions common;
  std::string expression;
  std::string design;  // empty: none
  std::optional<dsl::Date> as_of;
  bool bare = false;
};

struct ExplainCommand {
  CommonOptions common;
  std::string design;
  std::string norm;
  std::optional<dsl::Date> as_of;
};

struct TestCommand {
  CommonOptions common;
  std::string filter;  // only tests whose title or norm contains it
};

struct FormatCommand {
  CommonOptions common;  // `rules` holds the paths; `-` is standard input
  bool check = false;    // only list what would change
  bool diff = false;     // only show how it would change
};

using Command = std::variant<CheckCommand, EvalCommand, ExplainCommand, TestCommand, FormatCommand>;

// Either a command, or a text to print (help, version, a complaint) and the status to leave with.
struct ParsedCommandLine {
  std::optional<Command> command;
  std::string message;
  ExitStatus status = ExitStatus::Success;
};

ParsedCommandLine parse_command_line(int argc, const char* const* argv);

}  // namespace checker
