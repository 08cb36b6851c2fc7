// The class that types one expression; private to dsl/sema, each part in a file by subject.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dsl/sema/check_expression.h"
#include "dsl/sema/literals.h"

namespace dsl::sema {

// nullopt after a diagnostic.
using Checked = std::optional<ExprId>;
// The type that the surroundings ask for.
using Hint = std::optional<Type>;

// The name of the date whose law is applied; no fact can have it.
inline constexpr std::string_view kAsOfDate = "as_of_date";

// What one member of a list or set is.
Type element_type(const Type& type);

class ExpressionChecker {
 public:
  ExpressionChecker(ExpressionContext& context, Scope& scope) : context_(context), scope_(scope) {}

  Checked check(const ast::Expr& expr, const Hint& hint);
  Checked condition(const ast::Expr& expr);
  Checked value(const ast::Expr& expr, const Type& type);
  void report_wrong_type(ExprId id, const Type& wanted);

  Type type_of(ExprId id) const { return scope_.program.exprs[id.index].type; }

 private:
  // What a quantifier or an aggregate is made of; filter and body may be left out.
  struct Loop {
    ExprId list;
    ExprId filter;
    ExprId body;
    std::uint32_t slot = 0;
  };

  struct Pair {
    ExprId left;
    ExprId right;
  };

  Diagnostics& diagnostics() { return scope_.diagnostics; }
  TypeTables& tables() { return scope_.program.types; }
  Span span_of(ExprId id) const { return scope_.program.exprs[id.index].span; }

  ExprId add(Op op, const Type& type, Span span, std::vector<ExprId> operands = {},
             std::uint32_t index = 0);
  ExprId constant(const Type& type, Span span, Value value);
  Checked constant(const std::optional<TypedConstant>& constant_value, Span span);
  bool is_bare_number(ExprId id) const;
  void report_missing_unit(ExprId id, const Type& wanted);

  // Literals.

  Checked visit(const ast::Number& node, const Hint& hint);
  Checked visit(const ast::Percent& node, const Hint&);
  Checked visit(const ast::Money& node, const Hint&);
  Checked visit(const ast::TimeText& node, const Hint&);
  Checked visit(const ast::DateText& node, const Hint&);
  Checked visit(const ast::Text& node, const Hint&);
  Checked visit(const ast::Boolean& node, const Hint&);
  Checked visit(const ast::UnknownLiteral& node, const Hint& hint);
  Checked choice_range(const ast::Range& node, const Type& hint);
  Checked visit(const ast::Range& node, const Hint& hint);

  // Names.

  const Variable* find_variable(std::string_view name) const;
  Checked choice_value(const ast::Name& node, const Type& hint);
  Checked hinted_name(const ast::Name& node, const Type& hint);
  Checked field(ExprId record, FactId list, const ast::Name& node, std::string_view name,
                const ast::Expr* grade);
  Checked missing_grade(const ast::Name& node);
  // `block.kind` where `block` is a variable; nullopt when the name is something else.
  std::optional<Checked> variable_or_field(const ast::Name& node, const ast::Expr* grade);
  Checked visit(const ast::Name& node, const Hint& hint);
  void report_unknown_name(const ast::Name& node, const Hint& hint);
  // For a name that resembles none.
  std::string help_for_unknown_name(const std::string& name, const Hint& hint);

  // Calls.

  Checked visit(const ast::Call& node, const Hint&);
  Checked call_parameter(const ast::Call& node, ParameterId id);
  Checked call_definition(const ast::Call& node, DefinitionId id);
  Checked call_fact(const ast::Call& node, FactId id);
  bool check_count(const ast::Call& node, std::size_t wanted);

  // Judgment.

  Checked visit(const ast::JudgedBy& node, const Hint&);
  Checked visit(const ast::VerdictOf& node, const Hint&);

  // Logic.

  Checked visit(const ast::Not& node, const Hint&);
  Checked visit(const ast::And& node, const Hint&);
  Checked visit(const ast::Or& node, const Hint&);
  Checked connective(Op op, const std::vector<ast::Expr>& operands, Span span);
  Checked visit(const ast::Conditional& node, const Hint& hint);

  // Arithmetic.

  Checked visit(const ast::Negative& node, const Hint& hint);
  Checked visit(const ast::Arithmetic& node, const Hint&);
  // `calendar.first-day`, which is no difference; true after a diagnostic.
  bool is_name_with_hyphen(const ast::Arithmetic& node);
  Checked visit(const ast::Extreme& node, const Hint& hint);
  // `DATE + 2 months rounded down`; nullopt when it is no such calculation.
  std::optional<Checked> month_calculation(const ast::Arithmetic& node, ExprId date, ExprId amount);

  // Comparison.

  // A bare word or number may mean a choice, a grade or a name: the other side says which.
  bool needs_hint(const ast::Expr& expr);
  // Both sides of a comparison of like with like, each lending the other its type.
  std::optional<Pair> pair(const ast::Expr& left, const ast::Expr& right);
  Checked visit(const ast::Comparison& node, const Hint&);
  bool check_comparable(const Pair& both);
  std::string help_for_units(const Pair& both);
  std::string help_for_kinds(const Pair& both);
  Checked ordering(Op op, const ast::Comparison& node);
  Checked equality(Op op, const ast::Comparison& node);
  Checked set_operand(const ast::Expr& expr, std::string_view word);
  Checked inclusion(Op op, const ast::Comparison& node);
  // False after a diagnostic: `9-12` where grades are meant.
  bool may_be_grades(ExprId left, const ast::Expr& right);
  Checked overlap(const ast::Comparison& node);
  Checked within(const ast::Comparison& node);
  Checked between(ExprId operand, const ast::Expr& low, const ast::Expr& high, Span span,
                  std::uint32_t written_within = 0);
  Checked visit(const ast::Between& node, const Hint&);
  Checked visit(const ast::OneOf& node, const Hint&);
  Checked visit(const ast::Presence& node, const Hint&);

  // Lists.

  // The list or set that a variable runs over; the name of a choice means all its values.
  Checked domain(const ast::Name& name);
  // Binds the variable, checks the filter and then the body within it.
  std::optional<Loop> loop(const ast::Name& variable, const ast::Name& list,
                           const std::optional<Box<ast::Expr>>& filter,
                           const std::function<bool(ExprId&)>& check_body);
  Checked visit(const ast::Quantifier& node, const Hint&);
  Checked visit(const ast::Aggregate& node, const Hint&);
  Checked visit(const ast::CountOf& node, const Hint&);
  // A number to add up; reports anything else.
  Checked summand(const ast::Expr& expr);
  Checked visit(const ast::Window& node, const Hint&);
  Checked visit(const ast::Share& node, const Hint&);
  Checked visit(const ast::ShareOf& node, const Hint&);
  // The loops over what counts and over all, divided.
  Checked share(Op op, const Loop& loop, const std::optional<ExprId>& base, const Type& type,
                Span span);
  Checked visit(const ast::SizeOf& node, const Hint&);

  // Dates.

  Checked visit(const ast::YearOf& node, const Hint&);
  std::optional<int> month(const ast::Name& name);
  std::optional<int> weekday(const ast::Name& name);
  Checked visit(const ast::DayInYear& node, const Hint&);
  Checked visit(const ast::WeekdayInYear& node, const Hint&);
  Checked visit(const ast::ClassOf& node, const Hint&);
  Checked visit(const ast::SchoolYearEdge& node, const Hint&);
  Checked visit(const ast::NearestWeekday& node, const Hint&);

  ExpressionContext& context_;
  Scope& scope_;
};

}  // namespace dsl::sema
