// What a set of rule tests has seen of the norms that they name: which parts of a norm came out
// both true and false.
//
// A part is the norm's applicability (its pack's, its own and the filter of `for each` together),
// each `require`, each operand of an `or` inside a requirement, and each `unless`. A part has two
// sides. A side is seen when a test that names the norm in an `expect` decides the part so; an
// unknown sees neither. Requirements and exceptions are looked at only where the norm is in force
// and applies, since nothing hangs on them elsewhere.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "checker/eval/rule_test.h"
#include "dsl/program/program.h"

namespace checker {

enum class PartKind : std::uint8_t { Applicability, Requirement, Alternative, Exception };

struct PartCoverage {
  PartKind kind{};
  dsl::ExprId expr;   // invalid for an applicability without a condition of the norm's own
  dsl::Span span;     // where the part stands
  std::string title;  // of an exception
  bool seen_true = false;
  bool seen_false = false;
};

struct NormCoverage {
  dsl::NormId norm;
  std::size_t expectations = 0;  // of the tests looked at, those that name it
  std::vector<PartCoverage> parts;
};

// Seen of all there are.
struct Share {
  std::size_t seen = 0;
  std::size_t all = 0;
};

struct Coverage {
  std::vector<NormCoverage> norms;

  Share norms_covered() const;     // norms with an expectation
  Share branches_covered() const;  // sides of parts
};

// Looks at `norms` only, in their order.
Coverage measure_coverage(const dsl::Program& program, std::span<const PreparedTest> tests,
                          std::span<const dsl::NormId> norms);

}  // namespace checker
