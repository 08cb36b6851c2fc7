// leeway compare: two designs, or one as it stands and as it could be looked at.
#include <ostream>
#include <sstream>
#include <unistd.h>
#include <utility>

#include "checker/cli/verbs.h"
#include "checker/eval/evaluate.h"
#include "checker/report/comparison.h"
#include "checker/report/write_comparison.h"

namespace checker {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

// How the sides are told apart: by the designs' names where those differ, else by their files, and
// by what the options say of the second.
struct Labels {
  std::string first;
  std::string second;
};

Labels labels_of(const CompareCommand& command, const Design& first, const Design& second) {
  if (command.second.empty()) {
    std::vector<std::string> parts;
    for (const std::string& fact : command.look.facts) parts.push_back("with " + fact);
    if (command.look.as_of) parts.push_back("as of " + dsl::format_date(*command.look.as_of));
    if (!command.second_rules.empty())
      parts.push_back("by the rules of " + joined(command.second_rules));
    return {first.title(), "the same, " + joined(parts)};
  }
  const bool names_differ =
      !first.name.empty() && !second.name.empty() && first.name != second.name;
  const std::string with = command.look.facts.empty() ? "" : " with " + joined(command.look.facts);
  return {names_differ ? first.name : first.file_name,
          (names_differ ? second.name : second.file_name) + with};
}

bool says_nothing_to_compare(const CompareCommand& command) {
  return command.second.empty() && command.look.facts.empty() && !command.look.as_of &&
         command.second_rules.empty();
}

std::string in_format(const CompareCommand& command, const Comparison& comparison) {
  std::ostringstream text;
  if (command.format == OutputFormat::Json) {
    write_comparison_json(text, comparison);
  } else {
    write_comparison_text(text, comparison, output_style(command.output, command.common.color));
  }
  return text.str();
}

}  // namespace

ExitStatus run_compare(const CompareCommand& command, const Streams& streams) {
  if (says_nothing_to_compare(command)) {
    streams.err << "leeway: say what to compare " << command.first
                << " with: a second design, or what is otherwise, by --as FACT=VALUE, --as-of DATE "
                   "or --rules-b PATH\n";
    return ExitStatus::Usage;
  }
  dsl::SourceMap sources;
  dsl::Diagnostics diagnostics;
  const auto fail = [&](ExitStatus status) {
    show_diagnostics(diagnostics, sources, streams, command.common.color);
    return status;
  };
  const auto fail_by_rules = [&](const std::vector<std::string>& rules, std::string_view option) {
    fail(ExitStatus::RuleFault);
    advise_on_rules(diagnostics, rules, option, streams);
    return ExitStatus::RuleFault;
  };
  const auto program = load_program(command.common, RuleFiles::WithoutTests, sources, diagnostics);
  if (!program) return fail_by_rules(command.common.rules, "--rules");
  std::optional<dsl::Program> other;
  if (!command.second_rules.empty()) {
    other = load_program(command.second_rules, RuleFiles::WithoutTests, sources, diagnostics);
    if (!other) return fail_by_rules(command.second_rules, "--rules-b");
  }
  const dsl::Program& second_program = other ? *other : *program;
  const auto* file = read_file(command.first, sources, diagnostics);
  const auto first =
      read_dated_design(file, *program, {command.first_as_of, {}}, sources, diagnostics);
  if (!first) return fail(ExitStatus::DesignFault);
  DesignOptions look = command.look;
  // A change to the design is looked at on the same date.
  const bool same_date = command.second.empty() && !look.as_of;
  if (same_date) look.as_of = first->as_of.date;
  // What is told of the design itself is told once.
  dsl::Diagnostics again;
  const bool is_same = command.second.empty();
  const auto* second_file = is_same ? file : read_file(command.second, sources, diagnostics);
  auto second =
      read_dated_design(second_file, second_program, look, sources, is_same ? again : diagnostics);
  if (!second && is_same) diagnostics = std::move(again);
  if (!second) return fail(ExitStatus::DesignFault);
  if (same_date) second->as_of.source = first->as_of.source;
  show_diagnostics(diagnostics, sources, streams, command.common.color);

  const auto first_verdicts = evaluate(*program, first->design, first->as_of.date);
  const auto second_verdicts = evaluate(second_program, second->design, second->as_of.date);
  const Labels labels = labels_of(command, first->design, second->design);
  const Comparison comparison = compare({*program,
                                         first->design,
                                         sources,
                                         first_verdicts,
                                         nullptr,
                                         first->as_of.date,
                                         first->as_of.source,
                                         {}},
                                        labels.first,
                                        {second_program,
                                         second->design,
                                         sources,
                                         second_verdicts,
                                         nullptr,
                                         second->as_of.date,
                                         second->as_of.source,
                                         {}},
                                        labels.second);
  return write_output(in_format(command, comparison), command.output, streams);
}

}  // namespace checker
