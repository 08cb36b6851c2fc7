#include "checker/report/html/picture_shapes.h"

#include <array>

#include <fmt/core.h>

namespace checker::html {
namespace {

constexpr double kLineHeight = 13;
constexpr double kBorderGap = 4;  // between the two borders

Html ellipse(const NodePlace& place, double inset) {
  return element("ellipse",
                 {{"cx", coordinate(place.center.x)},
                  {"cy", coordinate(place.center.y)},
                  {"rx", coordinate(place.width / 2 - inset)},
                  {"ry", coordinate(place.height / 2 - inset)}},
                 {});
}

Html box(const NodePlace& place, double inset) {
  return element("rect",
                 {{"x", coordinate(place.center.x - place.width / 2 + inset)},
                  {"y", coordinate(place.center.y - place.height / 2 + inset)},
                  {"width", coordinate(place.width - 2 * inset)},
                  {"height", coordinate(place.height - 2 * inset)}},
                 {});
}

}  // namespace

std::string_view class_of(StanceSide side) {
  constexpr std::array<std::string_view, 4> kClasses = {"against", "neutral", "for",
                                                        "not-recorded"};
  return kClasses.at(static_cast<std::size_t>(side));
}

std::string_view class_of(FeatureStance stance) {
  switch (stance) {
    case FeatureStance::Hinders: return "hinders";
    case FeatureStance::Open: return "open";
    case FeatureStance::HoldsUp: return "holds-up";
  }
  return {};
}

std::string coordinate(double value) { return fmt::format("{:.1f}", value); }

Html member_outline(StanceSide stance, const NodePlace& place) {
  Html outline = ellipse(place, 0);
  if (stance == StanceSide::Against) outline.add(ellipse(place, kBorderGap));
  return outline;
}

Html feature_outline(bool at_risk, const NodePlace& place) {
  Html outline = box(place, 0);
  if (at_risk) outline.add(box(place, kBorderGap));
  return outline;
}

Html path(const std::vector<PicturePoint>& curve, double width) {
  std::string text;
  for (std::size_t i = 0; i < curve.size(); ++i) {
    text += i == 0 ? "M" : i == 1 ? "C" : " ";
    text += coordinate(curve[i].x) + "," + coordinate(curve[i].y);
  }
  return element("path", {{"d", text}, {"stroke-width", coordinate(width)}}, {});
}

Html text_lines(const std::vector<std::string>& lines, const PicturePoint& middle) {
  Html spans;
  const double first = middle.y - kLineHeight * (static_cast<double>(lines.size()) - 1) / 2 + 4;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    spans.add(element("tspan",
                      {{"x", coordinate(middle.x)},
                       {"y", coordinate(first + kLineHeight * static_cast<double>(i))}},
                      text_of(lines[i] + (i + 1 < lines.size() ? " " : ""))));
  }
  return element("text", spans);
}

}  // namespace checker::html
