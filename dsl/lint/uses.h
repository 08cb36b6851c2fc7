// Private to the folder: which declarations the rules use, and where first.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dsl/program/program.h"

namespace dsl::linting {

// Who needs a fact: a norm, a pack, a definition or a computed fact.
struct Reader {
  std::string name;
  Span span;  // where it reads the fact
};

// Each vector is indexed as the program's table of that name.
struct Uses {
  std::vector<std::optional<Reader>> facts;
  std::vector<bool> parameters;
  std::vector<bool> definitions;
  std::vector<bool> stakeholders;
  std::vector<bool> topics;
};

// Uses by tests do not count, but for the stakeholders that they name.
Uses find_uses(const Program& program);

}  // namespace dsl::linting
