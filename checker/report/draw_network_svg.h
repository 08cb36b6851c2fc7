// The value network as a picture in SVG that stands by itself: title, picture, legend. Its colours
// and letters are attributes of its elements, which programs for documents and slides read, too.
#pragma once

#include <optional>
#include <string>

#include "checker/report/network_report.h"

namespace checker {

// nullopt when Graphviz cannot lay it out. Not for several threads at once: Graphviz is not.
std::optional<std::string> draw_network_svg(const NetworkReport& report);

}  // namespace checker
