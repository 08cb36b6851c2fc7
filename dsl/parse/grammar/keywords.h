// The words of the language: which are reserved, and which open a clause or a declaration.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/parse/grammar/scan.h"

namespace dsl::grammar {

// Where a clause or a declaration may stand; `Facts` are vocabularies, groups and lists.
enum class Place : std::uint16_t {
  Document = 1,
  Pack = 2,
  Stakeholder = 4,
  Parameter = 8,
  Definition = 16,
  Norm = 32,
  Facts = 64,
  Test = 128,
  Relief = 256,
};

// What comes right after an opening word.
enum class Follow : std::uint8_t { Phrase, Name, Text, Address, Expression, Date };

struct Keyword {
  std::string_view word;    // enforced
  std::string_view phrase;  // enforced by
  Follow follow;
  std::uint16_t places;

  bool stands_in(Place place) const { return (places & static_cast<std::uint16_t>(place)) != 0; }
};

std::span<const Keyword> keywords();

// Operator words; no name may be, or begin with, one of them.
bool is_reserved(std::string_view word);

// A unit may be read at `it`: a plain lower-case word that nothing else starts with after a number.
bool unit_starts(Iterator it, Iterator end);

// Words that carry an expression or a clause on: `and`, `includes`, `under`; for suggestions.
const std::vector<std::string>& continuing_words();

// What `it` opens for certain: the first word of its line is a keyword and what follows on that
// line suits it. A name is not read there, so that `require` without a condition is noticed on its
// line.
bool opens_clause(Iterator it, Iterator begin, Iterator end);

// What has been read may end before `it`: with the text, at a line that does not carry it on, or
// at the words of a clause or declaration on the same line.
bool may_end_clause(Iterator it, Iterator begin, Iterator end);

// What `it` seems to open; good enough to go on reading there after an error.
bool seems_to_open_clause(Iterator it, Iterator begin, Iterator end);
bool opens_declaration(Iterator it, Iterator begin, Iterator end);
bool seems_to_open_declaration(Iterator it, Iterator begin, Iterator end);

}  // namespace dsl::grammar
