// A known value of a fact or an expression. Unknown and absent are not values: see the evaluator.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "dsl/core/date.h"
#include "dsl/core/grade.h"
#include "dsl/core/rational.h"
#include "dsl/core/time_of_day.h"

namespace dsl {

// The n-th value of its choice type.
struct ChoiceValue {
  std::uint16_t index = 0;

  friend auto operator<=>(ChoiceValue, ChoiceValue) = default;
};

// Sorted, without repeats.
struct ChoiceSet {
  std::vector<ChoiceValue> members;

  friend bool operator==(const ChoiceSet&, const ChoiceSet&) = default;
};

// Names or texts; sorted, without repeats.
struct TextSet {
  std::vector<std::string> members;

  friend bool operator==(const TextSet&, const TextSet&) = default;
};

// One record of a list fact.
struct RecordValue {
  std::uint32_t list = 0;  // the index of the list's FactId
  std::uint32_t item = 0;

  friend auto operator<=>(RecordValue, RecordValue) = default;
};

// Numbers are in base units (minutes, not hours; 0.8, not 80 %).
using Value = std::variant<bool, Rational, TimeOfDay, Date, Grade, GradeSet, ChoiceValue, ChoiceSet,
                           std::string, TextSet, RecordValue>;

}  // namespace dsl
