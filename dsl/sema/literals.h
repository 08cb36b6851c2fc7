// Literals of the rule text as exact values in base units.
#pragma once

#include <optional>

#include "dsl/diagnostics/diagnostics.h"
#include "dsl/sema/scope.h"
#include "dsl/sema/typed_program.h"
#include "dsl/syntax/ast.h"

namespace dsl::sema {

struct TypedConstant {
  Type type;
  Value value;
};

// nullopt after a diagnostic.
std::optional<TypedConstant> number_constant(const ast::Number& number, Scope& scope);
std::optional<TypedConstant> percent_constant(const ast::Percent& percent, Scope& scope);
std::optional<TypedConstant> money_constant(const ast::Money& money, Scope& scope);
std::optional<TypedConstant> time_constant(const ast::TimeText& time, Scope& scope);

// A grade written as a name (`K`) or a bare whole number; nullopt when it is neither, silently.
std::optional<Grade> grade_literal(const ast::Expr& expr);

// Grades and ranges of grades, as in table rows and `for grades`; nullopt after a diagnostic.
std::optional<GradeSet> grade_set(const std::vector<ast::Expr>& exprs, Scope& scope);

// A `9..12` whose ends are both grades; nullopt when they are not, silently. Reports an empty one.
std::optional<GradeSet> grade_range(const ast::Range& range, Scope& scope);

// January is 1; Monday is 0. nullopt when the word is none.
std::optional<int> month_number(std::string_view word);
std::optional<int> weekday_number(std::string_view word);

}  // namespace dsl::sema
