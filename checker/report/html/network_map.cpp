// The value network as a picture to act on: each member is a link to its page, by which the script
// filters the report. Where there is no room for it, the same stands in its place as a list.
#include "checker/report/html/network_members.h"
#include "checker/report/html/picture_shapes.h"
#include "checker/report/html/sections.h"
#include "checker/report/lay_out_network.h"
#include "checker/report/network_picture.h"
#include "checker/report/network_report.h"
#include "checker/report/wording.h"
#include <fmt/core.h>

namespace checker::html {
namespace {

// A picture that is higher, in points, cannot be read when it is made to fit on paper.
constexpr double kTall = 800;

class Map {
 public:
  Map(const Scope& scope, const ValueNetwork& network, const NetworkPicture& picture)
      : scope_(scope), network_(network), picture_(picture) {}

  // Empty where it cannot be laid out.
  Html draw() const {
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
                       {{"class", layout->height > kTall ? "map-frame tall" : "map-frame"},
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

  static Html legend() {
    const std::string text =
        "On the left whom the design depends on, the larger the more; on the right the features of "
        "the design. Double border: against the design, or a feature at risk; dashed border: no "
        "stance is recorded. Solid line: conflicts, thicker the more they weigh; dashed line: a "
        "decision is due; dotted line: holds the feature up.";
    return element("p", {{"class", "quiet legend"}}, text_of(text)).add("\n");
  }

  const Scope& scope_;
  const ValueNetwork& network_;
  const NetworkPicture& picture_;
};

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
  const NetworkPicture picture = picture_of(entry.network, DrawnFeatures::HeldUpToo);
  Html content;
  if (!picture.members.empty()) {
    content.add(Map(scope, entry.network, picture).draw());
    content.add(members_list(scope, entry.network, picture));
  }
  if (picture.left_out > 0) {
    content.add(
        element("p", {{"class", "quiet"}},
                text_of(fmt::format("Left out: {} with whom nothing stands against the design or "
                                    "is due.",
                                    counted(picture.left_out, "stakeholder", "stakeholders")))));
    content.add("\n");
  }
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
