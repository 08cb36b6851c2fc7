// Independent pieces of work on all cores.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace dsl {

// Calls `work(i)` once for each i below `count`, in no order, several at a time, and returns when
// all are done. What two calls both write must not be shared; `work` must not throw. A thread more
// is begun only for each further `least_share` pieces.
template <typename Work>
void for_each_in_parallel(std::size_t count, std::size_t least_share, const Work& work) {
  std::atomic<std::size_t> next = 0;
  const auto run = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  const std::size_t threads =
      std::min<std::size_t>(std::thread::hardware_concurrency(), count / least_share);
  std::vector<std::jthread> helpers;
  for (std::size_t i = 1; i < threads; ++i) helpers.emplace_back(run);
  run();
}

}  // namespace dsl
