// Text as a string of JSON, and back.
#pragma once

#include <string>
#include <string_view>

namespace checker::batch {

// With its quotes, on one line.
std::string quoted(std::string_view text);

// What a string of JSON means, of which it is known that it is one.
std::string unquoted(std::string_view json);

}  // namespace checker::batch
