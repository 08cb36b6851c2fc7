// The command line as values: what each verb was asked to do.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "checker/cli/exit_status.h"
#include "checker/eval/decision.h"
#include "checker/report/formats.h"
#include "dsl/core/date.h"
#include "dsl/core/rational.h"
#include "dsl/diagnostics/diagnostic.h"

namespace checker {

enum class OutputFormat { Text, Json };
enum class NetworkFormat { Text, Json, Dot, Svg };
enum class ColorChoice { Auto, Always, Never };

struct CommonOptions {
  std::vector<std::string> rules;      // instead of the shipped packs, when not empty
  std::vector<std::string> add_rules;  // besides them
  std::string log_level = "warn";
  ColorChoice color = ColorChoice::Auto;
};

// One report of a run: in which format, and where to.
struct ReportTarget {
  const ReportFormat* format = nullptr;
  std::string file;  // empty: standard output
};

// How a design is to be looked at, other than as it stands.
struct DesignOptions {
  std::optional<dsl::Date> as_of;
  std::vector<std::string> facts;  // `FACT=VALUE`, in the place of what the design says
};

// Many designs, each answered in a line.
struct BatchOptions {
  std::string path;  // lines of JSON, `-` for standard input, or a folder of designs; empty: none
  int jobs = 1;
  bool summary = false;  // instead of the lines
  bool columns = false;  // comma-separated
  bool details = false;  // how far each conflict is from holding, and which facts are missing
  bool stats = false;
};

struct CheckCommand {
  CommonOptions common;
  std::vector<std::string> designs;  // `-` is standard input
  std::string stdin_name = "standard input";
  DesignOptions look;
  std::vector<ReportTarget> reports;  // never empty; at most one to standard output
  std::string output;                 // where that one goes instead; empty: standard output
  FailOn fail_on;
  std::string baseline;  // a former report; empty: none
  std::vector<Outcome> only;
  std::vector<std::string> stakeholders;
  std::vector<std::string> topics;
  bool quiet = false;
  bool every_norm = false;
  bool undecided_as_notes = false;
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

struct NetworkCommand {
  CommonOptions common;
  std::string design;
  DesignOptions look;
  NetworkFormat format = NetworkFormat::Text;
  std::string output;  // empty: standard output
};

struct CompareCommand {
  CommonOptions common;  // the rules of both sides
  std::string first;
  std::string second;                     // empty: the first again, looked at otherwise
  std::optional<dsl::Date> first_as_of;   // of the first side
  DesignOptions look;                     // of the second side
  std::vector<std::string> second_rules;  // of the second side, instead of the first one's
  OutputFormat format = OutputFormat::Text;
  std::string output;  // empty: standard output
};

struct TimelineCommand {
  CommonOptions common;
  std::string design;
  std::vector<std::string> facts;  // as in DesignOptions
  std::optional<dsl::Date> from;   // none: the design's own as-of date
  std::optional<dsl::Date> to;     // none: three years later
  OutputFormat format = OutputFormat::Text;
  std::string output;  // empty: standard output
};

struct ExplainCommand {
  CommonOptions common;
  std::string design;
  std::string norm;
  DesignOptions look;
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
                             LintCommand, TestCommand, FormatCommand, DocCommand, NewCommand,
                             NetworkCommand, CompareCommand, TimelineCommand>;

// Either a command, or a text to print (help, version, a complaint) and the status to leave with.
struct ParsedCommandLine {
  std::optional<Command> command;
  std::string message;
  ExitStatus status = ExitStatus::Success;
};

ParsedCommandLine parse_command_line(int argc, const char* const* argv);

}  // namespace checker
