// Checks that a text is UTF-8, so that no later stage needs to.
#pragma once

#include <optional>
#include <string_view>

namespace dsl {

// The place of the first byte that is not part of a well-formed sequence; nullopt when all are.
std::optional<std::size_t> first_bad_utf8(std::string_view text);

}  // namespace dsl
