// A text file that the build has put into the program.
#pragma once

#include <string_view>

namespace checker {

struct EmbeddedText {
  std::string_view text;
  std::string_view hash;  // `sha256-...`, as a page's content security policy takes it
};

}  // namespace checker
