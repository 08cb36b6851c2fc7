// The rules that one grammar file takes from another. Each is defined in the file of its subject; a
// second object of the same rule differs only in what messages call it.
#pragma once

#include "dsl/parse/grammar/adapt.h"
#include "dsl/parse/grammar/config.h"
#include "dsl/parse/grammar/handlers.h"
#include "dsl/parse/grammar/nested.h"
#include "dsl/parse/grammar/std_traits.h"
#include "dsl/parse/grammar/words.h"

namespace dsl::grammar {

// The rule for a kind of node; `Tag` tells apart the rules that make one kind of node.
template <typename Node, typename Tag = void>
struct NodeId : Spanned {};
template <typename Node, typename Tag = void>
using NodeRule = x3::rule<NodeId<Node, Tag>, Node>;

// A rule for something that has no place of its own.
template <typename Tag>
struct PlainId {};
template <typename Value, typename Tag>
using PlainRule = x3::rule<PlainId<Tag>, Value>;

// In lexical.cpp.

// A dotted lower-case name. Not read where the line opens a clause.
using NameRule = NodeRule<ast::Name>;
inline constexpr NameRule name = "a name";
inline constexpr NameRule stakeholder = "a stakeholder";
inline constexpr NameRule norm = "a norm";

// The last segment of a fact's name, which may be any word: `relief.by`.
using FieldNameRule = NodeRule<ast::Name, struct FieldName>;
inline constexpr FieldNameRule field_name = "a name";

// CA, TK, Mon
using ValueWordRule = NodeRule<ast::Name, struct ValueWord>;
inline constexpr ValueWordRule value_word = "a capitalised word";

// What a choice may list: names, value words, numbers.
using ChoiceValueRule = NodeRule<ast::Name, struct ChoiceValue>;
inline constexpr ChoiceValueRule choice_value = "a value";

// K, TK, 9
using GradeRule = NodeRule<ast::Name, struct Grade>;
inline constexpr GradeRule grade = "a grade";

using NamesRule = PlainRule<std::vector<ast::Name>, struct Names>;
inline constexpr NamesRule names = "a name";

using TextRule = NodeRule<ast::Text>;
inline constexpr TextRule text = "a text in quotes";
inline constexpr TextRule title = "a title in quotes";

using UrlRule = NodeRule<ast::Url>;
inline constexpr UrlRule url = "a web address";

using DateRule = NodeRule<ast::DateText>;
inline constexpr DateRule date = "a date";

// A date, or `school year 2026-27`, which stands for its first or its last day.
using PeriodDateRule = NodeRule<ast::DateText, struct PeriodDate>;
inline constexpr PeriodDateRule period_date = "a date";

// With its unit.
using NumberRule = NodeRule<ast::Number>;
inline constexpr NumberRule number = "a number";

// As the amount of a leeway, also `5%` and `$500`.
using AmountRule = NodeRule<ast::Number, struct Amount>;
inline constexpr AmountRule amount = "a number with its unit";

// Without: the digits of a grade or of a day.
using DigitsRule = PlainRule<std::string, struct Digits>;
inline constexpr DigitsRule digits = "a number";

// Numbers, percentages, money, times, dates, texts, yes and no, unknown.
using LiteralRule = PlainRule<ast::Expr, struct Literal>;
inline constexpr LiteralRule literal = "a value";

BOOST_SPIRIT_DECLARE(NameRule, FieldNameRule, ValueWordRule, ChoiceValueRule, GradeRule, NamesRule,
                     TextRule, UrlRule, DateRule, PeriodDateRule, NumberRule, AmountRule,
                     DigitsRule, LiteralRule)

// In expression.cpp.

using ExpressionRule = PlainRule<ast::Expr, struct Expression>;
inline constexpr ExpressionRule condition = "a condition";
inline constexpr ExpressionRule value = "a value";

// What can be written down without a design: a literal, a word, a range of those, with its sign.
using ConstantRule = PlainRule<ast::Expr, struct Constant>;
inline constexpr ConstantRule constant = "a value";

// A grade or a range of grades: K, 9, 1..3
using GradesRule = PlainRule<ast::Expr, struct Grades>;
inline constexpr GradesRule grades = "a grade";

BOOST_SPIRIT_DECLARE(ExpressionRule, ConstantRule, GradesRule)

// In clause.cpp.

struct ClauseId : Recovers<Level::Clause> {};
using ClauseRule = x3::rule<ClauseId, ast::Clause>;
inline constexpr ClauseRule clause = "a clause";

using AskRule = NodeRule<ast::AskClause>;
inline constexpr AskRule ask_clause = "a question";

struct TestClauseId : Recovers<Level::Clause> {};
using TestClauseRule = x3::rule<TestClauseId, ast::TestClause>;
inline constexpr TestClauseRule test_clause = "a clause";

BOOST_SPIRIT_DECLARE(ClauseRule, AskRule, TestClauseRule)

// In declaration.cpp.

struct DeclarationId : Recovers<Level::Declaration> {};
using DeclarationRule = x3::rule<DeclarationId, ast::Declaration>;
inline constexpr DeclarationRule declaration = "a declaration";

BOOST_SPIRIT_DECLARE(DeclarationRule)

}  // namespace dsl::grammar
