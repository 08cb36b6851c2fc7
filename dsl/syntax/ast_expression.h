// Expressions as written: literals, names, operators, loops over lists and the forms of dates.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "dsl/core/box.h"
#include "dsl/syntax/ast_words.h"

namespace dsl::ast {

struct Expr;

struct Number : Node {
  std::string text;  // 50_400, 0.5
  std::optional<UnitWords> unit;
};
struct Percent : Node {
  std::string text;  // without the %
};
struct Money : Node {
  std::string text;  // without the $
};
struct TimeText : Node {
  std::string text;  // 8:30 am
};
struct Boolean : Node {
  bool value = false;
};
struct UnknownLiteral : Node {};

// `name(a, b)`: a parameter, a definition or a fact that is a table by grade.
struct Call : Node {
  Name callee;
  std::vector<Expr> arguments;
};

// `9..12`, `10:00 am..2:00 pm`
struct Range : Node {
  Box<Expr> first;
  Box<Expr> last;
};

struct Negative : Node {
  Box<Expr> operand;
};
struct Not : Node {
  Box<Expr> operand;
};
struct And : Node {
  std::vector<Expr> operands;  // two or more
};
struct Or : Node {
  std::vector<Expr> operands;  // two or more
};

enum class ArithmeticOperator : std::uint8_t { Add, Subtract, Multiply, Divide };

struct Arithmetic : Node {
  ArithmeticOperator op{};
  Box<Expr> left;
  Box<Expr> right;
  // `+ 2 months rounded down`: what becomes of a day that the month has not.
  std::optional<Name> rounding;
};

enum class ComparisonOperator : std::uint8_t {
  AtLeast,
  AtMost,
  MoreThan,
  LessThan,
  Is,
  IsNot,
  Includes,
  Excludes,
  Overlaps,
  Within,
};

struct Comparison : Node {
  ComparisonOperator op{};
  Box<Expr> left;
  Box<Expr> right;
};
struct Between : Node {
  Box<Expr> operand;
  Box<Expr> low;
  Box<Expr> high;
};
// `X is one of a, b, c`; negated: `is not one of`.
struct OneOf : Node {
  Box<Expr> operand;
  bool negated = false;
  std::vector<Expr> alternatives;
};
// `X is present`, `X is absent`
struct Presence : Node {
  Box<Expr> operand;
  bool absent = false;
};
struct Conditional : Node {
  Box<Expr> condition;
  Box<Expr> consequence;
  Box<Expr> alternative;
};

enum class QuantifierKind : std::uint8_t { Every, Some, No };

struct Quantifier : Node {
  QuantifierKind kind{};
  Name variable;
  Name list;
  std::optional<Box<Expr>> filter;
  std::optional<Box<Expr>> body;  // always there for `every`
};

// `lesser of A and B`, `later of A and B`
struct Extreme : Node {
  bool greater = false;
  Box<Expr> first;
  Box<Expr> second;
};

enum class AggregateKind : std::uint8_t { Sum, Minimum, Maximum };

// `sum of BODY for VARIABLE in LIST where FILTER`
struct Aggregate : Node {
  AggregateKind kind{};
  Box<Expr> body;
  Name variable;
  Name list;
  std::optional<Box<Expr>> filter;
};
// `least sum of BODY for any 5 consecutive VARIABLE in LIST`
struct Window : Node {
  bool greatest = false;
  Box<Expr> body;
  std::string length;  // digits
  Name variable;
  Name list;
  std::optional<Box<Expr>> filter;
};
// `share of BODY for VARIABLE in LIST where FILTER among BASE`
struct Share : Node {
  Box<Expr> body;
  Name variable;
  Name list;
  Box<Expr> filter;
  std::optional<Box<Expr>> base;
};
// `share of VARIABLE in LIST where FILTER among BASE`
struct ShareOf : Node {
  Name variable;
  Name list;
  Box<Expr> filter;
  std::optional<Box<Expr>> base;
};
// `count of VARIABLE in LIST where FILTER`
struct CountOf : Node {
  Name variable;
  Name list;
  std::optional<Box<Expr>> filter;
};
// `count of SET`
struct SizeOf : Node {
  Box<Expr> set;
};
struct JudgedBy : Node {
  Name stakeholder;
  Text question;
};
// `verdict of NORM is one of conflict, relieved`
struct VerdictOf : Node {
  Name norm;
  bool negated = false;
  std::vector<Name> verdicts;
};
// `class of GRADE`: the year in which the grade that sits in it on the as-of date graduates;
// `ninth grade entry of GRADE`: the year in which it began, or will begin, grade 9.
struct ClassOf : Node {
  bool entry = false;
  Box<Expr> grade;
};
// `start of the school year of DATE`, `end of the school year of DATE`
struct SchoolYearEdge : Node {
  bool end = false;
  Box<Expr> date;
};
// `Monday on or after DATE`, `Friday on or before DATE`
struct NearestWeekday : Node {
  Name weekday;
  bool before = false;
  Box<Expr> date;
};
// `year of DATE`
struct YearOf : Node {
  Box<Expr> date;
};
// `August 23 in the year of DATE`
struct DayInYear : Node {
  Name month;
  std::string day;
  Box<Expr> date;
};
// `first Monday in December in the year of DATE`
struct WeekdayInYear : Node {
  Name ordinal;  // first .. fifth, last
  Name weekday;
  Name month;
  Box<Expr> date;
};

struct Expr {
  std::variant<Number, Percent, Money, TimeText, DateText, Text, Boolean, UnknownLiteral, Name,
               Call, Range, Negative, Not, And, Or, Arithmetic, Comparison, Between, OneOf,
               Presence, Conditional, Quantifier, Extreme, Aggregate, Window, Share, ShareOf,
               CountOf, SizeOf, JudgedBy, VerdictOf, ClassOf, SchoolYearEdge, NearestWeekday,
               YearOf, DayInYear, WeekdayInYear>
      node;
};

Span span_of(const Expr& expr);

}  // namespace dsl::ast
