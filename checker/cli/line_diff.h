// The difference of two texts as a unified diff, which `patch -p0` takes.
#pragma once

#include <string>
#include <string_view>

namespace checker {

// Empty when the texts are the same.
std::string unified_diff(std::string_view name, std::string_view before, std::string_view after);

}  // namespace checker
