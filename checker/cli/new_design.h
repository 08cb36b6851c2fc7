// The design that a leader begins with: every fact that some norm reads, none of them known yet.
#pragma once

#include <string>
#include <string_view>

#include "dsl/program/program.h"

namespace checker {

// A YAML document: groups and lists in the order of what most norms read, each fact with its
// meaning, its question and what may stand in the place of `unknown`.
std::string write_new_design(std::string_view name, const dsl::Program& program);

}  // namespace checker
