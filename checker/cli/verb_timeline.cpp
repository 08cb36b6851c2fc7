// leeway timeline: from when to when each conflict stands.
#include <ostream>
#include <sstream>
#include <unistd.h>

#include "checker/cli/verbs.h"
#include "checker/eval/evaluate.h"
#include "checker/report/changes.h"
#include "checker/report/timeline.h"
#include "checker/report/write_timeline.h"

namespace checker {

ExitStatus run_timeline(const TimelineCommand& command, const Streams& streams) {
  dsl::SourceMap sources;
  const auto opened =
      open_design(command.common, command.design, {command.from, command.facts}, sources, streams);
  if (const auto* status = std::get_if<ExitStatus>(&opened)) return *status;
  const auto& [program, dated] = std::get<OpenedDesign>(opened);
  const dsl::Date from = dated.as_of.date;
  const dsl::Date to = command.to.value_or(years_later(from, kHorizonYears));
  if (to < from) {
    streams.err << "leeway: --to " << dsl::format_date(to) << " lies before the first day, "
                << dsl::format_date(from) << "; give an earlier --from or a later --to\n";
    return ExitStatus::Usage;
  }
  const std::vector<Verdict> verdicts = evaluate(program, dated.design, from);
  const Timeline timeline = build_timeline(program, dated.design, verdicts, from, to);
  std::ostringstream text;
  if (command.format == OutputFormat::Json) {
    write_timeline_json(text, timeline);
  } else {
    write_timeline_text(text, timeline, output_style(command.output, command.common.color));
  }
  return write_output(text.str(), command.output, streams);
}

}  // namespace checker
