#include "checker/report/write_findings.h"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "checker/report/json_parts.h"
#include "checker/report/location.h"

namespace checker {
namespace {

using json_parts::Json;

std::string counted(std::size_t count, const char* word) {
  return std::to_string(count) + " " + word + (count == 1 ? "" : "s");
}

Json finding_of(const dsl::Finding& finding, const dsl::SourceMap& sources) {
  const dsl::Diagnostic& diagnostic = finding.diagnostic;
  const Location place = location_of(diagnostic.span, sources);
  return {{"code", dsl::info(diagnostic.kind).code},
          {"name", dsl::info(diagnostic.kind).name},
          {"severity", json_parts::severity_word(diagnostic.severity)},
          {"message", diagnostic.message},
          {"help", json_parts::text_or_null(diagnostic.help)},
          {"file", place.file},
          {"line", place.start.line},
          {"column", place.start.column},
          {"mechanical", finding.mend.has_value()}};
}

}  // namespace

void write_findings_text(std::ostream& out, std::span<const dsl::Finding> findings,
                         const dsl::SourceMap& sources, const dsl::TextStyle& style) {
  std::set<std::uint32_t> files;
  for (const dsl::Finding& finding : findings) {
    dsl::render_text(out, finding.diagnostic, sources, style);
    out << '\n';
    files.insert(finding.diagnostic.span.file);
  }
  if (findings.empty()) {
    out << "no findings\n";
  } else {
    out << counted(findings.size(), "finding") << " in " << counted(files.size(), "file") << '\n';
  }
}

void write_findings_json(std::ostream& out, std::span<const dsl::Finding> findings,
                         const dsl::SourceMap& sources) {
  Json list = Json::array();
  for (const dsl::Finding& finding : findings) list.push_back(finding_of(finding, sources));
  // Bytes that are no UTF-8 cannot stand in rules that compile.
  out << Json{{"findings", std::move(list)}}.dump(2) << '\n';
}

}  // namespace checker
