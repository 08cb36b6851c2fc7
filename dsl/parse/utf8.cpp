#include "dsl/parse/utf8.h"

#include <cstdint>

namespace dsl {
namespace {

// The bytes of the sequence that `text` starts with, 0 when it is malformed: cut short, longer than
// need be, a surrogate, or past U+10FFFF.
std::size_t sequence_size(std::string_view text) {
  const auto byte = [text](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint8_t lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < size) return 0;
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return 0;
  }
  const std::uint8_t second = byte(1);
  const bool in_range = (lead != 0xE0 || second >= 0xA0) && (lead != 0xED || second < 0xA0) &&
                        (lead != 0xF0 || second >= 0x90) && (lead != 0xF4 || second < 0x90);
  return in_range ? size : 0;
}

}  // namespace

std::optional<std::size_t> first_bad_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t size = sequence_size(text.substr(i));
    if (size == 0) return i;
    i += size;
  }
  return std::nullopt;
}

}  // namespace dsl
