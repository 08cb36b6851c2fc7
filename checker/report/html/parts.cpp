#include "checker/report/html/parts.h"

#include <algorithm>
#include <array>

#include "checker/report/text_parts.h"

namespace checker::html {
namespace {

// How a line is set, by its label: what the design has stands beside what the rule asks.
struct LineLook {
  std::string_view label;
  std::string_view look;
};

constexpr std::array<LineLook, 10> kLooks = {{{"your design", "design"},
                                              {"the rule", "rule"},
                                              {"the rule asks", "rule"},
                                              {"the rule also asks", "rule"},
                                              {"the gap", "gap"},
                                              {"way out", "way-out"},
                                              {"advice", "way-out"},
                                              {"note", "quiet"},
                                              {"how sure", "quiet"},
                                              {"norm", "quiet"}}};

std::string look_of(std::string_view label) {
  const auto* const found = std::find_if(kLooks.begin(), kLooks.end(),
                                         [&](const LineLook& each) { return each.label == label; });
  return found == kLooks.end() ? std::string() : std::string(found->look);
}

Html row(const LabelledLine& line) {
  Html content = element("dt", text_of(line.label));
  content.add(element("dd", prose(line.text)));
  return element("div", {{"class", look_of(line.label)}}, content).add("\n");
}

}  // namespace

void Concerned::add(const VerdictEntry& verdict) {
  for (const EnforcementEntry& each : verdict.enforced) add(each.by);
  if (verdict.decided_by) add(*verdict.decided_by);
}

void Concerned::add(const PartEntry& part) {
  for (const JudgmentEntry& each : part.judgments) add(each.by);
}

std::string Concerned::text() const {
  std::string text;
  for (const std::string& id : ids_) text += (text.empty() ? "" : " ") + id;
  return text;
}

Html prose(std::string_view text) {
  Html html;
  while (true) {
    const std::size_t open = text.find('`');
    const std::size_t close = open == std::string_view::npos ? open : text.find('`', open + 1);
    if (close == std::string_view::npos) return html.add_text(text);
    html.add_text(text.substr(0, open));
    html.add(element("code", text_of(text.substr(open + 1, close - open - 1))));
    text.remove_prefix(close + 1);
  }
}

Html link_out(std::string_view text, const std::string& url) {
  if (!is_web_address(url)) return text_of(text);
  return element("a", {{"href", url}, {"rel", "noopener noreferrer"}}, text_of(text));
}

Html citations(const VerdictEntry& verdict) {
  Html html;
  for (const CitationEntry& each : verdict.citations) {
    if (!html.str().empty()) html.add("; ");
    html.add(link_out(each.text, each.url));
  }
  return html;
}

Html rows(const Lines& lines) {
  Html all;
  Html open;
  const auto close = [&] {
    if (!open.str().empty()) all.add(element("dl", {{"class", "lines"}}, open)).add("\n");
    open = Html();
  };
  for (const LabelledLine& line : lines) {
    if (line.label == "citation") continue;
    if (!line.label.empty()) {
      open.add(row(line));
      continue;
    }
    close();
    all.add(element("p", {{"class", line.heads ? "part" : ""}}, prose(line.text))).add("\n");
  }
  close();
  return all;
}

std::string title_of(const PartOfNorm& each) { return each.norm->title + for_text(*each.part); }

Html list_of(Markup name, const Html& items) {
  if (items.str().empty()) return {};
  return element("ul", {{"class", std::string(name.text())}}, items).add("\n");
}

}  // namespace checker::html
