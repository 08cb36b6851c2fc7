#include "checker/design/override_facts.h"

#include <string_view>
#include <utility>

namespace checker {
namespace {

// Takes out what the mapping, which holds the facts of `group`, says of the fact.
void take_out(std::string_view fact, const std::string& group, DocumentNode& mapping) {
  std::erase_if(mapping.entries,
                [&](const DocumentEntry& entry) { return group + entry.key == fact; });
  for (DocumentEntry& entry : mapping.entries) {
    const std::string below = group + entry.key + '.';
    if (fact.starts_with(below)) take_out(fact, below, entry.value);
  }
}

void take_as_argument(DocumentNode& node) {
  if (node.style == ScalarStyle::Plain) node.style = ScalarStyle::Argument;
  for (DocumentEntry& entry : node.entries) take_as_argument(entry.value);
  for (DocumentNode& item : node.items) take_as_argument(item);
}

}  // namespace

void override_facts(DocumentNode facts, DocumentNode& document) {
  if (document.kind != NodeKind::Mapping) return;
  for (const DocumentEntry& entry : facts.entries) take_out(entry.key, "", document);
  for (DocumentEntry& entry : facts.entries) {
    take_as_argument(entry.value);
    document.entries.push_back(std::move(entry));
  }
}

}  // namespace checker
