// Small mistakes that somebody might make in the rules, to see whether a test would notice.
//
// A number, date, clock time or grade of a condition or a parameter is moved by one of its own
// unit, up and down; so is the edge of a grade band of a table; a comparison is turned round or
// loses or gains its boundary; a yes/no is turned round; an exception is dropped; a first or last
// day is moved by a day. Each mutation is one such change, and each leaves a program as well typed
// as before.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "dsl/program/program.h"

namespace checker {

struct Mutation {
  std::string owner;                // the norm, parameter, definition or pack that is changed
  dsl::Span span;                   // what is changed
  std::optional<dsl::Span> within;  // the condition that it is a part of
  std::string from;                 // `180 days per year`, `at least`
  std::string to;                   // `181 days per year`, `more than`
  std::function<void(dsl::TypedProgram&)> apply;
  std::vector<dsl::NormId> affected;  // the norms whose verdict may change
};

// Every mutation of the rules that the verdicts on `norms` are made of, in the order of the text.
std::vector<Mutation> mutations_of(const dsl::Program& program, std::span<const dsl::NormId> norms);

}  // namespace checker
