#include "checker/eval/evaluated.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace checker {

using dsl::Truth;

Cause Cause::of_fact(CauseKind kind, const FactRef& fact) {
  Cause made;
  made.kind = kind;
  made.fact = fact;
  return made;
}

Cause Cause::at(CauseKind kind, dsl::ExprId expr) {
  Cause made;
  made.kind = kind;
  made.expr = expr;
  return made;
}

void merge(Causes& into, const Causes& from) {
  if (from.empty()) return;
  Causes merged;
  merged.reserve(into.size() + from.size());
  std::set_union(into.begin(), into.end(), from.begin(), from.end(), std::back_inserter(merged));
  into = std::move(merged);
}

Evaluated Evaluated::of(dsl::Value value) { return {std::move(value), false, {}}; }

Evaluated Evaluated::of(Truth truth, Causes causes) {
  if (truth == Truth::Unknown) return unknown(std::move(causes));
  return of(dsl::Value(truth == Truth::True));
}

Evaluated Evaluated::unknown(Cause cause) { return {std::nullopt, false, {cause}}; }
Evaluated Evaluated::unknown(Causes causes) { return {std::nullopt, false, std::move(causes)}; }
Evaluated Evaluated::nothing(Cause because) { return {std::nullopt, true, {because}}; }

Truth truth_of(const Evaluated& evaluated) {
  if (!evaluated.value) return Truth::Unknown;
  return dsl::truth(std::get<bool>(*evaluated.value));
}

}  // namespace checker
