// The value network as a graph in the DOT language of Graphviz.
//
// Members stand on the left, as large as the design's dependence on them; the features that they
// hinder or hold open on the right. A member's colour tells its recorded stance. So do its border
// and a word in its label: whoever sees no colour loses nothing.
#pragma once

#include <ostream>

#include "checker/report/network_picture.h"
#include "checker/report/network_report.h"

namespace checker {

void write_network_dot(std::ostream& out, const NetworkReport& report);

// The picture alone, without a title.
void write_picture_dot(std::ostream& out, const NetworkPicture& picture,
                       const ValueNetwork& network);

}  // namespace checker
