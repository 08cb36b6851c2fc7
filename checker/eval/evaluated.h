// The result of an expression on a design: a value, nothing ("absent"), or unknown with its causes.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

#include "dsl/core/truth.h"
#include "dsl/core/value.h"
#include "dsl/sema/typed_program.h"

namespace checker {

// One value of a design: a fact, a table's entry for a grade, or a field of a list's record.
struct FactRef {
  dsl::FactId fact;
  std::int32_t item = -1;   // the record, from 0; -1: not in a list
  std::int32_t grade = -1;  // the grade's index; -1: not a table

  friend auto operator<=>(const FactRef&, const FactRef&) = default;
};

enum class CauseKind : std::uint8_t {
  NotStated,
  StatedUnknown,
  Absent,
  NotApplicable,
  Judgment,        // somebody has to decide
  NoValueInForce,  // a parameter or definition has none on the date, or none for the grade
  EmptyList,       // the least or greatest of nothing
  Overflow,
  DivisionByZero,
  Literal,  // the word `unknown` on the command line
  Reading,  // a term is open to more than one understanding
};

// Why a value is not known. Which members count depends on the kind.
struct Cause {
  CauseKind kind{};
  FactRef fact;
  std::uint32_t judgment = 0;  // index into TypedProgram::judgments; Reading: into definitions
  dsl::ExprId expr;            // where a calculation failed

  static Cause of_fact(CauseKind kind, const FactRef& fact);
  static Cause at(CauseKind kind, dsl::ExprId expr);

  friend auto operator<=>(const Cause&, const Cause&) = default;
};

// Sorted, without repeats.
using Causes = std::vector<Cause>;

void merge(Causes& into, const Causes& from);

struct Evaluated {
  std::optional<dsl::Value> value;
  bool absent = false;  // known to have no value; `causes` names the fact that says so
  Causes causes;        // empty when there is a value

  bool known() const { return value.has_value(); }

  static Evaluated of(dsl::Value value);
  static Evaluated of(dsl::Truth truth, Causes causes);
  static Evaluated unknown(Cause cause);
  static Evaluated unknown(Causes causes);
  // Known to have no value.
  static Evaluated nothing(Cause because);
};

// The truth of a yes/no result.
dsl::Truth truth_of(const Evaluated& evaluated);

}  // namespace checker
