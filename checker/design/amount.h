// Amounts as a design writes them: `180`, `-0.5`, `33%`, `$52_000`, `300 minutes per day`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "dsl/core/rational.h"
#include "dsl/core/unit.h"

namespace checker {

enum class AmountFault : std::uint8_t {
  None,
  NotANumber,
  TooLong,      // more than 15 digits before the point or 6 after it
  LeadingZero,  // `010`, which YAML 1.1 takes for 8
  Commas,       // `52,000`
  Exponent      // `1e3`
};

struct Amount {
  AmountFault fault = AmountFault::None;
  dsl::Rational number;
  bool is_percent = false;
  // `$52` has the unit `dollars`; empty: a bare number.
  std::string unit;
  // What to write instead, where that is plain to see.
  std::string suggestion;

  bool is_bare() const { return !is_percent && unit.empty(); }
};

Amount parse_amount(std::string_view written);

// `minutes per day`; when a word of it is no unit, that word is in `unknown_word`.
struct UnitReading {
  std::optional<dsl::Unit> unit;
  std::string unknown_word;
};
UnitReading parse_unit(std::string_view text, const dsl::UnitTable& units);

}  // namespace checker
