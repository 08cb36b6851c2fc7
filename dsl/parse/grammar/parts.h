// What rules read before a node of the tree can be made of it, and the making. Private to the
// grammar.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "dsl/syntax/ast.h"

namespace dsl::grammar {

// Expressions: one or more operands, with the operators between them.

struct OrParts : ast::Node {
  ast::Expr first;
  std::vector<ast::Expr> rest;
};
struct AndParts : ast::Node {
  ast::Expr first;
  std::vector<ast::Expr> rest;
};

// `+ 1`, `/ 1 day`
struct Operation : ast::Node {
  ast::ArithmeticOperator op{};
  ast::Expr operand;
  std::optional<ast::Name> rounding;
};
struct CalculationParts : ast::Node {
  ast::Expr first;
  std::vector<Operation> rest;
};

// What stands on the right of a comparison's left side.
struct RelationTail {
  ast::ComparisonOperator op{};
  ast::Expr right;
};
struct BetweenTail {
  ast::Expr low;
  ast::Expr high;
};
struct OneOfTail {
  bool negated = false;
  std::vector<ast::Expr> alternatives;
};
// `includes all of a, b`, `includes any of a, b`: an `and` or an `or` of what each would say.
struct MembersTail {
  bool any = false;
  std::vector<ast::Expr> members;
};
enum class PresenceTail : std::uint8_t { Present, Absent };
using ComparisonTail =
    std::variant<RelationTail, BetweenTail, OneOfTail, MembersTail, PresenceTail>;

struct ComparisonParts : ast::Node {
  ast::Expr left;
  std::optional<ComparisonTail> tail;
};

struct RangeParts : ast::Node {
  ast::Expr first;
  std::optional<ast::Expr> last;
};

// A name, or a call when arguments follow.
struct ReferenceParts : ast::Node {
  ast::Name name;
  std::optional<std::vector<ast::Expr>> arguments;
};

void build(ast::Expr& whole, OrParts&& parts);
void build(ast::Expr& whole, AndParts&& parts);
void build(ast::Expr& whole, CalculationParts&& parts);
void build(ast::Expr& whole, ComparisonParts&& parts);
void build(ast::Expr& whole, RangeParts&& parts);
void build(ast::Expr& whole, ReferenceParts&& parts);

// `5%` and `$500` as numbers of the units `percent` and `dollars`.
void build(ast::Number& whole, ast::Percent&& part);
void build(ast::Number& whole, ast::Money&& part);

// A clause whose parts stand in any order.

enum class ReliefText : std::uint8_t { Vote, Under, Due };
struct ReliefTextPart : ast::Node {
  ReliefText kind{};
  ast::Text text;
};
struct ReliefApplicant : ast::Node {
  ast::Name stakeholder;
};
struct ReliefTerm : ast::Node {
  ast::Number period;
  std::optional<ast::Renewal> renewal;
};
using ReliefPart = std::variant<ReliefApplicant, ReliefTextPart, ReliefTerm>;

struct ReliefParts : ast::Node {
  ast::Name granter;
  std::optional<ast::Expr> condition;
  std::vector<ReliefPart> parts;
  std::optional<ast::Renewal> renewal;
  std::optional<ast::Text> note;
};

void build(ast::Clause& whole, ReliefParts&& parts);

// Declarations whose clauses go to different places.

using FactItem = std::variant<ast::AskClause, ast::RequireClause, ast::BrokenClause>;

struct FactParts : ast::Node {
  std::vector<ast::Name> names;
  ast::TypeExpr type;
  std::optional<ast::Text> meaning;
  std::vector<FactItem> before;
  std::optional<ast::Expr> computed;
  std::vector<FactItem> after;
};

using FactOrBroken = std::variant<ast::FactDecl, ast::BrokenClause>;

using ParameterItem = std::variant<ast::Clause, ast::DatedValues>;

struct ParameterParts : ast::Node {
  ast::Name name;
  std::vector<ast::FormalParameter> parameters;
  ast::TypeExpr type;
  std::optional<ast::Text> meaning;
  std::vector<ParameterItem> items;
};

void build(FactOrBroken& whole, FactParts&& parts);
void build(std::vector<ast::FactDecl>& whole, std::vector<FactOrBroken>&& parts);
void build(ast::Declaration& whole, ParameterParts&& parts);

}  // namespace dsl::grammar
