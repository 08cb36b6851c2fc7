// Addresses of files and pages as RFC 3986 has them.
#pragma once

#include <string>
#include <string_view>

namespace checker {

// The path as a reference: relative where it is, with `file://` where it is absolute.
std::string file_uri(std::string_view path);

// A page on the web; empty for anything else, so that no link leads elsewhere.
std::string web_uri(std::string_view address);

}  // namespace checker
