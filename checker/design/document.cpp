#include "checker/design/document.h"

#include <algorithm>

#include "dsl/text/utf8.h"

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
    if (result.size() >= kShownBytes && !dsl::is_continuation(c)) return result + "…";
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
