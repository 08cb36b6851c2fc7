#include "checker/cli/write_reports.h"

#include <ostream>
#include <sstream>
#include <unistd.h>
#include <vector>

#include "checker/report/write_markdown.h"

namespace checker {
namespace {

struct Written {
  std::string file;  // empty: standard output
  std::string text;
};

ReportStyle style_of(const CheckCommand& command, const std::string& file) {
  ReportStyle style;
  style.quiet = command.quiet;
  style.every_norm = command.every_norm;
  style.undecided_as_notes = command.undecided_as_notes;
  style.text = output_style(file, command.common.color);
  return style;
}

// GitHub gives every step a file whose Markdown it shows with the run; steps append to it.
std::string write_step_summary(const CheckCommand& command, const RunReport& run) {
  const std::string file(environment("GITHUB_STEP_SUMMARY"));
  if (file.empty()) return {};
  std::ostringstream text;
  write_markdown(text, run, style_of(command, file));
  const std::string fault = append_to_file(file, text.str());
  if (fault.empty()) return {};
  return "cannot write the summary of the run, `" + file + "` (GITHUB_STEP_SUMMARY): " + fault;
}

}  // namespace

std::string write_reports(const CheckCommand& command, const RunReport& whole,
                          const RunReport& for_people, const Streams& streams) {
  std::vector<Written> reports;
  bool has_annotations = false;
  for (const ReportTarget& target : command.reports) {
    const std::string& file = target.file.empty() ? command.output : target.file;
    const bool is_for_people = target.format->audience == Audience::People;
    std::ostringstream text;
    target.format->write(text, is_for_people ? for_people : whole, style_of(command, file));
    reports.push_back({file, text.str()});
    has_annotations = has_annotations || target.format->name == "github";
  }
  for (const Written& report : reports) {
    if (report.file.empty()) {
      streams.out << report.text << std::flush;
      continue;
    }
    const std::string fault = write_file(report.file, report.text);
    if (!fault.empty()) return "cannot write `" + report.file + "`: " + fault;
  }
  return has_annotations ? write_step_summary(command, for_people) : std::string();
}

}  // namespace checker
