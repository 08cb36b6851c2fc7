#include "checker/report/formats.h"

#include <algorithm>
#include <array>

#include "checker/report/html/write_html.h"
#include "checker/report/write_github.h"
#include "checker/report/write_json.h"
#include "checker/report/write_junit.h"
#include "checker/report/write_markdown.h"
#include "checker/report/write_sarif.h"
#include "checker/report/write_text.h"

namespace checker {
namespace {

void text(std::ostream& out, const RunReport& run, const ReportStyle& style) {
  for (std::size_t i = 0; i < run.reports.size(); ++i) {
    if (i > 0) out << '\n';
    const bool last = i + 1 == run.reports.size();
    const auto write = style.quiet ? write_totals : write_text;
    write(out, run.reports[i], style.text, last ? run.exit.line : "");
  }
}

void json(std::ostream& out, const RunReport& run, const ReportStyle&) { write_json(out, run); }

void html(std::ostream& out, const RunReport& run, const ReportStyle&) {
  write_html(out, run.reports);
}

constexpr std::array<ReportFormat, 7> kFormats = {{
    {"text", Audience::People, text},
    {"json", Audience::Programs, json},
    {"markdown", Audience::People, write_markdown},
    {"html", Audience::People, html, true},
    {"sarif", Audience::Programs, write_sarif, false, true},
    {"junit", Audience::Programs, write_junit},
    {"github", Audience::People, write_github},
}};

}  // namespace

std::span<const ReportFormat> report_formats() { return kFormats; }

const ReportFormat* find_report_format(std::string_view name) {
  const auto found = std::find_if(kFormats.begin(), kFormats.end(),
                                  [&](const ReportFormat& each) { return each.name == name; });
  return found == kFormats.end() ? nullptr : &*found;
}

}  // namespace checker
