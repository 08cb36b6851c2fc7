// What a design would fall with, were it alone to go.
#pragma once

#include <vector>

#include "checker/network/network_records.h"
#include "checker/network/value_network.h"

namespace checker {

// Those that end first come first, those without an end last; then by how many norms hang on them.
std::vector<SinglePoint> single_points(const dsl::Program& program, const Design& design,
                                       const std::vector<Verdict>& verdicts,
                                       const std::vector<NamedMember>& records);

}  // namespace checker
