// Tokens that are wrong wherever they stand: `180days`, an unclosed text, `==`.
#pragma once

#include <optional>
#include <string>

#include "dsl/diagnostics/diagnostic.h"
#include "dsl/parse/grammar/scan.h"

namespace dsl::grammar {

struct Fault {
  DiagnosticKind kind{};
  Iterator begin = nullptr;
  Iterator end = nullptr;
  std::string argument;  // what fills the kind's message
  std::string help;
};

// `begin` and `end` are those of the whole text.
std::optional<Fault> find_fault(const Token& token, Iterator begin, Iterator end);

}  // namespace dsl::grammar
