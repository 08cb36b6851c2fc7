// What both readers look at before they read: whether a text is fit to be a document at all.
#pragma once

#include <cstdint>
#include <string_view>

#include "dsl/diagnostics/diagnostics.h"
#include "dsl/text/source_file.h"

namespace checker {

// What to do about a document of more than `kMaxDocumentBytes`.
inline constexpr const char* kTooLongHelp =
    "a design is a page or two of facts; keep long texts in a file of their own";

// Reports a text that is too large, not UTF-8, or has control characters; false when it did.
bool check_document_text(const dsl::SourceFile& file, dsl::Diagnostics& diagnostics);

// The length of the byte order mark at the start, 0 or 3.
std::uint32_t byte_order_mark_length(std::string_view text);

// The span of the character at an offset, empty at the end of the text.
dsl::Span character_at(const dsl::SourceFile& file, std::size_t offset);

}  // namespace checker
