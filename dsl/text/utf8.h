// Text as UTF-8: its characters, and whether it is well formed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dsl {

// A character with the bytes that it takes. A byte that begins none counts by itself, as U+FFFD.
struct Character {
  char32_t code = 0xFFFD;
  std::size_t bytes = 1;
  bool well_formed = false;
};

// The character that a text begins with; the text is not empty.
Character first_character(std::string_view text);

// The place of the first byte that is not part of a well-formed sequence; nullopt when all are.
std::optional<std::size_t> first_bad_utf8(std::string_view text);

// Whether a byte goes on with a character rather than beginning one.
constexpr bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// How many characters well-formed text has.
std::uint32_t count_code_points(std::string_view text);

}  // namespace dsl
