#include "checker/report/network_entry.h"

#include "checker/report/network_report.h"
#include "checker/report/report.h"

namespace checker {

NetworkEntry network_entry(const ReportInput& input) {
  const dsl::Program& program = input.program;
  NetworkEntry entry;
  entry.network = build_value_network(program, input.design, input.verdicts, input.as_of);
  for (const SinglePoint& point : entry.network.single_points) {
    entry.single_points.push_back(single_point_text(point, program) + ".");
  }
  for (const dsl::Stakeholder& each : program.typed().stakeholders) {
    entry.stakeholders.push_back(
        {each.name, dsl::title_or_name(each), each.kind, each.holds, each.upholds, each.questions});
  }
  return entry;
}

}  // namespace checker
