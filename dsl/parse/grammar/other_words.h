// Words of prose and of other languages, and what they are in this one; for messages only.
#pragma once

#include <string>
#include <string_view>

#include "dsl/parse/grammar/help.h"

namespace dsl::grammar {

// The keyword that may be meant by a word that opens nothing; empty: none.
std::string_view keyword_meant(std::string_view word);

// The whole comparison that begins at `it`: `at least`, `>=`.
std::string comparison_at(Iterator it, Iterator end);

// For `found` behind what was read of a condition or a calculation: `greater`, `must`, a comma.
std::string help_in_condition(const Before& before, const Token& found);

// For `found` behind what was read of a clause without one: an `and` between names.
std::string help_after_clause(const Before& before, const Token& found);

}  // namespace dsl::grammar
