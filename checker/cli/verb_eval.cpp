// leeway eval: the desk calculator of the rule language.
#include <ostream>
#include <set>

#include "checker/cli/verbs.h"
#include "checker/design/read_design.h"
#include "checker/eval/evaluate.h"
#include "checker/eval/evaluator.h"
#include "checker/eval/fact_path.h"
#include "checker/report/write_value.h"
#include "dsl/compilation/compile.h"

namespace checker {
namespace {

const char* reason_of(CauseKind kind) {
  switch (kind) {
    case CauseKind::NotStated: return "is not stated";
    case CauseKind::StatedUnknown: return "is stated as unknown";
    case CauseKind::Absent: return "is stated as absent";
    case CauseKind::NotApplicable: return "is stated as not applicable";
    case CauseKind::EmptyList: return "has no records";
    default: return "";
  }
}

void note_causes(const Causes& causes, const dsl::Program& program, std::ostream& err) {
  std::set<std::string> lines;
  for (const Cause& cause : causes) {
    if (cause.fact.fact.valid()) {
      lines.insert("`" + fact_path(cause.fact, program) + "` " + reason_of(cause.kind));
    } else if (cause.kind == CauseKind::EmptyList) {
      lines.insert("there is nothing to take the least or greatest of");
    } else if (cause.kind == CauseKind::NoValueInForce) {
      lines.insert("a parameter or definition has no value in force on the date, or for the grade");
    }
  }
  for (const std::string& line : lines) err << "note: " << line << '\n';
}

}  // namespace

ExitStatus run_eval(const EvalCommand& command, const Streams& streams) {
  dsl::SourceMap sources;
  dsl::Diagnostics diagnostics;
  const auto files =
      read_rule_files(rule_paths(command.common), RuleFiles::WithoutTests, sources, diagnostics);
  const dsl::SourceFile& text = sources.add("expression", command.expression);
  const auto compiled = dsl::compile_expression(files, text, diagnostics);
  if (!compiled) {
    show_diagnostics(diagnostics, sources, streams, command.common.color);
    return ExitStatus::RuleFault;
  }
  const dsl::Program& program = compiled->program;
  Design design = Design::empty(program);
  if (!command.design.empty()) {
    const auto* file = read_file(command.design, sources, diagnostics);
    auto given = file == nullptr ? std::nullopt : read_design(*file, program, diagnostics);
    show_diagnostics(diagnostics, sources, streams, command.common.color);
    if (!given) return ExitStatus::DesignFault;
    design = std::move(*given);
  }
  const AsOf as_of = choose_as_of(command.as_of, &design);
  Evaluator evaluator(program, design, as_of.date);
  let_norms_be_asked(evaluator);
  Frame frame(compiled->frame_size);
  const Evaluated result = evaluator.evaluate(compiled->expression, frame);
  for (const Cause& cause : result.causes) {
    if (cause.kind == CauseKind::Overflow || cause.kind == CauseKind::DivisionByZero) {
      dsl::Diagnostics fault;
      fault.report(cause.kind == CauseKind::Overflow ? dsl::DiagnosticKind::Overflow
                                                     : dsl::DiagnosticKind::DivisionByZero,
                   program.expr(cause.expr).span);
      show_diagnostics(fault, sources, streams, command.common.color);
      return ExitStatus::RuleFault;
    }
  }
  streams.out << plain_value(result, program.expr(compiled->expression).type, program, design)
              << '\n';
  if (!command.bare) note_causes(result.causes, program, streams.err);
  return ExitStatus::Success;
}

}  // namespace checker
