#include "checker/site/write_site.h"

#include <algorithm>

#include "checker/report/html/html.h"

namespace checker::site {
namespace {

using html::element;
using html::Html;
using html::is_web_address;
using html::text_of;
using html::void_element;

std::string way_to_root(const std::string& path) {
  std::string way;
  for (const char c : path) {
    if (c == '/') way += "../";
  }
  return way;
}

// Escapes what a file name may hold and a link may not.
std::string as_link(std::string_view text) {
  std::string link;
  for (const char c : text) {
    if (c == '%') {
      link += "%25";
    } else if (c == ' ') {
      link += "%20";
    } else if (c == '#') {
      link += "%23";
    } else if (c == '?') {
      link += "%3F";
    } else {
      link += c;
    }
  }
  return link;
}

class PageWriter {
 public:
  explicit PageWriter(const SitePage& page) : page_(page), root_(way_to_root(page.path)) {}

  std::string write() const {
    Html html("<!doctype html>\n");
    html.add(element("html", {{"lang", "en"}, {"data-root", root_.empty() ? "./" : root_}},
                     Html("\n").add(head()).add(body())));
    return html.add(Html("\n")).str();
  }

 private:
  Html head() const {
    Html content("\n");
    content.add(void_element("meta", {{"charset", "utf-8"}})).add("\n");
    content.add(void_element(
        "meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}));
    content.add("\n").add(element("title", text_of(page_.title + " · Leeway"))).add("\n");
    content.add(void_element("link", {{"rel", "stylesheet"}, {"href", root_ + "style.css"}}));
    content.add("\n").add(
        element("script", {{"src", root_ + "search.js"}, {"defer", "defer"}}, {}));
    return element("head", content.add("\n")).add("\n");
  }

  Html body() const {
    Html content("\n");
    content.add(
        element("a", {{"class", "skip"}, {"href", "#content"}}, text_of("Skip to content")));
    content.add("\n").add(header());
    content.add(element("main", {{"id", "content"}}, main_content())).add("\n");
    content.add(element("footer", text_of("A planning aid, not legal advice. Made from the rule "
                                          "files by leeway doc.")));
    return element("body", content.add("\n")).add("\n");
  }

  Html header() const {
    Html links;
    const auto link = [&](const char* title, const char* path) {
      links.add(
          element("a", {{"href", root_ + path}, {"aria-current", path == page_.path ? "page" : ""}},
                  text_of(title)));
      links.add("\n");
    };
    link("Rules", "index.html");
    link("Stakeholders", "stakeholders.html");
    link("Facts", "facts.html");
    link("Topics", "topics.html");
    Html content("\n");
    content.add(element("nav", {{"aria-label", "Site"}}, Html("\n").add(links))).add("\n");
    return element("header", content.add(search_box())).add("\n");
  }

  // Hidden until the script shows it, since without the script it does nothing.
  static Html search_box() {
    Html content;
    content.add(element("label", {{"for", "search"}}, text_of("Search the rules")));
    content.add(void_element(
        "input",
        {{"id", "search"}, {"type", "search"}, {"autocomplete", "off"}, {"spellcheck", "false"}}));
    content.add(element("p", {{"id", "search-count"}, {"role", "status"}}, {}));
    content.add(element("ul", {{"id", "search-results"}}, {}));
    return element("form", {{"id", "search-form"}, {"role", "search"}, {"hidden", "hidden"}},
                   content)
        .add("\n");
  }

  Html main_content() const {
    Html content("\n");
    if (page_.above) {
      content.add(element("p", {{"class", "above"}}, link_within(page_.above_title, *page_.above)));
      content.add("\n");
    }
    content.add(element("h1", text_of(page_.title))).add("\n");
    if (!page_.kind.empty()) {
      Html kind = text_of(page_.kind + (page_.name.empty() ? "" : " "));
      if (!page_.name.empty()) kind.add(element("code", text_of(page_.name)));
      content.add(element("p", {{"class", "kind"}}, kind)).add("\n");
    }
    for (const Block& block : page_.blocks) {
      content.add(std::visit([&](const auto& each) { return write(each); }, block)).add("\n");
    }
    return content;
  }

  Html write(const Heading& heading) const {
    const Html content = write(heading.text);
    if (heading.level == 2) return element("h2", {{"id", heading.anchor}}, content);
    return element("h3", {{"id", heading.anchor}}, content);
  }

  Html write(const Paragraph& paragraph) const {
    const char* const weight = paragraph.weight == Weight::Lead    ? "lead"
                               : paragraph.weight == Weight::Quiet ? "quiet"
                                                                   : "";
    return element("p", {{"class", weight}}, write(paragraph.text));
  }

  Html write(const Listing& listing) const {
    Html items("\n");
    for (const Prose& item : listing.items) items.add(element("li", write(item))).add("\n");
    return element("ul", items);
  }

  Html write(const Rows& rows) const {
    Html content("\n");
    for (const Rows::Row& row : rows.rows) {
      content.add(element("dt", text_of(row.name))).add("\n");
      for (const Prose& value : row.values) content.add(element("dd", write(value))).add("\n");
    }
    return element("dl", content);
  }

  static Html write(const SourceText& source) {
    const Html code = element("code", Html().add_lines(source.text));
    // What scrolls must be reachable with the keyboard.
    Html content =
        element("pre", {{"tabindex", "0"}, {"role", "region"}, {"aria-label", "Source"}}, code);
    if (!source.place.empty()) {
      content.add(element("figcaption", text_of(source.place)));
    }
    return element("figure", content);
  }

  Html write(const Prose& prose) const {
    Html html;
    for (const Piece& piece : prose.pieces()) {
      const Html text = piece.is_code ? element("code", text_of(piece.text)) : text_of(piece.text);
      if (piece.within) {
        html.add(link_within(text, *piece.within));
      } else if (is_web_address(piece.url)) {
        html.add(element("a", {{"href", piece.url}, {"rel", "noopener noreferrer"}}, text));
      } else {
        html.add(text);
      }
    }
    return html;
  }

  Html link_within(const std::string& text, const Address& to) const {
    return link_within(text_of(text), to);
  }
  Html link_within(const Html& text, const Address& to) const {
    const std::string anchor = to.anchor.empty() ? "" : "#" + as_link(to.anchor);
    const std::string page =
        to.page == page_.path && !anchor.empty() ? "" : root_ + as_link(to.page);
    return element("a", {{"href", page + anchor}}, text);
  }

  const SitePage& page_;
  std::string root_;
};

}  // namespace

std::string write_page(const SitePage& page) { return PageWriter(page).write(); }

std::vector<SiteFile> write_site(const Site& site) {
  std::vector<SiteFile> files;
  for (const SitePage& page : site.pages) files.push_back({page.path, write_page(page)});
  files.push_back({"style.css", std::string(style_sheet().text)});
  files.push_back({"search.js", write_search(site.entries)});
  std::sort(files.begin(), files.end(),
            [](const SiteFile& a, const SiteFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace checker::site
