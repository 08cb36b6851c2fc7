// leeway explain: one norm on one design, the whole derivation.
#include <ostream>
#include <unistd.h>

#include "checker/cli/verbs.h"
#include "checker/design/read_design.h"
#include "checker/eval/consistency.h"
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
  const auto design = file == nullptr ? std::nullopt : read_design(*file, *program, diagnostics);
  const AsOf as_of = choose_as_of(command.as_of, design ? &*design : nullptr);
  if (design) check_consistency(*program, *design, as_of.date, diagnostics);
  show_diagnostics(diagnostics, sources, streams, command.common.color);
  if (diagnostics.has_errors()) return ExitStatus::DesignFault;
  const Explanation explanation = explain(*program, *design, norm, as_of.date);
  const Terminal terminal = terminal_of(STDOUT_FILENO, command.common.color);
  write_explanation(streams.out, explanation,
                    {*program, *design, sources, as_of.date, as_of.source, command.every_step},
                    {terminal.width, terminal.color});
  return ExitStatus::Success;
}

}  // namespace checker
