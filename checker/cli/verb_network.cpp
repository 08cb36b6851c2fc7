// leeway network: on whom a design depends, as text, data or a picture.
#include <sstream>
#include <unistd.h>

#include "checker/cli/verbs.h"
#include "checker/eval/evaluate.h"
#include "checker/network/value_network.h"
#include "checker/report/network_report.h"
#include "checker/report/write_network_dot.h"
#include "checker/report/write_network_json.h"
#include "checker/report/write_network_text.h"

namespace checker {
namespace {

// Empty where there is no picture.
std::string in_format(const NetworkCommand& command, const NetworkReport& report) {
  std::ostringstream out;
  switch (command.format) {
    case NetworkFormat::Text: {
      const Terminal terminal =
          command.output.empty() ? terminal_of(STDOUT_FILENO, command.common.color) : Terminal{};
      write_network_text(out, report, {terminal.width, terminal.color});
      break;
    }
    case NetworkFormat::Json: write_network_json(out, report); break;
    case NetworkFormat::Dot: write_network_dot(out, report); break;
    case NetworkFormat::Svg: out << draw_network_svg(report).value_or(std::string()); break;
  }
  return out.str();
}

}  // namespace

ExitStatus run_network(const NetworkCommand& command, const Streams& streams) {
  dsl::SourceMap sources;
  dsl::Diagnostics diagnostics;
  const auto program = load_program(command.common, RuleFiles::WithoutTests, sources, diagnostics);
  if (!program) {
    show_diagnostics(diagnostics, sources, streams, command.common.color);
    return ExitStatus::RuleFault;
  }
  const auto* file = read_file(command.design, sources, diagnostics);
  const auto dated = read_dated_design(file, *program, command.look, sources, diagnostics);
  show_diagnostics(diagnostics, sources, streams, command.common.color);
  if (!dated) return ExitStatus::DesignFault;
  const auto& [design, as_of] = *dated;
  const std::vector<Verdict> verdicts = evaluate(*program, design, as_of.date);
  const ValueNetwork network = build_value_network(*program, design, verdicts, as_of.date);
  const std::string text = in_format(command, {*program, design, sources, network, as_of.source});
  if (text.empty()) {
    streams.err << "leeway: the picture could not be drawn; `--format dot` writes the graph, which "
                   "the program `dot` may draw\n";
    return ExitStatus::Internal;
  }
  return write_output(text, command.output, streams);
}

}  // namespace checker
