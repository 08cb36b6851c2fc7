// What Leeway tells a person about a fault in a text: one type for rules and designs alike.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/text/span.h"

namespace dsl {

enum class Severity : std::uint8_t { Error, Warning, Note };

// Every kind of message has a code that stays the same from version to version.
enum class DiagnosticKind : std::uint16_t {
#define DIAGNOSTIC(code, name, severity, message) name,
#include "dsl/diagnostics/kinds.def"
#undef DIAGNOSTIC
};

// A second place that explains the first: "declared here".
struct Label {
  Span span;
  std::string text;
};

struct Diagnostic {
  DiagnosticKind kind{};
  Severity severity = Severity::Error;
  Span span;
  std::string message;
  std::vector<Label> labels;
  std::string help;     // empty when there is nothing to suggest
  std::string details;  // lines already laid out that say more; empty when there are none
};

struct DiagnosticInfo {
  std::string_view code;
  std::string_view name;
  Severity severity;
  std::string_view format;
};

const DiagnosticInfo& info(DiagnosticKind kind);

// All kinds in the order of their codes, for the documentation and its test.
const std::vector<DiagnosticKind>& all_diagnostic_kinds();

}  // namespace dsl
