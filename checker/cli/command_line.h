// The command line as values: what each verb was asked to do.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "checker/cli/exit_status.h"
#include "checker/eval/decision.h"
#include "dsl/core/date.h"
#include "dsl/core/rational.h"
#include "dsl/diagnostics/diagnostic.h"

namespace checker {

enum class OutputFormat { Text, Json };
enum class ColorChoice { Auto, Always, Never };

struct CommonOptions {
  std::vector<std::string> rules;      // instead of the shipped packs, when not empty
  std::vector<std::string> add_rules;  // besides them
  std::string log_level = "warn";
  ColorChoice color = ColorChoice::Auto;
};

// Many designs, each answered in a line.
struct BatchOptions {
  std::string path;  // lines of JSON, `-` for standard input, or a folder of designs; empty: none
  int jobs = 1;
  bool summary = false;  // instead of the lines
  bool columns = false;  // comma-separated
  bool stats = false;
  std::vector<Outcome> only;
};

struct CheckCommand {
  CommonOptions common;
  std::vector<std::string> designs;  // `-` is standard input
  std::string stdin_name = "standard input";
  std::optional<dsl::Date> as_of;
  OutputFormat format = OutputFormat::Text;
  std::string output;  // empty: standard output
  FailOn fail_on;
  bool pending = false;
  bool exit_zero = false;
  bool allow_empty = false;
  BatchOptions batch;
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
  bool every_step = false;
};

struct TestCommand {
  CommonOptions common;
  std::vector<std::string> paths;  // only tests of these rule files; empty: of all
  std::string filter;              // only tests whose title or norm contains it
  OutputFormat format = OutputFormat::Text;
  bool coverage = false;
  std::optional<dsl::Rational> min;  // percent of branches; less fails the run
  bool mutate = false;
  std::optional<dsl::Rational> max_survivors;  // percent of mutants; more fails the run
};

struct ExplainErrorCommand {
  CommonOptions common;
  std::string code;
};

// The least weighty finding that fails the run.
enum class LintFailOn { Never, Warning, Note };

struct LintCommand {
  CommonOptions common;
  std::vector<std::string> paths;         // what the findings are about; empty: all that is read
  std::vector<dsl::DiagnosticKind> only;  // empty: all kinds
  std::vector<dsl::DiagnosticKind> ignore;
  std::optional<dsl::Date> as_of;
  OutputFormat format = OutputFormat::Text;
  LintFailOn fail_on = LintFailOn::Warning;
  bool notes = false;
  bool fix = false;
};

struct FormatCommand {
  CommonOptions common;  // `rules` holds the paths; `-` is standard input
  bool check = false;    // only list what would change
  bool diff = false;     // only show how it would change
};

struct DocCommand {
  CommonOptions common;
  std::string output;  // the folder of the site
};

// What a new file is to hold.
enum class NewFile { Pack, Design };

struct NewCommand {
  CommonOptions common;
  NewFile what = NewFile::Pack;
  std::string name;    // of the pack
  std::string title;   // of the pack, or the name of the design; empty: a default
  std::string output;  // `-` is standard output; empty: named after the name
  bool force = false;  // replaces a file that is there
};

using Command = std::variant<CheckCommand, EvalCommand, ExplainCommand, ExplainErrorCommand,
                             LintCommand, TestCommand, FormatCommand, DocCommand, NewCommand>;

// Either a command, or a text to print (help, version, a complaint) and the status to leave with.
struct ParsedCommandLine {
  std::optional<Command> command;
  std::string message;
  ExitStatus status = ExitStatus::Success;
};

ParsedCommandLine parse_command_line(int argc, const char* const* argv);

}  // namespace checker
