// Text as a string of JSON.
#pragma once

#include <string>
#include <string_view>

namespace checker::batch {

// With its quotes, on one line.
std::string quoted(std::string_view text);

}  // namespace checker::batch
