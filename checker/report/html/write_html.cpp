#include "checker/report/html/write_html.h"

#include "checker/report/html/assets.h"
#include "checker/report/html/sections.h"
#include "checker/report/summary.h"
#include <fmt/core.h>

namespace checker {
namespace html {
namespace {

std::string policy() {
  return fmt::format(
      "default-src 'none'; style-src '{}'; script-src '{}'; base-uri 'none'; form-action 'none'",
      report_style().hash, report_script().hash);
}

Html head(std::span<const Report> reports) {
  Html content("\n");
  content.add(void_element("meta", {{"charset", "utf-8"}})).add("\n");
  content.add(
      void_element("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", policy()}}));
  content.add("\n").add(void_element(
      "meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}));
  content.add("\n").add(void_element("meta", {{"name", "referrer"}, {"content", "no-referrer"}}));
  std::string title = reports.empty() ? "No design" : reports.front().design_name;
  if (reports.size() > 1) title += fmt::format(" and {} more", reports.size() - 1);
  content.add("\n").add(element("title", text_of(title + " · Leeway"))).add("\n");
  content.add("<style>").add_asset(report_style()).add("</style>\n");
  return element("head", content).add("\n");
}

Html header(const Scope& scope) {
  const Report& report = scope.report;
  Html content("\n");
  content.add(element("h1", text_of(report.design_name))).add("\n");
  Html about = text_of(report.design_file + ", as of ");
  about.add(element("strong", text_of(dsl::format_date(report.as_of)))).add(" (");
  about.add(prose(report.as_of_source)).add(").");
  if (!report.packs_in_scope.empty()) about.add_text(" Rules of: " + packs_text(report) + ".");
  content.add(element("p", {{"class", "quiet"}}, about)).add("\n");
  content.add(element("p", {{"class", "answer"}}, text_of(answer_text(report)))).add("\n");
  for (const std::string& text :
       {baseline_text(report), filter_text(report), none_pending_text(report)}) {
    if (!text.empty()) content.add(element("p", text_of(text))).add("\n");
  }
  for (const UncoveredEntry& each : report.uncovered) {
    content
        .add(element("p", {{"class", "warning"}},
                     Html("Not covered: ").add(prose(uncovered_text(each)))))
        .add("\n");
  }
  return element("header", content).add("\n");
}

Html tabs(const Scope& scope, const std::vector<Section>& sections) {
  Html items;
  for (const Section& each : sections) {
    Html link = text_of(each.title + " ");
    link.add(element("span", {{"class", "count"}}, text_of(std::to_string(each.count))));
    items.add(element("a", {{"href", Scope::link(scope.id(each.name))}}, link)).add("\n");
  }
  return element("nav", {{"class", "tabs"}, {"aria-label", "Parts of the report"}}, items)
      .add("\n");
}

Html panel(const Scope& scope, const Section& section) {
  Html content("\n");
  content.add(element("h2", text_of(section.title))).add("\n").add(section.content);
  return element("section", {{"class", "panel " + section.name}, {"id", scope.id(section.name)}},
                 content)
      .add("\n");
}

Html report_part(const Scope& scope) {
  // Not all at once in a list of initializers, which would copy them.
  std::vector<Section> sections;
  for (Section (*make)(const Scope&) :
       {conflicts_section, decisions_section, questions_section, limits_section, settled_section,
        quiet_section, dates_section, pending_section, stakeholders_section}) {
    Section section = make(scope);
    if (!section.content.str().empty()) sections.push_back(std::move(section));
  }
  Html content("\n");
  content.add(header(scope)).add(network_part(scope)).add(tabs(scope, sections));
  for (const Section& each : sections) content.add(panel(scope, each));
  content.add(element("p", {{"class", "quiet totals"}}, text_of(totals_text(scope.report.totals))));
  return element("div", {{"class", "report"}}, content.add("\n")).add("\n");
}

Html body(std::span<const Report> reports) {
  Html content("\n");
  content.add(element("a", {{"class", "skip"}, {"href", "#content"}}, text_of("Skip to content")));
  Html main("\n");
  for (std::size_t i = 0; i < reports.size(); ++i) {
    main.add(report_part({reports[i], i == 0 ? "" : fmt::format("d{}-", i + 1)}));
  }
  if (reports.empty()) {
    main.add(element("h1", text_of("No design could be checked"))).add("\n");
    main.add(element("p", text_of("The messages of `leeway check` say what has to be mended "
                                  "first.")));
  }
  content.add("\n").add(element("main", {{"id", "content"}}, main)).add("\n");
  content.add(
      element("footer", text_of("A planning aid, not legal advice. Made by leeway check; this page "
                                "loads nothing from a network.")));
  content.add("\n<script>").add_asset(report_script()).add("</script>\n");
  return element("body", content).add("\n");
}

}  // namespace
}  // namespace html

void write_html(std::ostream& out, std::span<const Report> reports) {
  html::Html page("<!doctype html>\n");
  html::Html content("\n");
  content.add(html::head(reports)).add(html::body(reports));
  page.add(html::element("html", {{"lang", "en"}}, content)).add("\n");
  out << page.str();
}

}  // namespace checker
