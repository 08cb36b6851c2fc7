// The index of the search box. It is a script and no JSON file, since a page that was opened from
// the disk may load the one and not the other.
#include "checker/site/write_site.h"
#include "dsl/text/display_text.h"
#include <nlohmann/json.hpp>

namespace checker::site {

std::string write_search(const std::vector<SearchEntry>& entries) {
  std::string text = "const leewayEntries = [\n";
  for (const SearchEntry& entry : entries) {
    const std::string address =
        entry.address.page + (entry.address.anchor.empty() ? "" : "#" + entry.address.anchor);
    const nlohmann::ordered_json row = {dsl::printable(entry.title), dsl::printable(entry.name),
                                        dsl::printable(entry.kind), address};
    text += row.dump(-1, ' ', true, nlohmann::ordered_json::error_handler_t::replace) + ",\n";
  }
  return text + "];\n" + std::string(search_script().text);
}

}  // namespace checker::site
