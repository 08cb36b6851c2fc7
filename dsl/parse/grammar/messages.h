// Errors of the parser in the words of the user; nothing here shows how the grammar is made.
#pragma once

#include <string_view>

#include "dsl/parse/grammar/keywords.h"
#include "dsl/parse/grammar/parse_state.h"

namespace dsl::grammar {

// What the limits on expressions pass as `expected`; they have messages of their own.
inline constexpr std::string_view kTooDeep = "a calculation nested less deeply";
inline constexpr std::string_view kTooLong = "a shorter calculation";
// These are missed where something has been read to its end, and what follows cannot carry it on.
inline constexpr std::string_view kEndOfExpression = "a comparison, `and`, `or` or the end";
inline constexpr std::string_view kOperatorOrEnd =
    "a comparison, `and`, `or` or the end of the clause";
inline constexpr std::string_view kEndOfClause = "the end of the clause";

// `expected` is a phrase such as "a condition" or "`by`"; `where` is right behind what could be
// read.
void report_expected(ParseState& state, Iterator where, std::string_view expected);

// For what stands at `it`, where a clause or declaration of `place` should. True when it is likely
// meant to be a declaration.
bool report_unknown(ParseState& state, Place place, Iterator it);

}  // namespace dsl::grammar
