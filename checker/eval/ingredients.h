// What a norm's verdict is made of: everything in the rules that judging it may look at.
#pragma once

#include <cstdint>
#include <vector>

#include "dsl/program/program.h"

namespace checker {

// One flag for each entry of the program's tables.
struct Ingredients {
  std::vector<bool> exprs;
  std::vector<bool> parameters;
  std::vector<bool> definitions;
  std::vector<bool> norms;  // itself and the enablements that may lift it
};

// The norm's conditions and its pack's, those of the enablements that may lift it, and what they
// need: parameters, definitions and facts that are worked out.
Ingredients ingredients_of(dsl::NormId norm, const dsl::Program& program);

}  // namespace checker
