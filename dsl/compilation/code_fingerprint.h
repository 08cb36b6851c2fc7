// Which code this is: builds whose front ends, compilers or libraries differ have different ones.
#pragma once

#include <string_view>

namespace dsl {

// The SHA-256 of the sources of `dsl` and of the versions that they are built with.
std::string_view code_fingerprint();

}  // namespace dsl
