// The value network for a terminal.
#pragma once

#include <ostream>

#include "checker/report/network_report.h"
#include "checker/report/write_text.h"

namespace checker {

void write_network_text(std::ostream& out, const NetworkReport& report, const TextStyle& style);

}  // namespace checker
