// The dates on which verdicts may change, whose, and what begins or ends on them.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "checker/design/design.h"
#include "checker/eval/verdict.h"
#include "dsl/program/program.h"

namespace checker {

enum class TurnSource : std::uint8_t {
  Norm,           // comes into force, or goes out of it
  Suspension,     // of a norm: begins, or ends
  Enablement,     // that lifts the norm; its suspensions too
  Parameter,      // has another value
  Definition,     // comes into force, or goes out of it
  Reading,        // of a term: settled by the design's record
  Determination,  // the design's record of one
  Relief,         // the design's record of one
  Approval,       // the design's record of a decision
  Day,            // that the norm compares the as-of date with: has come; `ends`: has passed
  Year,           // calendar or school year, by which the norm counts: a new one begins
};

// What begins or ends on a date.
struct TurnReason {
  TurnSource source{};
  std::uint32_t index = 0;  // of the norm, parameter or definition; of the design's record
  bool ends = false;        // the day before was its last

  friend bool operator==(const TurnReason&, const TurnReason&) = default;
};

// A norm whose verdict may differ from the day before.
struct TurningNorm {
  dsl::NormId norm;
  std::vector<TurnReason> reasons;  // never empty
};

using TurningPoints = std::map<dsl::Date, std::vector<TurningNorm>>;

// By date, the norms that may turn, in the order of the program; for dates after `after`, up to and
// with `until`. On every other date no verdict changes: rules, values and definitions begin and end
// on the dates written in them, reliefs, approvals and determinations on those of the design.
TurningPoints turning_points(const dsl::Program& program, const Design& design, dsl::Date after,
                             dsl::Date until);

// A norm on one of its dates.
struct Turn {
  dsl::Date date;
  dsl::NormId norm;
  Outcome before{};
  Outcome after{};
  std::vector<TurnReason> reasons;
};

// Calls `at` with every norm on every one of the dates, in their order. `outcomes` are those of the
// day before the first date, by norm, and those of the last date in the end; norms without one are
// passed over.
void walk(const TurningPoints& points, const dsl::Program& program, const Design& design,
          std::vector<std::optional<Outcome>>& outcomes,
          const std::function<void(const Turn&)>& at);

// What begins or ends, as a clause: "the relief from "..." by ... has ended", "\"...\" becomes
// 54,000 minutes per year". `norm` is the one that turns.
std::string turn_text(const TurnReason& reason, dsl::Date date, dsl::NormId norm,
                      const dsl::Program& program, const Design& design);

// The clauses of all reasons, with `; ` between them.
std::string turn_text(const Turn& turn, const dsl::Program& program, const Design& design);

}  // namespace checker
