// What the `with` lines of a rule test set: facts, and records of lists.
#pragma once

#include <optional>

#include "dsl/sema/scope.h"
#include "dsl/sema/typed_test.h"
#include "dsl/syntax/ast.h"

namespace dsl::sema {

// nullopt after a diagnostic.
std::optional<TestFact> check_test_fact(const ast::WithFact& node, Scope& scope);
std::optional<TestRecord> check_test_record(const ast::WithRecord& node, Scope& scope);

}  // namespace dsl::sema
