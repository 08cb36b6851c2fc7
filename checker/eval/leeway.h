// Leeway: how far a design is from the limit of a requirement, in the requirement's own unit.
//
// A comparison's leeway is the signed distance from what the design has to what is asked: positive
// or 0 where it holds with room to spare, negative where it falls short. A requirement of several
// comparisons is measured at the one that decides it: where it fails, the failing one (of
// alternatives, the one nearest to holding); where it holds, the tightest (of alternatives, the
// roomiest). Nearness of different units is compared as a share of the limit.
#pragma once

#include <optional>

#include "checker/eval/derivation.h"
#include "dsl/program/program.h"

namespace checker {

struct Leeway {
  dsl::Rational amount;    // in base units; minutes for times, calendar days for dates
  dsl::Unit unit;          // to show it in; no words for counts and ratios
  dsl::ExprId comparison;  // the node that it measures
  dsl::Op op{};            // AtLeast, AtMost, MoreThan, LessThan
  dsl::Value has;          // what the design has
  dsl::Value limit;        // what is asked
  dsl::Type has_type;
  dsl::Type limit_type;
  bool fails_besides = false;  // a condition joined by `and` that no distance measures fails too
};

// nullopt where no comparison of numbers, times or dates decides the requirement.
std::optional<Leeway> leeway_of(const Derivation& requirement, const dsl::Program& program);

// The tighter of two, as a share of their limits.
bool tighter(const Leeway& a, const Leeway& b);

// Whether `a` is nearer to holding than `b`: what the distance alone keeps from it comes first.
bool nearer(const Leeway& a, const Leeway& b);

// The type to show both sides in: the limit's, which is the one that people know; shares as shares.
dsl::Type shown_type(const Leeway& leeway);

// Whether the distance is one of percentage points.
bool is_share(const Leeway& leeway);

// The amount in the unit that it is shown in: shares in percentage points, ages in years. No unit
// for counts and ratios.
struct Distance {
  dsl::Rational value;
  dsl::Unit unit;
};
Distance distance_of(const Leeway& leeway);

// `-3,600 minutes per year`, `0 days per year`, `5 percentage points`.
std::string format_leeway(const Leeway& leeway);

}  // namespace checker
