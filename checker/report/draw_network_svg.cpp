#include "checker/report/draw_network_svg.h"

#include <algorithm>
#include <string_view>

#include "checker/report/html/picture_shapes.h"
#include "checker/report/lay_out_network.h"
#include "checker/report/picture_colors.h"
#include "checker/report/wording.h"
#include <fmt/core.h>

namespace checker {
namespace {

using html::coordinate;
using html::element;
using html::Html;

constexpr double kMargin = 16;
constexpr double kLeastWidth = 520;
// A column of text in letters of one point, for the widest fonts that readers have; a title may be
// in capitals.
constexpr double kColumnOfText = 0.62;
constexpr double kColumnOfTitle = 0.75;
constexpr double kTextSize = kDrawnLetters.shapes;
constexpr double kTitleSize = 14;
constexpr double kLineHeight = 15;
constexpr double kTitleLineHeight = 19;
constexpr double kSampleWidth = 40;
constexpr double kSampleHeight = 16;
constexpr double kSampleGap = 12;

std::vector<std::string> wrapped_to(double width, double column, std::string_view text) {
  return wrapped(text, static_cast<int>(width / column));
}

// What a group of shapes looks like. An empty text leaves an attribute out.
Html look(std::string_view fill, std::string_view line, std::string_view dashes, double width,
          const Html& content) {
  return element("g",
                 {{"fill", std::string(fill)},
                  {"stroke", std::string(line)},
                  {"stroke-dasharray", std::string(dashes)},
                  {"stroke-width", width == 1 ? "" : coordinate(width)}},
                 content);
}

Html member_shape(StanceSide stance, const NodePlace& place) {
  const ShapeColors& colors = colors_of(stance);
  const bool is_strong = stance == StanceSide::Against || stance == StanceSide::For;
  return look(colors.fill, colors.line, stance == StanceSide::NotRecorded ? "5 3" : "",
              is_strong ? 1.5 : 1, html::member_outline(stance, place));
}

Html feature_shape(bool at_risk, const NodePlace& place) {
  return look("#FFFFFF", "#555555", "", 1, html::feature_outline(at_risk, place));
}

Html line_shape(FeatureStance stance, const std::vector<PicturePoint>& curve, double width) {
  const std::string_view dashes = stance == FeatureStance::Open      ? "5 3"
                                  : stance == FeatureStance::HoldsUp ? "1 3"
                                                                     : "";
  return look("none", color_of(stance), dashes, 1, html::path(curve, width));
}

Html titled(const std::string& name, const Html& content) {
  return element("g", element("title", html::text_of(name)).add(content)).add("\n");
}

// The words of a line on a white ground, so that no line runs through them.
Html line_words(const PictureEdge& edge, const NodePlace& place) {
  constexpr double kWordsHeight = 11;
  const double height = kWordsHeight * static_cast<double>(edge.lines.size());
  Html ground = element("rect",
                        {{"x", coordinate(place.center.x - place.width / 2)},
                         {"y", coordinate(place.center.y - height / 2)},
                         {"width", coordinate(place.width)},
                         {"height", coordinate(height)},
                         {"fill", "#FFFFFF"},
                         {"fill-opacity", "0.8"}},
                        {});
  return ground.add(html::text_lines(edge.lines, place.center)).add("\n");
}

// From the lines over the shapes to the words of the lines.
Html drawn(const NetworkPicture& picture, const PictureLayout& layout,
           const ValueNetwork& network) {
  Html content("\n");
  Html words("\n");
  for (std::size_t i = 0; i < picture.edges.size(); ++i) {
    const PictureEdge& edge = picture.edges[i];
    content.add(line_shape(edge.stance, layout.edges[i].curve, edge.width)).add("\n");
    words.add(line_words(edge, layout.edges[i].label));
  }
  for (std::size_t i = 0; i < picture.features.size(); ++i) {
    const PictureFeature& feature = picture.features[i];
    Html shape = feature_shape(feature.at_risk, layout.features[i]);
    shape.add(html::text_lines(feature.lines, layout.features[i].center));
    content.add(titled(network.features[feature.feature].id, shape));
  }
  for (std::size_t i = 0; i < picture.members.size(); ++i) {
    const PictureMember& member = picture.members[i];
    Html shape = member_shape(member.stance, layout.members[i]);
    shape.add(html::text_lines(member.lines, layout.members[i].center));
    content.add(titled(network.members[member.member].name, shape));
  }
  return content
      .add(element("g", {{"font-size", std::to_string(kDrawnLetters.lines)}, {"fill", "#444444"}},
                   words))
      .add("\n");
}

struct LegendRow {
  Html sample;  // about its own middle
  std::string text;
};

std::vector<LegendRow> legend_of(const NetworkPicture& picture) {
  const NodePlace place{{kSampleWidth / 2, 0}, kSampleWidth, kSampleHeight};
  const std::vector<PicturePoint> across = {{0, 0}, {0, 0}, {kSampleWidth, 0}, {kSampleWidth, 0}};
  std::vector<LegendRow> rows;
  const auto add_member = [&](StanceSide stance, std::string_view text) {
    if (std::any_of(picture.members.begin(), picture.members.end(),
                    [&](const PictureMember& each) { return each.stance == stance; })) {
      rows.push_back({member_shape(stance, place), std::string(text)});
    }
  };
  const auto add_line = [&](FeatureStance stance, double width, std::string_view text) {
    if (std::any_of(picture.edges.begin(), picture.edges.end(),
                    [&](const PictureEdge& each) { return each.stance == stance; })) {
      rows.push_back({line_shape(stance, across, width), std::string(text)});
    }
  };
  if (!picture.members.empty()) {
    rows.push_back({{}, "The larger a stakeholder, the more the design depends on it."});
  }
  add_member(StanceSide::Against, "against the design");
  add_member(StanceSide::For, "for the design");
  add_member(StanceSide::Neutral, "neither for nor against it");
  add_member(StanceSide::NotRecorded, "stance not recorded");
  if (std::any_of(picture.features.begin(), picture.features.end(),
                  [](const PictureFeature& each) { return each.at_risk; })) {
    rows.push_back({feature_shape(true, place), "a feature of the design that is at risk"});
  }
  add_line(FeatureStance::Hinders, 2, "conflicts, the thicker the more they weigh");
  add_line(FeatureStance::Open, 1, "a decision is due");
  if (picture.left_out > 0) {
    rows.push_back({{},
                    fmt::format("Left out: {} with whom nothing stands against it or is due.",
                                counted(picture.left_out, "stakeholder", "stakeholders"))});
  }
  return rows;
}

// Content that goes on downwards.
class Sheet {
 public:
  explicit Sheet(double width) : width_(width) {}

  void add_title(const std::string& title) {
    Html spans;
    for (const std::string& line :
         wrapped_to(width_ - 2 * kMargin, kColumnOfTitle * kTitleSize, title)) {
      height_ += kTitleLineHeight;
      spans.add(element("tspan", {{"x", coordinate(kMargin)}, {"y", coordinate(height_)}},
                        html::text_of(line + " ")));
    }
    content_
        .add(element("text",
                     {{"font-size", coordinate(kTitleSize)},
                      {"font-weight", "bold"},
                      {"text-anchor", "start"}},
                     spans))
        .add("\n");
    height_ += kMargin;
  }

  void add_picture(const Html& picture, const PictureLayout& layout) {
    add_at((width_ - layout.width) / 2, height_, picture);
    height_ += layout.height + kMargin;
  }

  void add_legend(const std::vector<LegendRow>& rows) {
    for (const LegendRow& row : rows) {
      const bool has_sample = !row.sample.str().empty();
      const double left = kMargin + (has_sample ? kSampleWidth + kSampleGap : 0);
      const double middle = height_ + kLineHeight / 2;
      if (has_sample) add_at(kMargin, middle, row.sample);
      Html spans;
      double bottom = middle + 4;
      for (const std::string& line :
           wrapped_to(width_ - left - kMargin, kColumnOfText * kTextSize, row.text)) {
        spans.add(element("tspan", {{"x", coordinate(left)}, {"y", coordinate(bottom)}},
                          html::text_of(line + " ")));
        bottom += kLineHeight;
        height_ += kLineHeight;
      }
      content_.add(element("text", {{"text-anchor", "start"}}, spans)).add("\n");
      height_ += 6;
    }
  }

  std::string text(const std::string& title) const {
    const double height = height_ + kMargin;
    Html all = element("title", html::text_of(title));
    all.add("\n").add(element(
        "rect",
        {{"width", coordinate(width_)}, {"height", coordinate(height)}, {"fill", "#FFFFFF"}}, {}));
    all.add("\n").add(content_);
    return element("svg",
                   {{"xmlns", "http://www.w3.org/2000/svg"},
                    {"viewBox", fmt::format("0 0 {:.1f} {:.1f}", width_, height)},
                    {"width", coordinate(width_)},
                    {"height", coordinate(height)},
                    {"font-family", "Helvetica, Arial, sans-serif"},
                    {"font-size", coordinate(kTextSize)},
                    {"text-anchor", "middle"}},
                   all)
               .str() +
           "\n";
  }

 private:
  void add_at(double x, double y, const Html& content) {
    content_
        .add(element("g",
                     {{"transform", fmt::format("translate({} {})", coordinate(x), coordinate(y))}},
                     content))
        .add("\n");
  }

  double width_;
  double height_ = kMargin;
  Html content_;
};

}  // namespace

std::optional<std::string> draw_network_svg(const NetworkReport& report) {
  const NetworkPicture picture = picture_of(report.network, DrawnFeatures::HinderedOrDue);
  const auto layout = lay_out(picture, report.network);
  if (!layout) return std::nullopt;
  const std::string title = fmt::format("Value network of {}, as of {}", report.design.title(),
                                        dsl::format_date(report.network.as_of));
  Sheet sheet(std::max(layout->width + 2 * kMargin, kLeastWidth));
  sheet.add_title(title);
  if (!picture.members.empty()) {
    sheet.add_picture(drawn(picture, *layout, report.network), *layout);
  }
  sheet.add_legend(legend_of(picture));
  return sheet.text(title);
}

}  // namespace checker
