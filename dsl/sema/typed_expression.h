// An expression as meant: one operation with typed operands, in a table of its program.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "dsl/core/value.h"
#include "dsl/sema/ids.h"
#include "dsl/text/span.h"

namespace dsl {

// What a node does with its operands. `index` is meant as said per operation.
enum class Op : std::uint8_t {
  Constant,     // `constant`
  Unknown,      // the literal
  Fact,         // index: FactId of a top-level fact or list
  FactByGrade,  // index: FactId; operand: the grade
  Variable,     // index: slot of the frame
  Field,        // index: FactId of the field; operand: the record
  AsOfDate,     // the date whose law is applied
  VerdictIs,    // index: NormId; constant: the set of verdict words
  Parameter,    // index: ParameterId; operands: the arguments
  Definition,   // index: DefinitionId; operands: the arguments
  Not,
  And,  // two operands or more
  Or,   // two operands or more
  Negate,
  Add,
  Subtract,  // also time - time and date - date
  Multiply,
  Divide,
  AddMonths,  // operands: date, a count of months or years; constant: months in one of them,
              // negative to go back; index: MonthEnd
  Lesser,     // two operands; what is absent does not count
  Greater,
  AtLeast,
  AtMost,
  MoreThan,
  LessThan,
  Is,
  IsNot,
  Includes,  // set, member or set
  Excludes,
  Overlaps,   // set, set
  WithinSet,  // member or set, set
  Between,    // value, low, high: both ends belong; index 1: written `within low..high`
  OneOf,      // value, alternatives...
  NotOneOf,
  Present,  // operand: a fact or a field
  Absent,
  If,     // condition, then, else
  Every,  // index: slot; operands: list, filter, body
  Some,
  No,
  Sum,  // index: slot; operands: list, filter, body
  Minimum,
  Maximum,
  Count,     // index: slot; operands: list, filter
  LeastSum,  // index: slot; operands: list, filter, body; constant: the window's length
  GreatestSum,
  Size,      // operand: a set
  Judgment,  // index: into `judgments`
  YearOf,
  ClassOf,          // operand: a grade
  NinthGradeEntry,  // operand: a grade
  SchoolYearStart,  // operand: a date
  SchoolYearEnd,
  WeekdayOnOrAfter,  // index: the weekday; operand: a date
  WeekdayOnOrBefore,
  DayInYear,      // index: month * 100 + day; operand: a date
  WeekdayInYear,  // index: ordinal * 10'000 + weekday * 100 + month (ordinal 6: last); operand: a
                  // date
};

// Whether the node is the value of a fact, for a grade or of a record as well.
constexpr bool reads_a_fact(Op op) {
  return op == Op::Fact || op == Op::FactByGrade || op == Op::Field;
}

struct TypedExpr {
  Op op{};
  Type type;
  Span span;
  std::uint32_t index = 0;
  std::vector<ExprId> operands;
  std::optional<Value> constant;
};

}  // namespace dsl
