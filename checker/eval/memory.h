// What an evaluator has worked out before: computed facts, calls of definitions and verdicts.
//
// A value hangs on nothing but what was looked at for it. So it holds as long as the same is
// assumed of the missing facts among that, whatever is assumed of others. One that is known while
// nothing of it is assumed holds always, for filling in an unknown never changes a known value
// (docs/semantics.md).
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

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
  // nullopt for more than two arguments, for one that is known and no grade, choice, record or
  // yes/no, and for one that is missing where a thousand others were for other causes.
  std::optional<Key> key_of(dsl::DefinitionId definition, const std::vector<Evaluated>& arguments,
                            std::size_t count);

  // What is supposed of missing facts, judgments and readings; nullopt: absent.
  using Assumptions = std::map<Cause, std::optional<dsl::Value>>;

  struct Remembered {
    Evaluated result;
    Causes looked_at;      // what was missing in it, assumed or not
    Assumptions relevant;  // of those, what was assumed
  };
  // What holds under the assumptions; null where nothing is remembered.
  const Remembered* find(Key key, const Assumptions& assumptions) const;
  void keep(Key key, Evaluated result, Causes looked_at, const Assumptions& assumptions);
  // A result with the facts that were read for it, while nothing is assumed.
  struct WithReadings {
    Evaluated result;
    std::shared_ptr<const std::vector<FactReading>> readings;
  };
  const WithReadings* find_readings(Key key) const;
  void keep(Key key, WithReadings result);

 private:
  // A number for an argument; 0 is left for none.
  std::optional<std::uint32_t> code_of(const Evaluated& argument);

  // What arguments without a value are told apart by: whether they are absent, and their causes.
  std::map<std::pair<bool, Causes>, std::uint32_t> missing_;
  std::unordered_map<Key, std::vector<Remembered>> remembered_;
  std::unordered_map<Key, WithReadings> readings_;
};

}  // namespace checker
