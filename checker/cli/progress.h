// A line on a terminal that tells how far the work is.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <ostream>

namespace checker {

class Progress {
 public:
  // Writes nothing unless it `shows`, which it must not where `err` is no terminal.
  Progress(std::ostream& err, bool shows) : err_(err), shows_(shows) {}

  // Ten times a second at most. `share` is from 0 to 1; nullopt: nobody knows the end.
  void tell(std::uint64_t designs, std::optional<double> share);
  // Takes the line away, for what else is written to the terminal.
  void clear();

 private:
  std::ostream& err_;
  bool shows_;
  bool is_there_ = false;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace checker
