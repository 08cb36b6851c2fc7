#include "checker/design/document.h"

#include <algorithm>

namespace checker {
namespace {

constexpr std::size_t kShownBytes = 60;

}  // namespace

const DocumentEntry* find_entry(const DocumentNode& mapping, std::string_view key) {
  const auto at = std::find_if(mapping.entries.begin(), mapping.entries.end(),
                               [key](const DocumentEntry& entry) { return entry.key == key; });
  return at == mapping.entries.end() ? nullptr : &*at;
}

std::string shown(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool begins_character = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    if (result.size() >= kShownBytes && begins_character) return result + "…";
    const bool is_control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    result += is_control ? ' ' : c;
  }
  return result;
}

std::string describe(const DocumentNode& node) {
  switch (node.kind) {
    case NodeKind::Mapping: return "a group of keys";
    case NodeKind::Sequence: return "a list";
    case NodeKind::Scalar: break;
  }
  if (node.is_blank()) return "nothing";
  if (node.scalar.empty()) return "an empty text";
  return "`" + shown(node.scalar) + "`";
}

}  // namespace checker
