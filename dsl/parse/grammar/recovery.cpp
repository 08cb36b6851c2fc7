#include "dsl/parse/grammar/recovery.h"

#include "dsl/parse/grammar/messages.h"

namespace dsl::grammar {
namespace {

bool opens(Level level, Iterator it, const ParseState& state) {
  if (level == Level::Clause) return seems_to_open_clause(it, state.begin(), state.end());
  const bool fact = level == Level::Fact && match_phrase(it, state.end(), "fact") != nullptr;
  return fact || seems_to_open_declaration(it, state.begin(), state.end());
}

// Goes by tokens, so that neither texts nor comments are taken for lines of their own.
Iterator find_recovery(const ParseState& state, Level level, Iterator from) {
  for (Iterator it = state.start;;) {
    const Iterator next = skip_blanks(it, state.end());
    if (next == state.end()) return it;
    const bool new_line = next >= from && !same_line(it, next);
    if (new_line && opens(level, next, state)) return it;
    it = token_at(next, state.end()).end;
  }
}

}  // namespace

void recover(ParseState& state, Level level, Iterator where, std::string_view expected) {
  report_expected(state, where, expected);
  state.recovery = find_recovery(state, level, where);
}

bool recover_from_unknown(ParseState& state, Place place, Iterator it) {
  if (it == state.end()) return false;
  if (place != Place::Document && opens_declaration(it, state.begin(), state.end())) return false;
  const bool means_declaration = report_unknown(state, place, it);
  state.start = it;
  const bool to_declaration = means_declaration || place == Place::Document;
  state.recovery = find_recovery(state, to_declaration ? Level::Declaration : Level::Clause, it);
  return true;
}

}  // namespace dsl::grammar
