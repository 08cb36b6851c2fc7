#include "checker/report/network_picture.h"

#include <algorithm>

#include "checker/report/network_report.h"
#include "checker/report/wording.h"
#include "dsl/text/display_text.h"
#include <fmt/core.h>

namespace checker {
namespace {

constexpr int kNodeColumns = 26;
constexpr int kEdgeColumns = 30;

StanceSide side_of(const std::optional<int>& stance) {
  if (!stance) return StanceSide::NotRecorded;
  if (*stance == 0) return StanceSide::Neutral;
  return *stance < 0 ? StanceSide::Against : StanceSide::For;
}

void add_wrapped(std::vector<std::string>& lines, std::string_view text, int columns) {
  for (std::string& line : wrapped(text, columns)) lines.push_back(std::move(line));
}

class Picture {
 public:
  Picture(const ValueNetwork& network, DrawnFeatures drawn) : network_(network), drawn_(drawn) {}

  NetworkPicture make() const {
    NetworkPicture picture;
    for (std::size_t i = 0; i < network_.members.size(); ++i) {
      if (is_drawn(network_.members[i])) {
        picture.members.push_back(member(i));
      } else {
        ++picture.left_out;
      }
    }
    for (std::size_t i = 0; i < network_.features.size(); ++i) {
      if (is_drawn(network_.features[i])) picture.features.push_back(feature(i));
    }
    for (std::size_t i = 0; i < network_.members.size(); ++i) add_edges(i, picture.edges);
    return picture;
  }

 private:
  // Whoever the design names, and with whom something stands against it or is due.
  static bool is_drawn(const NetworkMember& member) {
    return !member.records.empty() || member.misalignment.decided_against() > 0;
  }

  // What only cannot be told would fill the picture.
  bool is_drawn(const NetworkFeature& feature) const {
    if (feature.stance == FeatureStance::HoldsUp) return drawn_ == DrawnFeatures::HeldUpToo;
    return feature.stance == FeatureStance::Hinders ||
           std::any_of(feature.open.begin(), feature.open.end(),
                       [](const NetworkNorm& norm) { return norm.outcome != Outcome::CannotTell; });
  }

  bool is_drawn(const FeatureAtLarge& feature) const {
    return std::any_of(network_.members.begin(), network_.members.end(),
                       [&](const NetworkMember& member) {
                         return is_drawn(member) &&
                                std::any_of(member.features.begin(), member.features.end(),
                                            [&](const NetworkFeature& each) {
                                              return each.topic == feature.topic && is_drawn(each);
                                            });
                       });
  }

  PictureMember member(std::size_t i) const {
    const NetworkMember& member = network_.members[i];
    const int size = member.dependence.value_or(0);
    PictureMember drawn{i, {}, side_of(member.stance), 1.6 + 0.4 * size, 0.6 + 0.25 * size};
    add_wrapped(drawn.lines, member_text(member), kNodeColumns);
    add_wrapped(drawn.lines, dependence_text(member), kNodeColumns);
    add_wrapped(drawn.lines, stance_side_text(drawn.stance), kNodeColumns);
    return drawn;
  }

  PictureFeature feature(std::size_t i) const {
    const FeatureAtLarge& feature = network_.features[i];
    PictureFeature drawn{i, {}, feature.at_risk};
    add_wrapped(drawn.lines, feature_text(feature.title), kNodeColumns);
    if (feature.at_risk) drawn.lines.emplace_back("at risk");
    return drawn;
  }

  static std::string edge_text(const NetworkFeature& feature) {
    switch (feature.stance) {
      case FeatureStance::Hinders: return hinders_text(feature);
      case FeatureStance::Open: return open_text(feature);
      case FeatureStance::HoldsUp: return "holds up";
    }
    return {};
  }

  void add_edges(std::size_t i, std::vector<PictureEdge>& edges) const {
    if (!is_drawn(network_.members[i])) return;
    for (const NetworkFeature& each : network_.members[i].features) {
      if (!is_drawn(each)) continue;
      constexpr int kMostWidth = 12;
      const int weight = std::min(std::max(each.weight, 1), kMostWidth);
      const bool hinders = each.stance == FeatureStance::Hinders;
      edges.push_back({i, index_of(each.topic), wrapped(edge_text(each), kEdgeColumns), each.stance,
                       hinders ? 0.5 + 0.5 * weight : 1.0});
    }
  }

  std::size_t index_of(dsl::TopicId topic) const {
    const auto at = std::find_if(network_.features.begin(), network_.features.end(),
                                 [&](const FeatureAtLarge& each) { return each.topic == topic; });
    return static_cast<std::size_t>(at - network_.features.begin());
  }

  const ValueNetwork& network_;
  DrawnFeatures drawn_;
};

}  // namespace

std::string_view stance_side_text(StanceSide side) {
  switch (side) {
    case StanceSide::Against: return "against";
    case StanceSide::Neutral: return "neither for nor against";
    case StanceSide::For: return "for";
    case StanceSide::NotRecorded: return "stance not recorded";
  }
  return {};
}

std::vector<std::string> wrapped(std::string_view text, int columns) {
  std::vector<std::string> lines;
  int at = 0;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    const int width = dsl::display_width(word);
    if (lines.empty() || at + 1 + width > columns) {
      lines.emplace_back();
      at = 0;
    } else {
      lines.back() += ' ';
      ++at;
    }
    lines.back() += word;
    at += width;
  }
  return lines;
}

NetworkPicture picture_of(const ValueNetwork& network, DrawnFeatures drawn) {
  return Picture(network, drawn).make();
}

}  // namespace checker
