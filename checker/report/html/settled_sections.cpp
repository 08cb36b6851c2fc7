// How near the limits are, what helps, and which dates matter.
#include <algorithm>

#include "checker/report/digest.h"
#include "checker/report/html/sections.h"
#include "checker/report/text_parts.h"
#include "checker/report/wording.h"
#include <fmt/core.h>

namespace checker::html {
namespace {

constexpr std::size_t kTightest = 8;

Concerned concerned_by(const PartOfNorm& each) {
  Concerned concerned;
  concerned.add(*each.norm);
  return concerned;
}

Html group(const std::string& title, const Html& items) {
  if (items.str().empty()) return {};
  Html all("\n");
  all.add(element("h3", text_of(title))).add("\n").add(list_of("plain", items));
  return element("section", {{"class", "group"}}, all).add("\n");
}

// A bar from the limit in the middle: to the left what is short, to the right what there is to
// spare. A whole limit away, or more, fills its half.
Html bar(const dsl::Rational& share) {
  constexpr double kHalf = 100;
  const double length = std::clamp(dsl::to_double(share), -1.0, 1.0) * kHalf;
  // What is nothing is still a line, so that it can be seen.
  const double width = std::max(length < 0 ? -length : length, 2.0);
  const double left = length < 0 ? kHalf - width : kHalf;
  Html content = element(
      "rect", {{"class", "track"}, {"x", "0"}, {"y", "4"}, {"width", "200"}, {"height", "10"}}, {});
  content.add(element("rect",
                      {{"class", length < 0 ? "short" : "spare"},
                       {"x", fmt::format("{:.1f}", left)},
                       {"y", "4"},
                       {"width", fmt::format("{:.1f}", width)},
                       {"height", "10"}},
                      {}));
  content.add(element("path", {{"class", "limit"}, {"d", "M100 0V18"}}, {}));
  return element("svg",
                 {{"class", "bar"},
                  {"viewBox", "0 0 200 18"},
                  {"preserveAspectRatio", "none"},
                  {"aria-hidden", "true"}},
                 content);
}

Html limit_item(const PartOfNorm& each) {
  const LeewayEntry& leeway = *each.part->leeway;
  Html content = element("strong", text_of(title_of(each)));
  Html gap = element("span", {{"class", "gap"}}, text_of(leeway.text));
  gap.add_text(
      fmt::format(": the design {}, the rule {} {}", leeway.has, leeway.relation, leeway.limit));
  content.add(element("p", gap));
  if (leeway.share) content.add(bar(*leeway.share));
  return element("li", {{"data-by", concerned_by(each).text()}}, content).add("\n");
}

std::vector<PartOfNorm> overstepped(const Report& report) {
  std::vector<PartOfNorm> parts = parts_with(report, Outcome::Conflict);
  std::erase_if(parts, [](const PartOfNorm& each) { return !each.part->leeway; });
  const auto share = [](const PartOfNorm& each) {
    return each.part->leeway->share.value_or(dsl::Rational(0));
  };
  std::stable_sort(parts.begin(), parts.end(),
                   [&](const PartOfNorm& a, const PartOfNorm& b) { return share(a) < share(b); });
  return parts;
}

Html settled_item(const PartOfNorm& each, const std::string& text, const Html& after = {}) {
  Html content = element("strong", text_of(title_of(each)));
  if (!text.empty()) content.add(": ").add(prose(text));
  content.add(after);
  return element("li", {{"data-by", concerned_by(each).text()}}, content).add("\n");
}

// With its law, then what is told of it.
Html cited_item(const PartOfNorm& each, const Lines& lines) {
  const Html citation = citations(*each.norm);
  Html after;
  if (!citation.str().empty()) after.add(": ").add(citation);
  return settled_item(each, "", after.add(rows(lines)));
}

}  // namespace

Section limits_section(const Scope& scope) {
  Section section{"limits", "Limits", 0, {}};
  Html items;
  const std::vector<PartOfNorm> over = overstepped(scope.report);
  const std::vector<PartOfNorm> near = tightest(scope.report, kTightest);
  for (const PartOfNorm& each : over) items.add(limit_item(each));
  for (const PartOfNorm& each : near) items.add(limit_item(each));
  section.count = over.size() + near.size();
  if (section.count == 0) return section;
  section.content.add(element(
      "p", {{"class", "quiet"}},
      text_of("The line in the middle is the limit. To the left of it the design falls short or "
              "goes over, to the right it has room; a full half is as much as the limit itself.")));
  section.content.add("\n").add(list_of("limits", items));
  return section;
}

Section settled_section(const Scope& scope) {
  const Report& report = scope.report;
  Html enabled;
  for (const PartOfNorm& each : parts_with(report, Outcome::Enabled)) {
    enabled.add(cited_item(each, {}));
  }
  Html relieved;
  for (const PartOfNorm& each : parts_with(report, Outcome::Relieved)) {
    relieved.add(settled_item(each, relief_on_record(*each.part)));
  }
  Html held_off;
  for (const Outcome outcome : {Outcome::Excepted, Outcome::Lifted}) {
    for (const PartOfNorm& each : parts_with(report, outcome)) {
      held_off.add(settled_item(each, held_off_text(*each.part)));
    }
  }
  Section section{"helps", "What helps", 0, {}};
  for (const Outcome outcome :
       {Outcome::Enabled, Outcome::Relieved, Outcome::Excepted, Outcome::Lifted}) {
    section.count += parts_with(report, outcome).size();
  }
  section.content.add(group("Speaks for the design", enabled));
  section.content.add(group("Relieved", relieved));
  section.content.add(group("Excepted or lifted", held_off));
  return section;
}

Section quiet_section(const Scope& scope) {
  Section section{"clear", "Clear, or about something else", 0, {}};
  for (const auto& [outcome, title] :
       {std::pair(Outcome::Clear, "Clear"), std::pair(Outcome::DoesNotApply, "Does not apply")}) {
    const std::vector<PartOfNorm> parts = quiet_parts(scope.report, outcome);
    Html items;
    for (const PartOfNorm& each : parts) {
      items.add(cited_item(each, quiet_lines(each)));
    }
    section.count += parts.size();
    section.content.add(group(title, items));
  }
  return section;
}

Section dates_section(const Scope& scope) {
  const Report& report = scope.report;
  Section section{"dates", "Dates", 0, {}};
  Html items;
  for (const DatedItem& each : dated_items(report)) {
    const std::string date = dsl::format_date(each.date);
    Html content = element("time", {{"datetime", date}}, text_of(date));
    content.add(" ").add(prose(each.text));
    Concerned concerned;
    for (const VerdictEntry* norm : each.norms) concerned.add(*norm);
    if (each.by != nullptr) concerned.add(*each.by);
    items.add(element("li", {{"data-by", concerned.text()}}, content)).add("\n");
    ++section.count;
  }
  if (section.count > 0) {
    section.content.add(
        element("p", {{"class", "quiet"}},
                text_of(fmt::format("After {}, until {}.", dsl::format_date(report.as_of),
                                    dsl::format_date(report.horizon)))));
    section.content.add("\n").add(element("ol", {{"class", "dates"}}, items)).add("\n");
  }
  return section;
}

Section pending_section(const Scope& scope) {
  const Report& report = scope.report;
  Section section{"pending", "Not enacted", report.pending.size(), {}};
  if (section.count == 0) return section;
  Html items;
  for (const VerdictEntry& entry : report.pending) {
    const Html citation = citations(entry);
    Html after;
    if (!citation.str().empty()) after.add(element("p", {{"class", "citation"}}, citation));
    after.add(rows(pending_lines(entry)));
    items.add(settled_item({&entry, &entry.main()}, pending_text(entry), after));
  }
  section.content.add(
      element("p", {{"class", "quiet"}},
              text_of("Decides nothing: what norms would be that bind nobody yet.")));
  section.content.add("\n").add(list_of("plain", items));
  return section;
}

}  // namespace checker::html
