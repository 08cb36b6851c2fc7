#include "checker/batch/json_text.h"

#include <simdjson.h>

#include <fmt/core.h>

namespace checker::batch {

std::string quoted(std::string_view text) {
  std::string json = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      json += '\\';
      json += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      json += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      json += c;
    }
  }
  return json + '"';
}

std::string unquoted(std::string_view json) {
  if (json.find('\\') == std::string_view::npos) {
    return std::string(json.substr(1, json.size() - 2));
  }
  const simdjson::padded_string padded(json);
  simdjson::ondemand::parser parser;
  simdjson::ondemand::document document;
  std::string_view text;
  const bool is_read = parser.iterate(padded).get(document) == simdjson::SUCCESS &&
                       document.get_string().get(text) == simdjson::SUCCESS;
  return std::string(is_read ? text : json);
}

}  // namespace checker::batch
