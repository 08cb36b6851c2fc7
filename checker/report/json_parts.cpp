#include "checker/report/json_parts.h"

#include <array>

// The version is the build's; a library built by hand has none.
#ifndef LEEWAY_VERSION
#define LEEWAY_VERSION "0"
#endif

namespace checker::json_parts {

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

void add_place(Json& json, const Location& location) {
  const bool known = !location.file.empty();
  json["file"] = known ? Json(location.file) : Json(nullptr);
  json["line"] = known ? Json(location.start.line) : Json(nullptr);
  json["column"] = known ? Json(location.start.column) : Json(nullptr);
}

Json diagnostic(const dsl::Diagnostic& entry, const dsl::SourceMap& sources) {
  static constexpr std::array<const char*, 3> kSeverities = {"error", "warning", "note"};
  Json json = {{"code", dsl::info(entry.kind).code},
               {"severity", kSeverities.at(static_cast<std::size_t>(entry.severity))},
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

}  // namespace checker::json_parts
