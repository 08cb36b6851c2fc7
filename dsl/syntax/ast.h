// A rule file as written: the tree that the parser makes and the formatter prints. No names are
// resolved and no types known here; every node knows its place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "dsl/syntax/ast_clause.h"

namespace dsl::ast {

// Declarations.

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

// The keys of one column, `TK, K`: values and ranges; none for `all` and for `else`.
struct TableKeys : Node {
  std::vector<Expr> keys;
  bool otherwise = false;  // `else`
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

// Tests.

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
// `block in schedule (kind class, start 8:30 am)` adds a record to a list; `block 2 in schedule
// (kind lab)` changes one that is there.
struct WithRecord : Node {
  Name record;
  std::optional<std::string> position;  // digits, from 1
  Name list;
  std::vector<WithFact> fields;
};
using WithItem =
    std::variant<WithFact, WithDetermination, WithApproval, WithRelief, WithReading, WithRecord>;

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
