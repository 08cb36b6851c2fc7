// School grades in their order, PK, TK, K, 1 to 12, and sets of them.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dsl {

inline constexpr int kGradeCount = 15;

// 0 is PK, 1 is TK, 2 is K, 3 to 14 are grades 1 to 12.
struct Grade {
  std::uint8_t index = 0;

  friend auto operator<=>(Grade, Grade) = default;
};

// `PK`, `TK`, `K`, `1` to `12`.
std::optional<Grade> parse_grade(std::string_view text);
std::string format_grade(Grade grade);

class GradeSet {
 public:
  constexpr GradeSet() = default;
  static constexpr GradeSet from_bits(std::uint16_t bits) {
    GradeSet set;
    set.bits_ = bits;
    return set;
  }
  // Both ends included; empty when last comes before first.
  static GradeSet range(Grade first, Grade last);

  constexpr void insert(Grade grade) {
    bits_ = static_cast<std::uint16_t>(bits_ | (1U << grade.index));
  }
  constexpr void erase(Grade grade) {
    bits_ = static_cast<std::uint16_t>(bits_ & ~(1U << grade.index));
  }
  constexpr bool contains(Grade grade) const { return ((bits_ >> grade.index) & 1U) != 0; }
  constexpr bool contains_all(GradeSet other) const { return (other.bits_ & ~bits_) == 0; }
  constexpr bool overlaps(GradeSet other) const { return (other.bits_ & bits_) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  int size() const;
  constexpr std::uint16_t bits() const { return bits_; }

  friend bool operator==(GradeSet, GradeSet) = default;

 private:
  std::uint16_t bits_ = 0;
};

// "grade 9", "grades 9..12".
std::string grades_in_words(GradeSet grades);

// `9..12`; several runs joined by commas: `K, 3..5`. A single grade stands alone.
std::string format_grades(GradeSet grades);

}  // namespace dsl
