// Which code this is: two builds whose front ends differ have different ones.
#pragma once

#include <string_view>

namespace dsl {

// The SHA-256 of the sources of `dsl`, worked out by the build.
std::string_view code_fingerprint();

}  // namespace dsl
