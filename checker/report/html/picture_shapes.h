// The shapes and words of the picture of a value network as elements of SVG, without their colours.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checker/report/html/html.h"
#include "checker/report/lay_out_network.h"
#include "checker/report/network_picture.h"

namespace checker::html {

// Their classes, by which a style sheet colours them.
std::string_view class_of(StanceSide side);
std::string_view class_of(FeatureStance stance);

// "12.5"
std::string coordinate(double value);

// An ellipse, with a second border where the member is against the design.
Html member_outline(StanceSide stance, const NodePlace& place);

// A box, with a second border where the feature is at risk.
Html feature_outline(bool at_risk, const NodePlace& place);

// A line of pieces of Bézier curves; its points are as in `EdgePlace::curve`.
Html path(const std::vector<PicturePoint>& curve, double width);

// Lines of text around a middle.
Html text_lines(const std::vector<std::string>& lines, const PicturePoint& middle);

}  // namespace checker::html
