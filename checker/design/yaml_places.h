// Where things end in a YAML text: the parser tells where they begin and what they mean.
#pragma once

#include <cstddef>
#include <string_view>

namespace checker {

// The end of the scalar that begins at `begin` and means `value`, quotes included. Blanks and line
// breaks are folded differently in text and value, so they are passed over on both sides.
// npos when its quote is never closed, which the parser does not always notice.
std::size_t scalar_end(std::string_view text, std::size_t begin, std::string_view value);

// `null`, `~` or another spelling that is written at `begin` as a value or as a key; empty: it was
// left out, and `begin` is where something else stands.
std::string_view written_null(std::string_view text, std::size_t begin, bool is_key);

// Where a value that was left out would stand, for a list's item: at the `-`, `,` or `[` before.
std::size_t place_of_missing_item(std::string_view text, std::size_t next);

// Just behind the first `closer` from here on that stands in no comment; `from` if there is none.
std::size_t flow_end(std::string_view text, std::size_t from, char closer);

// Whether the bracket at `begin` has its counterpart further on.
bool is_closed(std::string_view text, std::size_t begin);

// Passes over blanks, line breaks, comments and the given marks.
std::size_t skip_between(std::string_view text, std::size_t from, std::string_view marks);

// The bounds of the line that an offset lies in, without its line break.
std::size_t line_begin(std::string_view text, std::size_t offset);
std::size_t line_end(std::string_view text, std::size_t offset);

}  // namespace checker
