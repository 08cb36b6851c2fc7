// An index into the table of the things it names; Id<Norm> and Id<Fact> do not mix.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace dsl {

template <typename T>
struct Id {
  static constexpr std::uint32_t kNone = UINT32_MAX;

  std::uint32_t index = kNone;

  constexpr bool valid() const { return index != kNone; }
  friend auto operator<=>(Id, Id) = default;
};

}  // namespace dsl

template <typename T>
struct std::hash<dsl::Id<T>> {
  std::size_t operator()(dsl::Id<T> id) const noexcept { return id.index; }
};
