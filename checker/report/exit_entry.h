// How a run ended, as the reports for programs tell it.
#pragma once

#include <string>

namespace checker {

struct ExitEntry {
  int code = 0;
  std::string meaning;  // `conflict`, `undecided`, ...
};

}  // namespace checker
