// Counts what the program takes from memory.
#pragma once

#include <cstddef>

namespace counted_memory {

// Bytes taken since the program began; what was given back counts as well.
std::size_t taken();

}  // namespace counted_memory
