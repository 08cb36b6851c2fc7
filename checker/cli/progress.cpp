#include "checker/cli/progress.h"

#include <algorithm>
#include <string>

#include "checker/report/wording.h"
#include <fmt/core.h>

namespace checker {

void Progress::tell(std::uint64_t designs, std::optional<double> share) {
  if (!shows_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  constexpr std::size_t kWidth = 30;
  std::string line = "\r" + counted(designs, "design", "designs");
  if (share) {
    const double part = std::clamp(*share, 0.0, 1.0);
    const auto done = static_cast<std::size_t>(part * kWidth);
    line += fmt::format("  [{}{}] {:.0f}%", std::string(done, '#'), std::string(kWidth - done, '.'),
                        part * 100);
  }
  err_ << line << std::flush;
  is_there_ = true;
}

void Progress::clear() {
  if (!is_there_) return;
  err_ << "\r\x1b[K" << std::flush;
  is_there_ = false;
}

}  // namespace checker
