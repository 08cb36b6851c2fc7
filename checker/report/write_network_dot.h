// The value network as a graph in the DOT language of Graphviz.
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
