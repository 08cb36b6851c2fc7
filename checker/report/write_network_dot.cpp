#include "checker/report/write_network_dot.h"

#include <array>
#include <string_view>
#include <vector>

#include "checker/report/lay_out_network.h"
#include "checker/report/picture_colors.h"
#include "checker/report/wording.h"
#include "dsl/text/display_text.h"
#include <fmt/core.h>

namespace checker {
namespace {

constexpr int kCaptionColumns = 110;

struct StanceLook {
  std::string_view style;
  int borders;
};

const StanceLook& look_of(StanceSide side) {
  static constexpr std::array<StanceLook, 4> kLooks = {
      {{"filled,bold", 2}, {"filled", 1}, {"filled,bold", 1}, {"filled,dashed", 1}}};
  return kLooks.at(static_cast<std::size_t>(side));
}

std::string_view style_of(FeatureStance stance) {
  switch (stance) {
    case FeatureStance::Hinders: return "solid";
    case FeatureStance::Open: return "dashed";
    case FeatureStance::HoldsUp: return "dotted";
  }
  return {};
}

// A text between quotes of DOT. Graphviz reads backslashes and HTML entities in labels, so both
// are written as what they are.
std::string quoted(std::string_view text) {
  std::string made = "\"";
  for (const char c : dsl::printable(text)) {
    if (c == '&') {
      made += "&amp;";
    } else {
      if (c == '"' || c == '\\') made += '\\';
      made += c;
    }
  }
  return made + '"';
}

std::string label(const std::vector<std::string>& lines) {
  std::string made;
  for (const std::string& line : lines) {
    const std::string safe = quoted(line);
    made += (made.empty() ? "" : "\\n") + safe.substr(1, safe.size() - 2);
  }
  return '"' + made + '"';
}

std::string caption(const NetworkPicture& picture) {
  std::string text =
      "The larger, the more the design depends on it. Double border: against the design; dashed "
      "border: stance not recorded. Solid line: conflicts, thicker the more they weigh; dashed "
      "line: a decision is due.";
  if (picture.left_out > 0) {
    text += fmt::format(" Left out: {} with whom nothing stands against it or is due.",
                        counted(picture.left_out, "member", "members"));
  }
  return text;
}

void write_graph(std::ostream& out, const NetworkPicture& picture, const ValueNetwork& network,
                 const std::string& name, const std::vector<std::string>& title,
                 const PictureLetters& letters) {
  out << "digraph " << quoted(name) << " {\n"
      << "  graph [rankdir=LR, ranksep=2, nodesep=0.15, fontname=Helvetica, labelloc=t, label="
      << label(title) << "];\n"
      << "  node [fontname=Helvetica, fontsize=" << letters.shapes << "];\n"
      << "  edge [fontname=Helvetica, fontsize=" << letters.lines << "];\n";
  for (const PictureMember& each : picture.members) {
    const StanceLook& look = look_of(each.stance);
    const ShapeColors& colors = colors_of(each.stance);
    out << fmt::format(
        "  m{} [label={}, tooltip={}, shape=ellipse, width={:.2f}, height={:.2f}, style=\"{}\", "
        "fillcolor=\"{}\", color=\"{}\", peripheries={}];\n",
        each.member, label(each.lines), quoted(network.members[each.member].name), each.width,
        each.height, look.style, colors.fill, colors.line, look.borders);
  }
  for (const PictureFeature& each : picture.features) {
    out << fmt::format(
        "  f{} [label={}, tooltip={}, shape=box, style=\"{}\", fillcolor=\"#FFFFFF\", "
        "peripheries={}];\n",
        each.feature, label(each.lines), quoted(network.features[each.feature].id),
        each.at_risk ? "filled,bold" : "filled", each.at_risk ? 2 : 1);
  }
  for (const PictureEdge& each : picture.edges) {
    out << fmt::format("  m{} -> f{} [label={}, style={}, color=\"{}\", penwidth={:.1f}];\n",
                       each.member, each.feature, label(each.lines), style_of(each.stance),
                       color_of(each.stance), each.width);
  }
  out << "}\n";
}

}  // namespace

void write_network_dot(std::ostream& out, const NetworkReport& report) {
  const Design& design = report.design;
  const std::string& name = design.title();
  const NetworkPicture picture = picture_of(report.network, DrawnFeatures::HinderedOrDue);
  std::vector<std::string> title =
      wrapped("Value network of " + name + ", as of " + dsl::format_date(report.network.as_of),
              kCaptionColumns);
  for (std::string& line : wrapped(caption(picture), kCaptionColumns)) {
    title.push_back(std::move(line));
  }
  write_graph(out, picture, report.network, name, title, kDrawnLetters);
}

void write_picture_dot(std::ostream& out, const NetworkPicture& picture,
                       const ValueNetwork& network) {
  write_graph(out, picture, network, "network", {}, kLaidOutLetters);
}

}  // namespace checker
