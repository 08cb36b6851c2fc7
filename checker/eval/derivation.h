// How a value came about: the tree of an expression with the value at every node.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "checker/design/design.h"
#include "checker/eval/evaluated.h"

namespace checker {

// What a design says of one fact, and where.
struct FactReading {
  FactRef ref;
  FactState state = FactState::NotStated;
  std::optional<dsl::Span> span;
};

struct Derivation {
  dsl::ExprId expr;
  Evaluated result;
  std::optional<FactReading> reading;  // for a node that reads the design
  std::optional<dsl::Value> element;   // in a loop's children: the record or value they are about
  bool is_filter = false;              // a loop's `where`, besides the `satisfies` it chooses for
  std::vector<Derivation> children;    // operands; a loop's bodies; a definition's body
  // What was read below, where only that and not the steps were asked for; may be null.
  std::shared_ptr<const std::vector<FactReading>> condensed;
};

bool has_reading(const std::vector<FactReading>& readings, const FactRef& ref);

// Adds those that are not there yet, in their order.
void add_readings(std::vector<FactReading>& into, const std::vector<FactReading>& from);

// Every reading in the tree, in order of appearance, each once.
std::vector<FactReading> readings_of(const Derivation& derivation);

}  // namespace checker
