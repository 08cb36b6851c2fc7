// After an error: where to go on. Called from the grammar's error handlers.
#pragma once

#include <string_view>

#include "dsl/parse/grammar/keywords.h"
#include "dsl/parse/grammar/parse_state.h"

namespace dsl::grammar {

// How far to skip: to the next clause or fact, to the next fact, to the next declaration.
enum class Level { Clause, Fact, Declaration };

// Reports that `expected` is missing at `where` and notes in the state that reading goes on at the
// next line that opens something of the level, or a declaration.
void recover(ParseState& state, Level level, Iterator where, std::string_view expected);

// Reports that what stands at `it` belongs in no `place`, and notes where reading goes on. Does
// nothing and returns false where the text ends or a declaration starts.
bool recover_from_unknown(ParseState& state, Place place, Iterator it);

}  // namespace dsl::grammar
