// leeway network: on whom a design depends, as text, data or a picture.
#include <sstream>
#include <unistd.h>

#include "checker/cli/verbs.h"
#include "checker/eval/evaluate.h"
#include "checker/network/value_network.h"
#include "checker/report/draw_network_svg.h"
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
      write_network_text(out, report, output_style(command.output, command.common.color));
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
  const auto opened = open_design(command.common, command.design, command.look, sources, streams);
  if (const auto* status = std::get_if<ExitStatus>(&opened)) return *status;
  const auto& [program, dated] = std::get<OpenedDesign>(opened);
  const auto& [design, as_of] = dated;
  const std::vector<Verdict> verdicts = evaluate(program, design, as_of.date);
  const ValueNetwork network = build_value_network(program, design, verdicts, as_of.date);
  const std::string text = in_format(command, {program, design, sources, network, as_of.source});
  if (text.empty()) {
    streams.err << "leeway: the picture could not be drawn; `--format dot` writes the graph, which "
                   "the program `dot` may draw\n";
    return ExitStatus::Internal;
  }
  return write_output(text, command.output, streams);
}

}  // namespace checker
