// Text for Markdown as GitHub and GitLab render it.
#pragma once

#include <string>
#include <string_view>

namespace checker {

// Text from rules and designs made plain: none of it is markup, a link, a mention of a person or of
// an issue. Names of facts in backticks become code.
std::string markdown_text(std::string_view text);

// As code: fixed width, nothing in it has a meaning.
std::string markdown_code(std::string_view text);

// The text as a link where the address is a page on the web; else the text.
std::string markdown_link(std::string_view text, std::string_view address);

}  // namespace checker
