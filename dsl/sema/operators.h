// The type rules of operators: what compares with what, and what arithmetic yields.
#pragma once

#include <optional>
#include <string_view>

#include "dsl/sema/typed_program.h"

namespace dsl::sema {

// Whether `is` and the orderings may stand between the two.
bool comparable(const Type& left, const Type& right, const TypeTables& tables);

// Whether one value may be more or less than another: numbers, times, dates, grades.
bool has_order(const Type& type);

// The type of a result; nullopt when the operation makes no sense. Interns new units.
std::optional<Type> arithmetic_type(ast::ArithmeticOperator op, const Type& left, const Type& right,
                                    TypeTables& tables);

Op operation(ast::ArithmeticOperator op);

// "add", "multiply": for "cannot add hours and days".
std::string_view arithmetic_verb(ast::ArithmeticOperator op);

// The words of a comparison or a quantifier as a rule file writes them: "at least", "every".
std::string_view operation_words(Op op);

}  // namespace dsl::sema
