#include "dsl/core/grade.h"

#include <array>
#include <bit>

namespace dsl {
namespace {

constexpr std::array<std::string_view, kGradeCount> kNames = {
    "PK", "TK", "K", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"};

}  // namespace

std::optional<Grade> parse_grade(std::string_view text) {
  for (std::uint8_t i = 0; i < kGradeCount; ++i) {
    if (kNames[i] == text) return Grade{i};
  }
  return std::nullopt;
}

std::string format_grade(Grade grade) { return std::string(kNames[grade.index]); }

GradeSet GradeSet::range(Grade first, Grade last) {
  GradeSet set;
  for (std::uint8_t i = first.index; i <= last.index && i < kGradeCount; ++i) set.insert({i});
  return set;
}

int GradeSet::size() const { return std::popcount(bits_); }

std::string grades_in_words(GradeSet grades) {
  return (grades.size() == 1 ? "grade " : "grades ") + format_grades(grades);
}

std::string format_grades(GradeSet grades) {
  std::string text;
  for (std::uint8_t i = 0; i < kGradeCount; ++i) {
    if (!grades.contains({i})) continue;
    std::uint8_t last = i;
    while (last + 1 < kGradeCount && grades.contains({static_cast<std::uint8_t>(last + 1)})) ++last;
    if (!text.empty()) text += ", ";
    text += kNames[i];
    if (last > i) text += ".." + std::string(kNames[last]);
    i = last;
  }
  return text;
}

}  // namespace dsl
