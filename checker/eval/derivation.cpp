#include "checker/eval/derivation.h"

#include <algorithm>

namespace checker {
namespace {

void collect(const Derivation& node, std::vector<FactReading>& into) {
  if (node.reading) {
    const bool seen = std::any_of(into.begin(), into.end(), [&](const FactReading& reading) {
      return reading.ref == node.reading->ref;
    });
    if (!seen) into.push_back(*node.reading);
  }
  for (const Derivation& child : node.children) collect(child, into);
}

}  // namespace

std::vector<FactReading> readings_of(const Derivation& derivation) {
  std::vector<FactReading> readings;
  collect(derivation, readings);
  return readings;
}

}  // namespace checker
