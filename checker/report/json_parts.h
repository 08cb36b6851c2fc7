// What the reports for programs have in common: places, diagnostics, how the run ended.
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "checker/eval/decision.h"
#include "checker/report/exit_entry.h"
#include "checker/report/location.h"
#include "checker/report/part_entry.h"
#include "dsl/diagnostics/diagnostic.h"
#include "dsl/text/source_file.h"
#include <nlohmann/json.hpp>

namespace checker::json_parts {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text);

template <typename T, typename Write>
Json list_of(const std::vector<T>& items, Write write) {
  Json list = Json::array();
  for (const T& item : items) list.push_back(write(item));
  return list;
}

Json party(const Party& party);
// `9`, `10`, ...
Json grades(dsl::GradeSet grades);
// The count of each verdict, and of all norms.
Json totals(const Totals& totals);

std::string_view severity_word(dsl::Severity severity);

// `file`, `line` and `column`, each null where the file is not known.
void add_place(Json& json, const Location& location);

Json diagnostic(const dsl::Diagnostic& entry, const dsl::SourceMap& sources);

// `schema_version`, `tool` and `exit`, with which every report opens.
Json opening(int schema_version, const ExitEntry& exit);

// The whole document, in lines; bytes that are no text are replaced.
void write(std::ostream& out, const Json& json);

}  // namespace checker::json_parts
