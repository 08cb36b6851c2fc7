// Says in our own words why a JSON text cannot be read, and what to do about it.
#pragma once

#include <cstddef>
#include <string_view>

#include "checker/design/document_builder.h"
#include "dsl/diagnostics/diagnostics.h"
#include "dsl/text/source_file.h"

namespace checker {

// `offset` is the end of what was read without fault, `read` what it gave.
void report_json_fault(std::size_t offset, const dsl::SourceFile& file, const DocumentBuilder& read,
                       dsl::Diagnostics& diagnostics);

// The end of the string that begins at `begin`, and the length of the number that a text begins
// with, 0 if it does not.
std::size_t json_string_end(std::string_view text, std::size_t begin);
std::size_t json_number_length(std::string_view text);

std::size_t skip_json_blanks(std::string_view text, std::size_t from);

}  // namespace checker
