// Values of a design from the tokens of JSON, exactly as checker/design reads them, or not at all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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

// The values of a choice by their text.
class ChoiceTable {
 public:
  explicit ChoiceTable(const std::vector<std::string>& values);

  // -1: none of them.
  std::int32_t find(std::string_view text) const;

 private:
  std::vector<std::string> values_;
  std::vector<std::int32_t> slots_;  // values or -1; a power of two, half of them empty at least
};

// A token without blanks behind it: `180`, `"8:30"`, `true`, `null`.
TokenValue read_token(std::string_view token, dsl::TypeKind kind, const ChoiceTable* choices);

// What stands between the quotes; nullopt for other tokens and where there are escapes.
std::optional<std::string_view> plain_string(std::string_view token);

// One grade or a run of them, `9` or `9..12`; empty where it is neither.
dsl::GradeSet read_grades(std::string_view text);

// Whether a token that is no string is one of JSON: a number, `true`, `false` or `null`.
bool is_json_scalar(std::string_view token);

}  // namespace checker::batch
