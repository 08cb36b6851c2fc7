// What docs/diagnostics.md says of one code, for `leeway explain-error`. The page itself is the
// source: the build makes a table of it.
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "checker/report/write_text.h"

namespace checker {

struct MessagePage {
  std::string_view code;
  std::string_view text;  // Markdown: the title, an empty line, paragraphs and fenced examples
};

// In the order of the page.
const std::vector<MessagePage>& message_pages();

// The code that is meant: `E0203` for `e0203` and for `error[E0203]`.
std::string message_code(std::string_view text);

// The page of a code, null when there is none.
const MessagePage* find_message_page(std::string_view code);

void write_message_page(std::ostream& out, const MessagePage& page, const TextStyle& style);

}  // namespace checker
