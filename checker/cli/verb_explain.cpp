// leeway explain: one norm on one design, the whole derivation.
#include <ostream>
#include <unistd.h>

#include "checker/cli/verbs.h"
#include "checker/eval/evaluate.h"
#include "checker/report/write_explanation.h"
#include "dsl/diagnostics/suggest.h"

namespace checker {
namespace {

std::vector<std::string> norm_names(const dsl::Program& program) {
  std::vector<std::string> names;
  for (const dsl::Norm& norm : program.typed().norms) names.push_back(norm.name);
  return names;
}

}  // namespace

ExitStatus run_explain(const ExplainCommand& command, const Streams& streams) {
  dsl::SourceMap sources;
  dsl::Diagnostics diagnostics;
  const auto program = load_program(command.common, RuleFiles::WithoutTests, sources, diagnostics);
  if (!program) {
    show_diagnostics(diagnostics, sources, streams, command.common.color);
    advise_on_rules(diagnostics, command.common.rules, "--rules", streams);
    return ExitStatus::RuleFault;
  }
  const dsl::NormId norm = program->find_norm(command.norm);
  if (!norm.valid()) {
    streams.err << "leeway: no norm is named `" << command.norm << "`; "
                << dsl::suggest(command.norm, norm_names(*program),
                                "`leeway check --format json` lists all of them")
                << '\n';
    return ExitStatus::Usage;
  }
  const auto* file = read_file(command.design, sources, diagnostics);
  const auto dated = read_dated_design(file, *program, command.look, sources, diagnostics);
  show_diagnostics(diagnostics, sources, streams, command.common.color);
  if (!dated) return ExitStatus::DesignFault;
  const auto& [design, as_of] = *dated;
  const Explanation explanation = explain(*program, design, norm, as_of.date);
  write_explanation(streams.out, explanation,
                    {*program, design, sources, as_of.date, as_of.source, command.every_step},
                    terminal_of(STDOUT_FILENO, command.common.color));
  return ExitStatus::Success;
}

}  // namespace checker
