// The site as files: HTML pages, the style sheet, and the script of the search box with its index.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checker/report/html/embedded_text.h"
#include "checker/site/page.h"

namespace checker::site {

struct SiteFile {
  std::string path;  // from the site's folder
  std::string content;
};

// Sorted by path.
std::vector<SiteFile> write_site(const Site& site);

// The page as HTML.
std::string write_page(const SitePage& page);

// `search.js`: the entries, then the script that looks through them.
std::string write_search(const std::vector<SearchEntry>& entries);

// The files of `assets/`, held by the program.
EmbeddedText style_sheet();
EmbeddedText search_script();

}  // namespace checker::site
