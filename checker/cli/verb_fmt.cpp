// leeway fmt: lays out rule files in the one common form.
#include <algorithm>
#include <istream>
#include <iterator>
#include <ostream>

#include "checker/cli/line_diff.h"
#include "checker/cli/verbs.h"
#include "dsl/parse/parse.h"
#include "dsl/syntax/dump.h"
#include "dsl/syntax/format.h"

namespace checker {
namespace {

// A file that has no syntax error, and how it should look.
struct Formatted {
  const dsl::SourceFile* file = nullptr;
  std::string text;

  bool is_changed() const { return text != file->text; }
};

class Run {
 public:
  Run(const FormatCommand& command, const Streams& streams)
      : command_(command), streams_(streams) {}

  ExitStatus of_standard_input() {
    std::string text{std::istreambuf_iterator<char>(streams_.in), std::istreambuf_iterator<char>()};
    const dsl::SourceFile& file = sources_.add("standard input", std::move(text));
    if (const auto formatted = format(file)) {
      if (!command_.check && !command_.diff) {
        streams_.out << formatted->text;
      } else {
        report(*formatted);
      }
    }
    return finish();
  }

  ExitStatus of_files() {
    const auto files =
        read_rule_files(rule_paths(command_.common), RuleFiles::All, sources_, diagnostics_);
    for (const dsl::SourceFile* file : files) {
      const auto formatted = format(*file);
      if (!formatted || !formatted->is_changed()) continue;
      report(*formatted);
      if (!command_.check && !command_.diff) write(*formatted);
    }
    return finish();
  }

 private:
  // nullopt after a diagnostic, or when the text would not come out whole.
  std::optional<Formatted> format(const dsl::SourceFile& file) {
    const std::size_t errors_before = diagnostics_.error_count();
    const dsl::ast::Document document = dsl::parse(file, diagnostics_);
    if (diagnostics_.error_count() > errors_before) return std::nullopt;
    auto text = dsl::format(file, document);
    if (text && means_the_same(file, document, *text)) return Formatted{&file, std::move(*text)};
    streams_.err << "leeway: `" << file.name
                 << "` was left as it is: formatted it would not mean the same; this is a fault of"
                    " leeway, please report it\n";
    status_ = worse(status_, ExitStatus::Internal);
    return std::nullopt;
  }

  static bool means_the_same(const dsl::SourceFile& file, const dsl::ast::Document& document,
                             const std::string& text) {
    if (text == file.text) return true;
    dsl::Diagnostics diagnostics;
    const dsl::SourceFile formatted{file.id, file.name, text};
    const dsl::ast::Document reread = dsl::parse(formatted, diagnostics);
    return !diagnostics.has_errors() && dsl::dump(reread) == dsl::dump(document);
  }

  void report(const Formatted& formatted) {
    if (command_.diff) {
      streams_.out << unified_diff(formatted.file->name, formatted.file->text, formatted.text);
    } else if (formatted.is_changed() && command_.check) {
      streams_.out << formatted.file->name << '\n';
    }
    const bool only_looks = command_.check || command_.diff;
    if (only_looks && formatted.is_changed()) status_ = worse(status_, ExitStatus::RuleFault);
  }

  void write(const Formatted& formatted) {
    const std::string& name = formatted.file->name;
    const std::string fault = replace_file(name, formatted.text);
    if (fault.empty()) {
      streams_.out << name << '\n';
      return;
    }
    streams_.err << "leeway: cannot write `" << name << "`: " << fault << '\n';
    status_ = worse(status_, ExitStatus::Usage);
  }

  ExitStatus finish() {
    show_diagnostics(diagnostics_, sources_, streams_, command_.common.color);
    return diagnostics_.has_errors() ? worse(status_, ExitStatus::RuleFault) : status_;
  }

  const FormatCommand& command_;
  const Streams& streams_;
  dsl::SourceMap sources_;
  dsl::Diagnostics diagnostics_;
  ExitStatus status_ = ExitStatus::Success;
};

}  // namespace

ExitStatus run_fmt(const FormatCommand& command, const Streams& streams) {
  const std::vector<std::string>& paths = command.common.rules;
  if (std::find(paths.begin(), paths.end(), "-") == paths.end()) {
    return Run(command, streams).of_files();
  }
  if (paths.size() == 1) return Run(command, streams).of_standard_input();
  streams.err << "leeway: `-` stands alone; give standard input or paths, not both\n";
  return ExitStatus::Usage;
}

}  // namespace checker
