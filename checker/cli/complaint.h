// What is wrong with a command line, in our words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

namespace checker {

// With a suggestion where there is one.
std::string complaint(const CLI::App& app, const CLI::ParseError& error, int argc,
                      const char* const* argv);

// "there is no verdict `conflcit`; did you mean `conflict`? There are `clear` and `conflict`",
// where `lack` is "there is no verdict". Of very many words those that begin with the same names.
std::string unknown_word(std::string_view lack, std::string_view word,
                         const std::vector<std::string>& known);

}  // namespace checker
