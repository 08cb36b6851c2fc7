#include "checker/eval/derivation.h"

#include <algorithm>

namespace checker {
namespace {

void collect(const Derivation& node, std::vector<FactReading>& into) {
  if (node.reading) add_readings(into, {*node.reading});
  if (node.condensed) add_readings(into, *node.condensed);
  for (const Derivation& child : node.children) collect(child, into);
}

}  // namespace

bool has_reading(const std::vector<FactReading>& readings, const FactRef& ref) {
  return std::any_of(readings.begin(), readings.end(),
                     [&](const FactReading& reading) { return reading.ref == ref; });
}

void add_readings(std::vector<FactReading>& into, const std::vector<FactReading>& from) {
  for (const FactReading& reading : from) {
    if (!has_reading(into, reading.ref)) into.push_back(reading);
  }
}

std::vector<FactReading> readings_of(const Derivation& derivation) {
  std::vector<FactReading> readings;
  collect(derivation, readings);
  return readings;
}

}  // namespace checker
