// The value network as a picture to act on: each member is a link to its page, by which the script
// filters the report. The same stands below it as a table.
#include "checker/report/html/picture_shapes.h"
#include "checker/report/html/sections.h"
#include "checker/report/lay_out_network.h"
#include "checker/report/network_picture.h"
#include "checker/report/network_report.h"
#include "checker/report/wording.h"
#include <fmt/core.h>

namespace checker::html {
namespace {

class Map {
 public:
  Map(const Scope& scope, const ValueNetwork& network)
      : scope_(scope), network_(network), picture_(picture_of(network, DrawnFeatures::HeldUpToo)) {}

  // Empty where there is nothing to draw, or it cannot be laid out.
  Html draw() const {
    if (picture_.members.empty()) return {};
    const auto layout = lay_out(picture_, network_);
    if (!layout) return {};
    Html content("\n");
    for (std::size_t i = 0; i < picture_.edges.size(); ++i) {
      content.add(edge(picture_.edges[i], layout->edges[i])).add("\n");
    }
    for (std::size_t i = 0; i < picture_.features.size(); ++i) {
      content.add(feature(picture_.features[i], layout->features[i])).add("\n");
    }
    for (std::size_t i = 0; i < picture_.members.size(); ++i) {
      content.add(member(picture_.members[i], layout->members[i])).add("\n");
    }
    const Html svg = element(
        "svg",
        {{"class", "map"},
         {"viewBox", fmt::format("-4 -4 {:.0f} {:.0f}", layout->width + 8, layout->height + 8)},
         {"width", fmt::format("{:.0f}", layout->width + 8)},
         {"role", "group"},
         {"aria-label", "Picture of the value network"}},
        content);
    // What scrolls must be reachable with the keyboard.
    Html all = element("div",
                       {{"class", "map-frame"},
                        {"tabindex", "0"},
                        {"role", "region"},
                        {"aria-label", "Value network, a picture that can be scrolled"}},
                       svg);
    return all.add("\n").add(legend());
  }

 private:
  Html member(const PictureMember& each, const NodePlace& place) const {
    const NetworkMember& member = network_.members[each.member];
    Html content = member_outline(each.stance, place);
    content.add(text_lines(each.lines, place.center));
    return element("a",
                   {{"class", fmt::format("member {}", class_of(each.stance))},
                    {"href", Scope::link(scope_.id_of_stakeholder(member.name))},
                    {"data-who", member.name}},
                   content);
  }

  static Html feature(const PictureFeature& each, const NodePlace& place) {
    Html content = feature_outline(each.at_risk, place);
    content.add(text_lines(each.lines, place.center));
    return element("g", {{"class", each.at_risk ? "feature at-risk" : "feature"}}, content);
  }

  Html edge(const PictureEdge& each, const EdgePlace& place) const {
    Html content = path(place.curve, each.width);
    content.add(text_lines(each.lines, place.label.center));
    return element("g",
                   {{"class", fmt::format("edge {}", class_of(each.stance))},
                    {"data-from", network_.members[each.member].name}},
                   content);
  }

  Html legend() const {
    std::string text =
        "On the left whom the design depends on, the larger the more; on the right the features of "
        "the design. Double border: against the design, or a feature at risk; dashed border: no "
        "stance is recorded. Solid line: conflicts, thicker the more they weigh; dashed line: a "
        "decision is due; dotted line: holds the feature up.";
    if (picture_.left_out > 0) {
      text += fmt::format(" Left out: {} with whom nothing stands against it or is due.",
                          counted(picture_.left_out, "member", "members"));
    }
    return element("p", {{"class", "quiet legend"}}, text_of(text)).add("\n");
  }

  const Scope& scope_;
  const ValueNetwork& network_;
  NetworkPicture picture_;
};

std::string open_decisions(const NetworkMember& member) {
  const int due = member.misalignment.decided_against() - member.misalignment.now();
  return due > 0 ? fmt::format("{}; {} if decided against", member.score(),
                               member.score_decided_against())
                 : fmt::format("{}", member.score());
}

Html member_row(const NetworkMember& member, const Scope& scope) {
  const auto cell = [](const std::string& text) { return element("td", text_of(text)); };
  std::string dependence = "not known";
  if (member.dependence) {
    dependence = fmt::format("{}{}", *member.dependence,
                             member.dependence_from == DependenceFrom::Norms ? ", assumed" : "");
  }
  Html row = element("th", {{"scope", "row"}},
                     element("a", {{"href", Scope::link(scope.id_of_stakeholder(member.name))}},
                             text_of(member_text(member))));
  row.add(cell(dependence)).add(cell(stance_text(member.stance)));
  const auto count = [&](Outcome outcome) { return fmt::format("{}", member.count(outcome)); };
  row.add(cell(count(Outcome::Conflict)));
  row.add(cell(fmt::format(
      "{}", member.count(Outcome::NeedsApproval) + member.count(Outcome::NeedsJudgment))));
  row.add(cell(count(Outcome::CannotTell))).add(cell(open_decisions(member)));
  // On paper only those that the picture shows.
  const bool is_drawn = !member.records.empty() || member.misalignment.decided_against() > 0;
  return element("tr", {{"class", is_drawn ? "" : "minor"}}, row).add("\n");
}

Html members_table(const Scope& scope, const ValueNetwork& network) {
  Html head;
  for (const char* title : {"Stakeholder", "Dependence", "Stance", "Conflicts", "Decisions due",
                            "Cannot be told", "Score"}) {
    head.add(element("th", {{"scope", "col"}}, text_of(title)));
  }
  Html body("\n");
  for (const NetworkMember& member : network.members) {
    const bool anything = !member.records.empty() || member.misalignment.decided_against() > 0 ||
                          member.count(Outcome::CannotTell) > 0;
    if (anything) body.add(member_row(member, scope));
  }
  Html table = element("caption",
                       text_of("Dependence goes from 0 to 4; the score is dependence times how far "
                               "the stakeholder is from the design."));
  table.add("\n").add(element("thead", element("tr", head))).add("\n");
  table.add(element("tbody", body));
  const Html frame = element("div",
                             {{"class", "table-frame"},
                              {"tabindex", "0"},
                              {"role", "region"},
                              {"aria-label", "Stakeholders, a table that can be scrolled"}},
                             element("table", table));
  Html all = element("summary", text_of("The same as a table"));
  return element("details", all.add(frame)).add("\n");
}

Html names_of(const std::vector<std::size_t>& members, const Scope& scope,
              const ValueNetwork& network) {
  Html items;
  for (const std::size_t i : members) {
    const NetworkMember& member = network.members[i];
    items
        .add(element("li",
                     element("a", {{"href", Scope::link(scope.id_of_stakeholder(member.name))}},
                             text_of(member_text(member)))))
        .add("\n");
  }
  return list_of("plain", items);
}

}  // namespace

Html network_part(const Scope& scope) {
  if (!scope.report.network) return {};
  const NetworkEntry& entry = *scope.report.network;
  Html content = Map(scope, entry.network).draw();
  Html points;
  for (const std::string& each : entry.single_points) {
    points.add(element("li", prose(each))).add("\n");
  }
  Html sides;
  if (!entry.network.deciding.empty()) {
    Html side = element("h3", text_of("Who decides"));
    sides.add(element("div", side.add(names_of(entry.network.deciding, scope, entry.network))));
  }
  if (!points.str().empty()) {
    Html side = element("h3", text_of("What it would fall with"));
    sides.add(element("div", side.add(list_of("plain", points))));
  }
  if (!sides.str().empty()) content.add(element("div", {{"class", "sides"}}, sides)).add("\n");
  if (content.str().empty()) return {};
  content.add(members_table(scope, entry.network));
  Html all("\n");
  all.add(element("h2", text_of("Whom it depends on"))).add("\n").add(content);
  return element("section", {{"class", "network"}, {"id", scope.id("network")}}, all).add("\n");
}

}  // namespace checker::html
