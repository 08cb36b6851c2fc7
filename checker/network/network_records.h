// The design's own list of whom it depends on, read for the value network.
#pragma once

#include <vector>

#include "checker/network/value_network.h"

namespace checker {

struct NamedMember {
  dsl::StakeholderId id;
  NetworkRecord record;
};

// In the order of the design; records without a member are left out. Empty where the vocabulary
// has no such list.
std::vector<NamedMember> network_records(const dsl::Program& program, const Design& design);

}  // namespace checker
