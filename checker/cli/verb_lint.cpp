// leeway lint: what is worth mending in rule files that compile.
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <ostream>
#include <unistd.h>

#include "checker/cli/verbs.h"
#include "checker/report/write_findings.h"
#include "dsl/compilation/compile.h"
#include "dsl/lint/lint.h"

namespace checker {
namespace {

// Everything that is read: what the findings are about and what that needs.
std::vector<std::string> paths_to_read(const LintCommand& command) {
  if (command.paths.empty()) return rule_paths(command.common);
  std::vector<std::string> paths = command.paths;
  paths.insert(paths.end(), command.common.rules.begin(), command.common.rules.end());
  paths.insert(paths.end(), command.common.add_rules.begin(), command.common.add_rules.end());
  return paths;
}

// Whether a file is one of the paths or lies below one.
bool is_subject(const std::string& file, const std::vector<std::string>& paths) {
  namespace fs = std::filesystem;
  const fs::path whole = fs::absolute(file).lexically_normal();
  return paths.empty() || std::any_of(paths.begin(), paths.end(), [&](const std::string& path) {
           fs::path above = fs::absolute(path).lexically_normal();
           if (!above.has_filename()) above = above.parent_path();
           return std::mismatch(above.begin(), above.end(), whole.begin(), whole.end()).first ==
                  above.end();
         });
}

bool is_wanted(const dsl::Diagnostic& diagnostic, const LintCommand& command) {
  const auto holds = [&](const std::vector<dsl::DiagnosticKind>& kinds) {
    return std::find(kinds.begin(), kinds.end(), diagnostic.kind) != kinds.end();
  };
  if (holds(command.ignore)) return false;
  if (!command.only.empty()) return holds(command.only);
  return diagnostic.severity != dsl::Severity::Note || command.notes ||
         command.fail_on == LintFailOn::Note;
}

bool fails(const dsl::Finding& finding, LintFailOn fail_on) {
  if (fail_on == LintFailOn::Never) return false;
  return finding.diagnostic.severity != dsl::Severity::Note || fail_on == LintFailOn::Note;
}

// Writes the files in which a mend is mechanical; false after a complaint.
bool write_mends(const std::vector<dsl::Finding>& findings, const dsl::SourceMap& sources,
                 const Streams& streams) {
  std::vector<dsl::Edit> edits;
  for (const dsl::Finding& finding : findings) {
    if (finding.mend) edits.push_back(*finding.mend);
  }
  // From the end of a file to its beginning, so that an edit moves none that is still to come.
  std::sort(edits.begin(), edits.end(),
            [](const dsl::Edit& a, const dsl::Edit& b) { return a.span.begin > b.span.begin; });
  std::map<std::uint32_t, std::string> texts;
  for (const dsl::Edit& edit : edits) {
    const dsl::Span span = edit.span;
    auto& text = texts.try_emplace(span.file, sources.file(span.file).text).first->second;
    text.replace(span.begin, span.end - span.begin, edit.text);
  }
  for (const auto& [file, text] : texts) {
    const std::string& name = sources.file(file).name;
    errno = 0;
    std::ofstream stream(name, std::ios::binary);
    stream << text << std::flush;
    if (!stream) {
      streams.err << "leeway: cannot write `" << name << "`: " << std::strerror(errno) << '\n';
      return false;
    }
  }
  return true;
}

}  // namespace

ExitStatus run_lint(const LintCommand& command, const Streams& streams) {
  dsl::SourceMap sources;
  dsl::Diagnostics diagnostics;
  const auto files = read_rule_files(paths_to_read(command), RuleFiles::All, sources, diagnostics);
  const auto compiled = dsl::compile_with_documents(files, diagnostics);
  show_diagnostics(diagnostics, sources, streams, command.common.color);
  if (!compiled) return ExitStatus::RuleFault;
  std::vector<dsl::Finding> findings =
      dsl::lint(compiled->documents, compiled->program, {command.as_of});
  std::erase_if(findings, [&](const dsl::Finding& finding) {
    return !is_wanted(finding.diagnostic, command) ||
           !is_subject(sources.file(finding.diagnostic.span.file).name, command.paths);
  });
  if (command.fix) {
    if (!write_mends(findings, sources, streams)) return ExitStatus::Usage;
    const std::size_t mended =
        std::erase_if(findings, [](const dsl::Finding& finding) { return finding.mend; });
    streams.err << mended << (mended == 1 ? " finding" : " findings") << " mended\n";
  }
  if (command.format == OutputFormat::Json) {
    write_findings_json(streams.out, findings, sources);
  } else {
    write_findings_text(streams.out, findings, sources,
                        message_style(STDOUT_FILENO, command.common.color));
  }
  const bool failed =
      std::any_of(findings.begin(), findings.end(),
                  [&](const dsl::Finding& finding) { return fails(finding, command.fail_on); });
  return failed ? ExitStatus::RuleFault : ExitStatus::Success;
}

}  // namespace checker
