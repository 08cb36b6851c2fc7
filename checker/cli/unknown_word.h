// What to say of a word on the command line that is none of those that may stand there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace checker {

// "there is no verdict `conflcit`; did you mean `conflict`? There are `clear` and `conflict`",
// where `lack` is "there is no verdict". Of very many words those that begin with the same names.
std::string unknown_word(std::string_view lack, std::string_view word,
                         const std::vector<std::string>& known);

}  // namespace checker
