// Values of a design from the tokens of JSON, exactly as checker/design reads them, or not at all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dsl/program/program.h"

namespace checker::batch {

enum class TokenState : std::uint8_t {
  Other,  // what only the reader of documents can tell, or complain of
  Value,
  Absent,
  Unknown,
};

struct TokenValue {
  TokenState state = TokenState::Other;
  std::int64_t number = 0;  // in steps of the column; of a choice the index; 1 for yes
};

// The values of a choice by their text. `unknown` and `not_applicable` are none in a design.
class ChoiceTable {
 public:
  explicit ChoiceTable(const std::vector<std::string>& values);

  // Of a text with 16 bytes to read from its beginning on. -1: none of the values.
  std::int32_t find(std::string_view text) const;

 private:
  struct Slot {
    std::uint64_t first = 0;  // the first eight bytes, and the second
    std::uint64_t second = 0;
    std::uint32_t length = 0;
    std::int32_t value = -1;
  };

  static Slot words_of(std::string_view text);
  static std::size_t hash(const Slot& slot);

  std::vector<Slot> slots_;  // a power of two, half of them empty at least
  std::vector<std::pair<std::string, std::int32_t>> longer_;  // what has more bytes
};

// A token without blanks behind it: `180`, `"8:30"`, `true`, `null`; 16 bytes can be read from its
// second byte on.
TokenValue read_token(std::string_view token, dsl::TypeKind kind, const ChoiceTable* choices);

// What stands between the quotes; nullopt for other tokens and where there are escapes.
std::optional<std::string_view> plain_string(std::string_view token);

// One grade or a run of them, `9` or `9..12`; empty where it is neither.
dsl::GradeSet read_grades(std::string_view text);

// Whether a token that is no string is one of JSON: a number, `true`, `false` or `null`.
bool is_json_scalar(std::string_view token);

}  // namespace checker::batch
