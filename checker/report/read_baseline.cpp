#include "checker/report/baseline.h"
#include <nlohmann/json.hpp>

namespace checker {
namespace {

using Json = nlohmann::json;

// What is not there, or is of another type, is empty.
std::string text_at(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

const Json& list_at(const Json& json, const char* key) {
  static const Json kNone = Json::array();
  const auto found = json.find(key);
  return found != json.end() && found->is_array() ? *found : kNone;
}

const Json& object_at(const Json& json, const char* key) {
  static const Json kNone = Json::object();
  const auto found = json.find(key);
  return found != json.end() && found->is_object() ? *found : kNone;
}

// Grades and records of one part, added to what conflicts.
void add_part(const Json& part, KnownConflict& conflict) {
  for (const Json& grade : list_at(part, "grades")) {
    if (grade.is_string()) conflict.grades.insert(grade.get<std::string>());
  }
  for (const Json& record : list_at(part, "records")) {
    if (record.is_string()) conflict.records.insert(record_name(record.get<std::string>()));
  }
}

void add_verdict(const Json& verdict, std::map<std::string, KnownConflict>& conflicts) {
  if (text_at(verdict, "verdict") != "conflict") return;
  KnownConflict& conflict = conflicts[text_at(verdict, "norm")];
  add_part(verdict, conflict);
  for (const Json& part : list_at(verdict, "parts")) {
    if (text_at(part, "verdict") == "conflict") add_part(part, conflict);
  }
}

void add_report(const Json& report, Baseline& baseline) {
  for (const Json& design : list_at(report, "designs")) {
    auto& conflicts = baseline.designs[text_at(design, "file")];
    for (const Json& verdict : list_at(design, "verdicts")) add_verdict(verdict, conflicts);
  }
}

// The properties that write_sarif puts there say what the standard's own fields cannot.
bool add_run(const Json& run, Baseline& baseline) {
  const Json& designs = list_at(object_at(run, "properties"), "designs");
  if (!object_at(run, "properties").contains("designs")) return false;
  for (const Json& design : designs) baseline.designs[text_at(design, "file")];
  for (const Json& result : list_at(run, "results")) {
    const Json& properties = object_at(result, "properties");
    add_verdict(properties, baseline.designs[text_at(properties, "design")]);
  }
  return true;
}

}  // namespace

ReadBaseline read_baseline(const std::string& file, std::string_view text) {
  ReadBaseline read;
  read.baseline.file = file;
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) {
    read.fault = "it is no JSON";
    return read;
  }
  if (json.is_object() && json.contains("designs") && json.contains("schema_version")) {
    add_report(json, read.baseline);
    return read;
  }
  bool any = false;
  if (json.is_object()) {
    for (const Json& run : list_at(json, "runs")) any = add_run(run, read.baseline) || any;
  }
  if (!any) read.fault = "it is no report that `leeway check` wrote as json or sarif";
  return read;
}

}  // namespace checker
