#include "checker/cli/session.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ostream>
#include <string_view>
#include <sys/ioctl.h>
#include <unistd.h>
#include <variant>

#include "checker/cli/compiled_rules.h"
#include "checker/design/read_design.h"
#include "checker/eval/consistency.h"
#include "dsl/diagnostics/render_text.h"
#include "dsl/parse/parse.h"
#include <spdlog/spdlog.h>

namespace checker {
namespace {

bool wants_color(bool is_terminal, ColorChoice choice) {
  if (choice == ColorChoice::Always) return true;
  if (choice == ColorChoice::Never) return false;
  if (!environment("NO_COLOR").empty() || environment("TERM") == "dumb") return false;
  const std::string_view forced = environment("CLICOLOR_FORCE");
  return is_terminal || (!forced.empty() && forced != "0");
}

int width_of(int fd, bool is_terminal) {
  const std::string columns(environment("COLUMNS"));
  const int given = std::atoi(columns.c_str());
  if (given > 0) return given;
  winsize size{};
  if (is_terminal && ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

dsl::Date today() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm local{};
  localtime_r(&now, &local);
  return *dsl::make_date(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

}  // namespace

TextStyle terminal_of(int fd, ColorChoice choice) {
  const bool is_terminal = isatty(fd) == 1;
  return {width_of(fd, is_terminal), wants_color(is_terminal, choice)};
}

TextStyle message_style(int fd, ColorChoice choice) {
  TextStyle style = terminal_of(fd, choice);
  if (isatty(fd) != 1) style.width = dsl::kUnbroken;
  return style;
}

TextStyle output_style(const std::string& file, ColorChoice choice) {
  return file.empty() ? terminal_of(STDOUT_FILENO, choice) : TextStyle{};
}

std::vector<std::string> rule_paths(const CommonOptions& options) {
  std::vector<std::string> paths = options.rules;
  if (paths.empty()) paths.push_back(shipped_rules_folder());
  paths.insert(paths.end(), options.add_rules.begin(), options.add_rules.end());
  return paths;
}

std::optional<dsl::Program> load_program(const CommonOptions& options, RuleFiles which,
                                         dsl::SourceMap& sources, dsl::Diagnostics& diagnostics) {
  return load_program(rule_paths(options), which, sources, diagnostics);
}

std::optional<dsl::Program> load_program(const std::vector<std::string>& paths, RuleFiles which,
                                         dsl::SourceMap& sources, dsl::Diagnostics& diagnostics) {
  const auto start = std::chrono::steady_clock::now();
  const auto files = read_rule_files(paths, which, sources, diagnostics);
  auto program = compile_or_recall(files, diagnostics);
  const std::chrono::duration<double, std::milli> elapsed =
      std::chrono::steady_clock::now() - start;
  spdlog::info("read {} rule files in {:.1f} ms", files.size(), elapsed.count());
  return program;
}

bool declare_vocabulary(const std::vector<std::string>& paths) {
  const auto is_vocabulary = [](const dsl::ast::Declaration& declaration) {
    return std::holds_alternative<dsl::ast::VocabularyDecl>(declaration);
  };
  dsl::SourceMap sources;
  dsl::Diagnostics unheard;
  const auto files = read_rule_files(paths, RuleFiles::All, sources, unheard);
  return std::any_of(files.begin(), files.end(), [&](const dsl::SourceFile* file) {
    const dsl::ast::Document document = dsl::parse(*file, unheard);
    return std::any_of(document.declarations.begin(), document.declarations.end(), is_vocabulary);
  });
}

bool has_fault_of_names(const dsl::Diagnostics& diagnostics) {
  // Their codes begin with E02.
  return std::any_of(
      diagnostics.all().begin(), diagnostics.all().end(),
      [](const dsl::Diagnostic& each) { return dsl::info(each.kind).code.starts_with("E02"); });
}

void advise_on_rules(const dsl::Diagnostics& diagnostics, const std::vector<std::string>& rules,
                     std::string_view option, const Streams& streams) {
  if (rules.empty() || !has_fault_of_names(diagnostics) || declare_vocabulary(rules)) return;
  streams.err
      << "leeway: " << option
      << " names all the rules that are read, the vocabulary and the packs that others build "
         "on, too; the shipped ones are in "
      << display_path(shipped_rules_folder());
  if (option == "--rules") streams.err << ", and --add-rules reads others besides them";
  streams.err << '\n';
}

void show_diagnostics(dsl::Diagnostics& diagnostics, const dsl::SourceMap& sources,
                      const Streams& streams, ColorChoice color) {
  if (diagnostics.all().empty()) return;
  diagnostics.sort();
  const TextStyle style = message_style(STDERR_FILENO, color);
  for (const dsl::Diagnostic& diagnostic : diagnostics.all()) {
    dsl::render_text(streams.err, diagnostic, sources, style);
    streams.err << '\n';
  }
  const std::size_t errors = diagnostics.error_count();
  const std::size_t warnings = diagnostics.all().size() - errors;
  const auto counted = [](std::size_t count, const char* word) {
    return std::to_string(count) + " " + word + (count == 1 ? "" : "s");
  };
  if (errors > 0) streams.err << counted(errors, "error");
  if (errors > 0 && warnings > 0) streams.err << ", ";
  if (warnings > 0) streams.err << counted(warnings, "warning");
  streams.err << '\n';
}

AsOf choose_as_of(const std::optional<dsl::Date>& option, const Design* design) {
  if (option) return {*option, "--as-of"};
  if (design != nullptr && design->opens) return {*design->opens, "the design's `opens`"};
  if (design != nullptr && design->as_of) return {*design->as_of, "the design's `as_of`"};
  return {today(), "today"};
}

std::optional<DatedDesign> read_dated_design(const dsl::SourceFile* file,
                                             const dsl::Program& program, const DesignOptions& look,
                                             dsl::SourceMap& sources,
                                             dsl::Diagnostics& diagnostics) {
  if (file == nullptr) return std::nullopt;
  const std::size_t errors_before = diagnostics.error_count();
  // A line for each of the facts, so that a message names the one that it is about.
  std::string lines;
  for (const std::string& each : look.facts) {
    const std::size_t sign = each.find('=');
    lines += each.substr(0, sign) + ": " + each.substr(sign + 1) + "\n";
  }
  const auto* facts = lines.empty() ? nullptr : &sources.add("--as", std::move(lines));
  auto design = read_design(*file, program, diagnostics, facts);
  if (!design) return std::nullopt;
  AsOf as_of = choose_as_of(look.as_of, &*design);
  check_consistency(program, *design, as_of.date, diagnostics);
  if (diagnostics.error_count() > errors_before) return std::nullopt;
  return DatedDesign{std::move(*design), std::move(as_of)};
}

std::variant<OpenedDesign, ExitStatus> open_design(const CommonOptions& common,
                                                   const std::string& path,
                                                   const DesignOptions& look,
                                                   dsl::SourceMap& sources,
                                                   const Streams& streams) {
  dsl::Diagnostics diagnostics;
  auto program = load_program(common, RuleFiles::WithoutTests, sources, diagnostics);
  std::optional<DatedDesign> dated;
  if (program) {
    const auto* file = read_file(path, sources, diagnostics);
    dated = read_dated_design(file, *program, look, sources, diagnostics);
  }
  show_diagnostics(diagnostics, sources, streams, common.color);
  if (!program) {
    advise_on_rules(diagnostics, common.rules, "--rules", streams);
    return ExitStatus::RuleFault;
  }
  if (!dated) return ExitStatus::DesignFault;
  return OpenedDesign{std::move(*program), std::move(*dated)};
}

ExitStatus write_output(const std::string& text, const std::string& file, const Streams& streams) {
  if (file.empty()) {
    streams.out << text << std::flush;
    return ExitStatus::Success;
  }
  const std::string fault = write_file(file, text);
  if (fault.empty()) return ExitStatus::Success;
  streams.err << "leeway: cannot write `" << file << "`: " << fault << '\n';
  return ExitStatus::Usage;
}

}  // namespace checker
