// Independent pieces of work on all cores.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace dsl {

// Calls `work(i)` once for each i below `count`, in no order, several at a time, and returns when
// all are done. What two calls both write must not be shared. A thread more is begun only for each
// further `least_share` pieces. An exception of `work` leaves the rest undone and comes to the
// caller, the first one where there are several.
template <typename Work>
void for_each_in_parallel(std::size_t count, std::size_t least_share, const Work& work) {
  std::atomic<std::size_t> next = 0;
  std::exception_ptr failure;
  std::once_flag failed;
  const auto run = [&]() noexcept {
    try {
      for (std::size_t i = next++; i < count; i = next++) work(i);
    } catch (...) {
      next = count;
      std::call_once(failed, [&] { failure = std::current_exception(); });
    }
  };
  {
    const std::size_t threads =
        std::min<std::size_t>(std::thread::hardware_concurrency(), count / least_share);
    std::vector<std::jthread> helpers;
    try {
      for (std::size_t i = 1; i < threads; ++i) helpers.emplace_back(run);
    } catch (const std::system_error&) {
      // The system gives no more threads: those that there are do all of it.
    }
    run();
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace dsl
