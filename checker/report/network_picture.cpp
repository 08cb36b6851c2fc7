#include "checker/report/network_picture.h"

#include <algorithm>
#include <numbers>

#include "checker/report/network_report.h"
#include "checker/report/wording.h"
#include "dsl/text/display_text.h"

namespace checker {
namespace {

constexpr int kMemberColumns = 32;
constexpr std::size_t kMostNameLines = 2;
constexpr int kFeatureColumns = 26;
constexpr int kEdgeColumns = 30;

StanceSide side_of(const std::optional<int>& stance) {
  if (!stance) return StanceSide::NotRecorded;
  if (*stance == 0) return StanceSide::Neutral;
  return *stance < 0 ? StanceSide::Against : StanceSide::For;
}

void add_wrapped(std::vector<std::string>& lines, std::string_view text, int columns) {
  for (std::string& line : wrapped(text, columns)) lines.push_back(std::move(line));
}

// The name in full is in the tooltip and in the table.
void add_name(std::vector<std::string>& lines, std::string_view name) {
  std::vector<std::string> all = wrapped(name, kMemberColumns);
  if (all.size() > kMostNameLines) {
    all.resize(kMostNameLines);
    all.back() += " ...";
  }
  for (std::string& line : all) lines.push_back(std::move(line));
}

// What an ellipse needs around so many lines or columns of text, in inches, with room for letters
// of 13 points: the text is a box within it.
double height_around(std::size_t lines) {
  constexpr double kLine = 0.22;
  constexpr double kMargin = 0.11;
  return (kLine * static_cast<double>(lines) + kMargin) * std::numbers::sqrt2;
}
double width_around(int columns) {
  constexpr double kColumn = 0.1;
  constexpr double kMargin = 0.22;
  return (kColumn * columns + kMargin) * std::numbers::sqrt2;
}

// Members of one dependence are as large as the longest of their labels asks, and larger than all
// of a lower one.
void set_sizes(std::vector<PictureMember>& members, const ValueNetwork& network) {
  constexpr double kStep = 0.25;
  double width = 0;
  double height = 0;
  for (int level = 0; level <= kMostDependence; ++level) {
    width += kStep;
    height += kStep;
    const auto is_here = [&](const PictureMember& each) {
      return network.members[each.member].dependence.value_or(0) == level;
    };
    for (const PictureMember& each : members) {
      if (!is_here(each)) continue;
      height = std::max(height, height_around(each.lines.size()));
      for (const std::string& line : each.lines) {
        width = std::max(width, width_around(dsl::display_width(line)));
      }
    }
    for (PictureMember& each : members) {
      if (!is_here(each)) continue;
      each.width = width;
      each.height = height;
    }
  }
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
    set_sizes(picture.members, network_);
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
    PictureMember drawn{i, {}, side_of(member.stance)};
    add_name(drawn.lines, member_text(member));
    add_wrapped(drawn.lines, dependence_and_score(member), kMemberColumns);
    add_wrapped(drawn.lines, stance_side_text(drawn.stance), kMemberColumns);
    return drawn;
  }

  PictureFeature feature(std::size_t i) const {
    const FeatureAtLarge& feature = network_.features[i];
    PictureFeature drawn{i, {}, feature.at_risk};
    add_wrapped(drawn.lines, feature_text(feature.title), kFeatureColumns);
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
