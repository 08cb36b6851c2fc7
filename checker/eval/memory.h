// What an evaluator has worked out before: computed facts, calls of definitions and verdicts.
//
// A value that is known while nothing is assumed stays what it is whatever is assumed of missing
// facts, for filling in an unknown never changes a known value (docs/semantics.md). All else holds
// only under the assumptions under which it came about.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>

#include "checker/eval/derivation.h"
#include "checker/eval/evaluated.h"

namespace checker {

class Memory {
 public:
  using Key = std::uint64_t;

  // nullopt where it is not worth remembering: for a list past 65,534 records.
  static std::optional<Key> key_of(const FactRef& fact);
  // For a question after a norm's verdict.
  static Key key_of(dsl::ExprId question);
  // nullopt for more than two arguments, and for one that is unknown or no grade, choice, record
  // or yes/no.
  static std::optional<Key> key_of(dsl::DefinitionId definition,
                                   const std::vector<Evaluated>& arguments, std::size_t count);

  // Null where nothing is remembered.
  const Evaluated* find(Key key) const;
  void keep(Key key, const Evaluated& result, bool anything_assumed);
  // A result with the facts that were read for it, while nothing is assumed.
  struct WithReadings {
    Evaluated result;
    std::shared_ptr<const std::vector<FactReading>> readings;
  };
  const WithReadings* find_readings(Key key) const;
  void keep(Key key, WithReadings result);
  // The assumptions are others now.
  void forget_assumed() { under_assumptions_.clear(); }

 private:
  std::unordered_map<Key, Evaluated> always_;
  std::unordered_map<Key, Evaluated> under_assumptions_;
  std::unordered_map<Key, WithReadings> readings_;
};

}  // namespace checker
