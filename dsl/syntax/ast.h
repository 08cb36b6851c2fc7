// A rule file as written: the tree that the parser makes and the formatter prints. No names are
// resolved and no types known here; every node knows its place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "dsl/core/box.h"
#include "dsl/text/span.h"

namespace dsl::ast {

struct Node {
  Span span;
};

// ---- words -----------------------------------------------------------------------------------

// A dotted lower-case name (`us.ca.cde`), a value word (`CA`, `TK`, `Mon`) or, where a grade or a
// choice may be a number, its digits.
struct Name : Node {
  std::string text;
};

struct Text : Node {
  std::string value;  // escapes resolved
};

struct Url : Node {
  std::string value;  // without the angle brackets
};

struct DateText : Node {
  std::string text;  // 2027-08-16, not yet checked against the calendar
};

// `minutes per day`: the words between the `per`s; `years old` is one word.
struct UnitWords : Node {
  std::vector<Name> words;
};

// ---- expressions -------------------------------------------------------------------------------

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

// ---- clauses ---------------------------------------------------------------------------------

struct UsesClause : Node {
  std::vector<Name> packs;
};
struct VerifiedClause : Node {
  DateText on;
};
struct CiteClause : Node {
  Text citation;
  std::optional<Url> url;
};
struct SourceClause : Node {
  Url url;
};
struct TopicClause : Node {
  Name topic;
};
// `status pending "House File 9, introduced"`; a norm without it is enacted.
struct StatusClause : Node {
  Name status;
  std::optional<Text> note;
};
struct ConfidenceClause : Node {
  Name level;  // verified, recalled
  std::optional<Text> note;
};
struct NoteClause : Node {
  Text text;
};
struct RemedyClause : Node {
  Text text;
};
struct EnforcedClause : Node {
  Name stakeholder;
  std::optional<Expr> condition;
  std::vector<Name> through;
  std::optional<Text> mechanism;
};
struct UpheldClause : Node {
  Name stakeholder;
};
// `from later of 2022-07-01 and contract.ends`, or a date alone.
struct InForceFrom {
  DateText date;
  std::optional<Expr> or_later;
};
struct InForceClause : Node {
  std::optional<InForceFrom> from;
  std::optional<DateText> until;
};
// `suspended from 2020-03-13 until 2021-06-30 "the emergency order"`
struct SuspendedClause : Node {
  DateText from;
  std::optional<DateText> until;
  std::optional<Text> reason;
};
struct AppliesClause : Node {
  Expr condition;
};
struct ForEachClause : Node {
  Name variable;
  Name list;
  std::optional<Expr> filter;
};
struct RequireClause : Node {
  Expr condition;
};
struct ForbidClause : Node {
  Expr condition;
};
// One of several ways to meet the norm, with a title of its own.
struct AlternativeClause : Node {
  Text title;
  Expr condition;
  std::optional<CiteClause> cite;
};
// `but not "title" when C`: what takes an exception away again.
struct ButNot : Node {
  Text title;
  Expr condition;
  std::optional<CiteClause> cite;
};
struct UnlessClause : Node {
  Text title;
  Expr condition;
  std::optional<CiteClause> cite;
  std::vector<ButNot> but_not;
};

enum class LiftKind : std::uint8_t { Norm, Pack, Topic, Enforcer };

struct LiftTarget : Node {
  LiftKind kind{};
  Name name;
};
struct LiftsClause : Node {
  std::vector<LiftTarget> targets;
};
struct CannotLiftClause : Node {
  std::vector<LiftTarget> targets;
  std::optional<Text> reason;
};
struct EffectClause : Node {
  Name effect;
  std::optional<Text> description;
  std::optional<Expr> amount;
};
// How often a relief can be had again.
struct Renewal : Node {
  std::string times;  // digits; empty: without a limit
};
struct ReliefClause : Node {
  Name granter;
  std::optional<Expr> condition;
  std::optional<Name> applicant;
  std::optional<Text> vote;
  std::optional<Text> under;
  std::optional<Text> due;
  std::optional<Number> lasting;
  std::optional<Renewal> renewal;
  std::optional<Text> note;
};
// Clauses of a declared relief.
struct GrantedClause : Node {
  Name stakeholder;
  std::optional<Expr> condition;
};
struct AppliedClause : Node {
  Name stakeholder;
};
struct ReachesClause : Node {
  std::vector<LiftTarget> targets;
};
struct CannotReachClause : Node {
  std::vector<LiftTarget> targets;
  std::optional<Text> reason;
};
struct LastingClause : Node {
  Number period;
  std::optional<Renewal> renewal;
};
struct DueClause : Node {
  Text when;
};
// Clauses of an approval, and of a declared relief.
struct VoteClause : Node {
  Text majority;
};
struct TieClause : Node {
  Text rule;
};
struct AppealClause : Node {
  Name stakeholder;
  std::optional<Number> within;
  std::optional<Text> note;
};
struct DecidedClause : Node {
  Name stakeholder;
  std::optional<Number> within;
};
struct AfterClause : Node {
  Name approval;
};
// Stakeholder clauses.
struct KindClause : Node {
  Name kind;
};
struct HoldsClause : Node {
  std::vector<Name> holdings;
};
struct UpholdsClause : Node {
  std::vector<Name> values;
};
struct AskClause : Node {
  Text question;
  std::optional<Name> whom;
};
// Definition clauses.
struct AsClause : Node {
  Expr body;
};
// `reading strict "In person" as EXPRESSION`: one of several ways to understand a term.
struct ReadingClause : Node {
  Name name;
  Text title;
  Expr body;
};
// What stood where a clause was expected; its error has been reported.
struct BrokenClause : Node {};

using Clause =
    std::variant<UsesClause, VerifiedClause, CiteClause, SourceClause, TopicClause,
                 ConfidenceClause, NoteClause, RemedyClause, EnforcedClause, UpheldClause,
                 InForceClause, AppliesClause, ForEachClause, RequireClause, UnlessClause,
                 LiftsClause, CannotLiftClause, EffectClause, ReliefClause, DecidedClause,
                 AfterClause, KindClause, HoldsClause, UpholdsClause, AskClause, AsClause,
                 StatusClause, SuspendedClause, ForbidClause, AlternativeClause, GrantedClause,
                 AppliedClause, ReachesClause, CannotReachClause, LastingClause, DueClause,
                 VoteClause, TieClause, AppealClause, ReadingClause, BrokenClause>;

Span span_of(const Clause& clause);

// ---- declarations ------------------------------------------------------------------------------

struct PackDecl : Node {
  Name name;
  Text title;
  std::vector<Clause> clauses;
};
struct StakeholderDecl : Node {
  Name name;
  Text title;
  std::vector<Clause> clauses;
};
struct TopicDecl : Node {
  Name name;
  Text title;
};
// `unit hour, hours "..." is 60 minutes`
struct UnitDecl : Node {
  Name singular;
  Name plural;
  Text title;
  std::optional<Number> equals;
};
// `choice weekday "..." of Mon, Tue`
struct ChoiceDecl : Node {
  Name name;
  Text title;
  std::vector<Name> values;
};

// `us_state`, `minutes per day`, `yes/no` (the one word of its UnitWords)
struct NamedType : Node {
  UnitWords words;
};
struct OneOfType : Node {
  std::vector<Name> values;
};
struct TypeExpr : Node {
  bool is_set = false;
  std::variant<NamedType, OneOfType> base;
  bool by_grade = false;
};

struct FactDecl : Node {
  std::vector<Name> names;  // one or more, of one type
  TypeExpr type;
  std::optional<Text> meaning;
  std::vector<AskClause> ask;
  std::optional<Expr> computed;
  std::vector<RequireClause> required;  // what holds of every design that can be
};
struct VocabularyDecl : Node {
  Name name;
  Text title;
  std::vector<FactDecl> facts;
};
struct GroupDecl : Node {
  Name name;
  Text title;
  std::vector<FactDecl> facts;
};
struct ListDecl : Node {
  Name name;
  Name record;
  Text title;
  std::vector<FactDecl> facts;
};

struct FormalParameter : Node {
  Name name;
  std::optional<TypeExpr> type;
};

// The keys of one column, `TK, K`: values and ranges; none for `all`.
struct TableKeys : Node {
  std::vector<Expr> keys;
};
// `TK, K 36_000`; `ceip | 0.5 credits 54`; without keys: `all 180`.
struct TableRow : Node {
  std::vector<TableKeys> columns;  // none where one `all` stands for every column
  Expr value;
};
struct DatedValues : Node {
  std::optional<DateText> from;
  std::optional<DateText> until;
  std::vector<TableRow> rows;
};
struct ParameterDecl : Node {
  Name name;
  std::vector<FormalParameter> parameters;
  TypeExpr type;
  std::optional<Text> meaning;
  std::vector<Clause> clauses;
  std::vector<DatedValues> values;
};
struct DefineDecl : Node {
  Name name;
  std::vector<FormalParameter> parameters;
  TypeExpr type;
  std::optional<Text> meaning;
  std::vector<Clause> clauses;
};

enum class NormKind : std::uint8_t {
  Regulation,
  Agreement,
  Practice,
  Approval,
  Enablement,
  Principle
};

// A way to be freed that reaches more than one norm.
struct ReliefDecl : Node {
  Name name;
  Text title;
  std::vector<Clause> clauses;
};

struct NormDecl : Node {
  NormKind kind{};
  Name name;
  Text title;
  std::vector<Clause> clauses;
};

// ---- tests -------------------------------------------------------------------------------------

// `school.state CA`, `calendar.days 180 days per year`, `schedule unknown`
struct WithFact : Node {
  Name fact;
  std::optional<Name> grade_key;  // `hours(9) 1_000 hours per year`
  std::vector<Expr> values;       // several for a set in parentheses
};
struct WithDetermination : Node {
  Name norm;
  Name stakeholder;
  bool holds = false;
};
struct WithApproval : Node {
  Name norm;
  Name result;
};
struct WithRelief : Node {
  Name norm;
  Name stakeholder;
  DateText from;
  DateText until;
};
// How a term that can be read in several ways is read.
struct WithReading : Node {
  Name term;
  Name reading;
};
using WithItem = std::variant<WithFact, WithDetermination, WithApproval, WithRelief, WithReading>;

struct GivenClause : Node {
  Text path;
};
struct WithClause : Node {
  std::vector<WithItem> items;
};
struct AsOfClause : Node {
  DateText date;
};
struct Leeway : Node {
  bool negative = false;
  Number amount;
};
struct ExpectClause : Node {
  Name verdict;
  Name norm;
  std::vector<Expr> grades;
  std::optional<Leeway> leeway;
  std::vector<Name> needs;
};
using TestClause = std::variant<GivenClause, WithClause, AsOfClause, ExpectClause, BrokenClause>;

struct TestDecl : Node {
  Text title;
  std::vector<TestClause> clauses;
};

// What stood where a declaration was expected; its error has been reported.
struct BrokenDecl : Node {};

using Declaration = std::variant<PackDecl, StakeholderDecl, TopicDecl, UnitDecl, ChoiceDecl,
                                 VocabularyDecl, GroupDecl, ListDecl, ParameterDecl, DefineDecl,
                                 ReliefDecl, NormDecl, TestDecl, BrokenDecl>;

Span span_of(const Declaration& declaration);

struct Document {
  std::uint32_t file = 0;
  std::vector<Declaration> declarations;
};

}  // namespace dsl::ast
