// Parallel work: every piece is done once, and an exception comes to the caller.
#include "dsl/core/parallel.h"

#include <stdexcept>

#include <catch2/catch.hpp>

TEST_CASE("every_piece_of_parallel_work_is_done_once") {
  std::vector<int> times(1'000);
  dsl::for_each_in_parallel(times.size(), 1, [&](std::size_t i) { ++times[i]; });
  CHECK(std::count(times.begin(), times.end(), 1) == 1'000);
}

TEST_CASE("an_exception_of_parallel_work_comes_to_the_caller") {
  const auto work = [](std::size_t i) {
    if (i % 7 == 3) throw std::runtime_error("piece");
  };
  CHECK_THROWS_AS(dsl::for_each_in_parallel(1'000, 1, work), std::runtime_error);
}
