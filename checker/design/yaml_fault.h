// Says in our own words why a YAML text cannot be read, and what to do about it.
#pragma once

#include <cstdint>

#include "checker/design/document_builder.h"
#include "dsl/diagnostics/diagnostics.h"
#include "dsl/text/source_file.h"

namespace checker {

// What the parser stumbled over.
enum class YamlFault : std::uint8_t {
  Tab,  // a tab where indentation is counted
  UnclosedQuote,
  UnclosedBracket,  // from here on
  UnclosedFlow,     // something else where `,` or the closing bracket belongs
  StrayBracket,
  StrayColon,
  StrayDash,
  StrayLine,  // neither a key nor an item where one is due
  BadStart,   // a character that no value begins with
  BadEscape,
  BadBlockText,  // the line of a `|` or `>`
  Anchor,
  Tag,
  Directive,
  SecondDocument,
  Other
};

// `offset` is where the parser stood; `read` is what it had read until then.
void report_yaml_fault(YamlFault fault, std::size_t offset, const dsl::SourceFile& file,
                       const DocumentBuilder& read, dsl::Diagnostics& diagnostics);

}  // namespace checker
