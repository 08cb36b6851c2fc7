// What every verb needs to begin with: streams, rules loaded, diagnostics shown, the date chosen.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "checker/cli/command_line.h"
#include "checker/cli/files.h"
#include "checker/design/design.h"
#include "checker/report/write_text.h"
#include "dsl/diagnostics/diagnostics.h"
#include "dsl/program/program.h"
#include "dsl/text/source_file.h"

namespace checker {

struct Streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
};

// `fd` is 1 for standard output, 2 for standard error. A stream that is no terminal gets no colour
// and 80 columns, unless $COLUMNS says otherwise.
TextStyle terminal_of(int fd, ColorChoice choice);
// For messages: where nobody reads them on a screen, each is a line that can be searched for.
TextStyle message_style(int fd, ColorChoice choice);
// For a report that goes to a file, plain, or to standard output where no file is named.
TextStyle output_style(const std::string& file, ColorChoice choice);

// The paths of the rules that the options ask for.
std::vector<std::string> rule_paths(const CommonOptions& options);

// Loads and compiles the rules. nullopt after the errors have been collected.
std::optional<dsl::Program> load_program(const CommonOptions& options, RuleFiles which,
                                         dsl::SourceMap& sources, dsl::Diagnostics& diagnostics);

std::optional<dsl::Program> load_program(const std::vector<std::string>& paths, RuleFiles which,
                                         dsl::SourceMap& sources, dsl::Diagnostics& diagnostics);

// Whether one of the files declares a `vocabulary`. Faults are left to who reads them for good.
bool declare_vocabulary(const std::vector<std::string>& paths);

// Whether an error is of a name: unknown, or declared twice.
bool has_fault_of_names(const dsl::Diagnostics& diagnostics);

// Says, where names are missing in rules that an option named without a vocabulary, that no others
// are read besides them.
void advise_on_rules(const dsl::Diagnostics& diagnostics, const std::vector<std::string>& rules,
                     std::string_view option, const Streams& streams);

// Writes all diagnostics to the error stream, in order of place, and a line that counts them.
void show_diagnostics(dsl::Diagnostics& diagnostics, const dsl::SourceMap& sources,
                      const Streams& streams, ColorChoice color);

// The date whose law is applied, and which rule chose it: `--as-of`, else the design's `opens`,
// else its `as_of`, else today.
struct AsOf {
  dsl::Date date;
  std::string source;
};
AsOf choose_as_of(const std::optional<dsl::Date>& option, const Design* design);

// A design and the date on which it is looked at.
struct DatedDesign {
  Design design;
  AsOf as_of;
};

// nullopt after a diagnostic: the text has faults, or its facts contradict each other. `file` may
// be null, where it could not be read.
std::optional<DatedDesign> read_dated_design(const dsl::SourceFile* file,
                                             const dsl::Program& program, const DesignOptions& look,
                                             dsl::SourceMap& sources,
                                             dsl::Diagnostics& diagnostics);

// The rules and one design, with which most verbs begin.
struct OpenedDesign {
  dsl::Program program;
  DatedDesign dated;
};

// Shows what is wrong with either; then the status to leave with.
std::variant<OpenedDesign, ExitStatus> open_design(const CommonOptions& common,
                                                   const std::string& path,
                                                   const DesignOptions& look,
                                                   dsl::SourceMap& sources, const Streams& streams);

// Writes a whole text to a file, or to standard output where no file is named.
ExitStatus write_output(const std::string& text, const std::string& file, const Streams& streams);

}  // namespace checker
