// Where everything in the picture of a value network stands, for whoever draws it by other means.
#pragma once

#include <optional>
#include <vector>

#include "checker/report/network_picture.h"

namespace checker {

// In points, from the upper left corner.
struct PicturePoint {
  double x = 0;
  double y = 0;
};

struct NodePlace {
  PicturePoint center;
  double width = 0;
  double height = 0;
};

struct EdgePlace {
  std::vector<PicturePoint> curve;  // the start, then three points for each piece of a Bézier curve
  NodePlace label;                  // the room that its words take
};

// Letters in points, of what stands in shapes and of what stands at lines.
struct PictureLetters {
  int shapes = 0;
  int lines = 0;
};
inline constexpr PictureLetters kDrawnLetters{11, 9};
// Room for two points more is left, for fonts wider than Helvetica.
inline constexpr PictureLetters kLaidOutLetters{kDrawnLetters.shapes + 2, kDrawnLetters.lines + 2};

// In the order of the picture.
struct PictureLayout {
  double width = 0;
  double height = 0;
  std::vector<NodePlace> members;
  std::vector<NodePlace> features;
  std::vector<EdgePlace> edges;
};

// With room for fonts that are wider than the one that is asked for, which a reader may not have.
// nullopt when Graphviz cannot lay it out. Not for several threads at once: Graphviz is not.
std::optional<PictureLayout> lay_out(const NetworkPicture& picture, const ValueNetwork& network);

}  // namespace checker
