// The colours of the picture of a value network on white paper: Okabe and Ito's, which people with
// any colour vision tell apart, with light fills of them, so that black text stands out.
#pragma once

#include <array>
#include <string_view>

#include "checker/report/network_picture.h"

namespace checker {

struct ShapeColors {
  std::string_view fill;
  std::string_view line;
};

inline const ShapeColors& colors_of(StanceSide side) {
  static constexpr std::array<ShapeColors, 4> kColors = {{{"#F6D5BF", "#D55E00"},
                                                          {"#EEEEEE", "#555555"},
                                                          {"#CCE3F1", "#0072B2"},
                                                          {"#FFFFFF", "#555555"}}};
  return kColors.at(static_cast<std::size_t>(side));
}

inline std::string_view color_of(FeatureStance stance) {
  switch (stance) {
    case FeatureStance::Hinders: return "#D55E00";
    case FeatureStance::Open: return "#777777";
    case FeatureStance::HoldsUp: return "#0072B2";
  }
  return {};
}

}  // namespace checker
