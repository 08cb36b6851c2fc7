// What the picture of a value network shows, before anybody lays it out or colours it: the members
// and features that are drawn, how large, with which words, and the lines between them.
//
// Members stand on the left, as large as the design's dependence on them; the features that they
// hinder or hold open on the right. A member's colour tells its recorded stance. So do its border
// and a word in its label: whoever sees no colour loses nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checker/network/value_network.h"

namespace checker {

// A member's recorded stance, as far as a picture tells it.
enum class StanceSide : std::uint8_t { Against, Neutral, For, NotRecorded };

// "neither for nor against".
std::string_view stance_side_text(StanceSide side);

struct PictureMember {
  std::size_t member = 0;          // into the network's members
  std::vector<std::string> lines;  // wrapped
  StanceSide stance{};
  // In inches, with room for the lines; the larger, the more the design depends on it.
  double width = 0;
  double height = 0;
};

struct PictureFeature {
  std::size_t feature = 0;  // into the network's features
  std::vector<std::string> lines;
  bool at_risk = false;
};

struct PictureEdge {
  std::size_t member = 0;   // as above
  std::size_t feature = 0;  // as above
  std::vector<std::string> lines;
  FeatureStance stance{};
  double width = 1;  // in points; the more, the more the conflicts weigh
};

struct NetworkPicture {
  std::vector<PictureMember> members;  // in the order of the network
  std::vector<PictureFeature> features;
  std::vector<PictureEdge> edges;
  std::size_t left_out = 0;  // members with whom nothing stands against the design or is due
};

enum class DrawnFeatures : std::uint8_t {
  HinderedOrDue,
  HeldUpToo,  // what the drawn members hold up, too
};

NetworkPicture picture_of(const ValueNetwork& network, DrawnFeatures drawn);

// The text in lines of about so many columns.
std::vector<std::string> wrapped(std::string_view text, int columns);

}  // namespace checker
