// What is wrong with a command line, in our words.
#pragma once

#include <string>

#include <CLI/CLI.hpp>

namespace checker {

// With a suggestion where there is one.
std::string complaint(const CLI::App& app, const CLI::ParseError& error, int argc,
                      const char* const* argv);

}  // namespace checker
