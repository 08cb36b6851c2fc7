// A norm as the value network weighs it.
#pragma once

#include "checker/network/value_network.h"

namespace checker {

NetworkNorm network_norm(const dsl::Program& program, const Verdict& verdict);

}  // namespace checker
