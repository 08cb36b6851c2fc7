// A block of designs, and one bit for each of them.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace checker::batch {

// Large enough that the cost of an instruction is shared by many designs, small enough that a
// block's columns and conditions stay near the processor.
inline constexpr std::size_t kBlockDesigns = 512;
inline constexpr std::size_t kWordBits = 64;
inline constexpr std::size_t kWords = kBlockDesigns / kWordBits;

using Mask = std::array<std::uint64_t, kWords>;

inline void set_bit(Mask& mask, std::size_t i) {
  mask[i / kWordBits] |= std::uint64_t{1} << (i % kWordBits);
}
inline void clear_bit(Mask& mask, std::size_t i) {
  mask[i / kWordBits] &= ~(std::uint64_t{1} << (i % kWordBits));
}
inline bool has_bit(const Mask& mask, std::size_t i) {
  return ((mask[i / kWordBits] >> (i % kWordBits)) & 1U) != 0;
}
inline void join(Mask& into, const Mask& mask) {
  for (std::size_t w = 0; w < kWords; ++w) into[w] |= mask[w];
}
inline std::uint64_t count_bits(const Mask& mask) {
  std::uint64_t count = 0;
  for (const std::uint64_t word : mask) count += static_cast<std::uint64_t>(std::popcount(word));
  return count;
}

// Calls `use(i)` for each bit that is set, from the lowest on.
template <typename Use>
void for_each_bit(const Mask& mask, const Use& use) {
  for (std::size_t w = 0; w < kWords; ++w) {
    for (std::uint64_t word = mask[w]; word != 0; word &= word - 1) {
      use(w * kWordBits + static_cast<std::size_t>(__builtin_ctzll(word)));
    }
  }
}

}  // namespace checker::batch
