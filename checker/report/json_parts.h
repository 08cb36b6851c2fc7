// What the reports for programs have in common: places, diagnostics, how the run ended.
#pragma once

#include <string>

#include "checker/report/exit_entry.h"
#include "checker/report/location.h"
#include "dsl/diagnostics/diagnostic.h"
#include "dsl/text/source_file.h"
#include <nlohmann/json.hpp>

namespace checker::json_parts {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text);

// `file`, `line` and `column`, each null where the file is not known.
void add_place(Json& json, const Location& location);

Json diagnostic(const dsl::Diagnostic& entry, const dsl::SourceMap& sources);

// `schema_version`, `tool` and `exit`, with which every report opens.
Json opening(int schema_version, const ExitEntry& exit);

}  // namespace checker::json_parts
