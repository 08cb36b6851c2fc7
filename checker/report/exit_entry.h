// How a run ended, as the reports for programs tell it.
#pragma once

#include <string>

namespace checker {

struct ExitEntry {
  int code = 0;
  std::string meaning;    // `conflict`, `undecided`, ...
  std::string line = {};  // the same for people: "exit 1: at least one conflict"
};

}  // namespace checker
