// The value network for programs: JSON after docs/network.schema.json.
#pragma once

#include <ostream>

#include "checker/report/network_report.h"

namespace checker {

inline constexpr int kNetworkSchemaVersion = 1;

void write_network_json(std::ostream& out, const NetworkReport& report);

}  // namespace checker
