// The dated tables of parameters: what each row is for, and which value is in force when.
#pragma once

#include "dsl/sema/scope.h"

namespace dsl::sema {

// Fills the versions of a parameter whose type and columns are known. Reports rows that do not
// suit the columns, values of other types, and rows or versions that overlap.
void check_values(const ast::ParameterDecl& declaration, Parameter& parameter, Scope& scope);

}  // namespace dsl::sema
