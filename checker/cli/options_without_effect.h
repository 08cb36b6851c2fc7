// Which options of `leeway check` say nothing beside each other.
#pragma once

#include <string>

#include "checker/cli/command_line.h"
#include <CLI/CLI.hpp>

namespace checker {

// What of the options that were given would have no effect, and what to do instead; empty where all
// have one. `verb` has parsed the command.
std::string idle_combination(const CLI::App& verb, const CheckCommand& command);

}  // namespace checker
