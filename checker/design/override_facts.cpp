#include "checker/design/override_facts.h"

#include <string_view>

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

}  // namespace

void override_fact(DocumentNode& document, const DocumentNode& facts) {
  if (document.kind != NodeKind::Mapping || facts.entries.size() != 1) return;
  take_out(facts.entries.front().key, "", document);
  document.entries.push_back(facts.entries.front());
}

}  // namespace checker
