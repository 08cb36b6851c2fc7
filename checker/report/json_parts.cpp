#include "checker/report/json_parts.h"

namespace checker::json_parts {

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json party(const Party& party) { return {{"id", party.id}, {"title", party.title}}; }

Json grades(dsl::GradeSet grades) {
  Json list = Json::array();
  for (std::uint8_t i = 0; i < dsl::kGradeCount; ++i) {
    if (grades.contains({i})) list.push_back(dsl::format_grade({i}));
  }
  return list;
}

Json totals(const Totals& totals) {
  Json json = Json::object();
  for (int i = 0; i < kOutcomeCount; ++i) {
    const auto outcome = static_cast<Outcome>(i);
    json[std::string(outcome_word(outcome))] = totals.of(outcome);
  }
  json["norms"] = totals.norms;
  return json;
}

std::string_view severity_word(dsl::Severity severity) {
  switch (severity) {
    case dsl::Severity::Error: return "error";
    case dsl::Severity::Warning: return "warning";
    case dsl::Severity::Note: return "note";
  }
  return "error";
}

void add_place(Json& json, const Location& location) {
  const bool known = !location.file.empty();
  json["file"] = known ? Json(location.file) : Json(nullptr);
  json["line"] = known ? Json(location.start.line) : Json(nullptr);
  json["column"] = known ? Json(location.start.column) : Json(nullptr);
}

Json diagnostic(const dsl::Diagnostic& entry, const dsl::SourceMap& sources) {
  Json json = {{"code", dsl::info(entry.kind).code},
               {"severity", severity_word(entry.severity)},
               {"message", entry.message}};
  add_place(json, location_of(entry.span, sources));
  json["help"] = text_or_null(entry.help);
  json["labels"] = Json::array();
  for (const dsl::Label& label : entry.labels) {
    Json labelled = {{"text", label.text}};
    add_place(labelled, location_of(label.span, sources));
    json["labels"].push_back(std::move(labelled));
  }
  return json;
}

Json opening(int schema_version, const ExitEntry& exit) {
  return {{"schema_version", schema_version},
          {"tool", {{"name", "leeway"}, {"version", LEEWAY_VERSION}}},
          {"exit", {{"code", exit.code}, {"meaning", exit.meaning}}}};
}

void write(std::ostream& out, const Json& json) {
  out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace checker::json_parts
