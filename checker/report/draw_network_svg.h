// The value network as a picture in SVG that stands by itself: title, picture, legend. Its colours
// and letters are attributes of its elements, which programs for documents and slides read, too.
//
// Members stand on the left, as large as the design's dependence on them; the features that they
// hinder or hold open on the right. A member's colour tells its recorded stance. So do its border
// and a word in its label: whoever sees no colour loses nothing.
#pragma once

#include <optional>
#include <string>

#include "checker/report/network_report.h"

namespace checker {

// nullopt when Graphviz cannot lay it out. Not for several threads at once: Graphviz is not.
std::optional<std::string> draw_network_svg(const NetworkReport& report);

}  // namespace checker
