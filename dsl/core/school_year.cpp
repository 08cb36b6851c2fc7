#include "dsl/core/school_year.h"

namespace dsl {
namespace {

constexpr int kJuly = 7;
constexpr int kJune = 6;
constexpr int kLastGrade = 14;  // the index of grade 12

// The year in which the school year of the date begins.
int first_year(Date date) { return month_of(date) >= kJuly ? year_of(date) : year_of(date) - 1; }

Date day_in(int year, int month, int day) { return make_date(year, month, day).value_or(Date{}); }

std::optional<int> number(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

Date school_year_start(Date date) { return day_in(first_year(date), kJuly, 1); }
Date school_year_end(Date date) { return day_in(first_year(date) + 1, kJune, 30); }

std::optional<SchoolYear> parse_school_year(std::string_view text) {
  constexpr std::size_t kYears = 7;  // 2026-27
  if (!text.starts_with("school") || text.size() < kYears) return std::nullopt;
  const std::string_view years = text.substr(text.size() - kYears);
  const auto first = number(years.substr(0, 4));
  const auto second = number(years.substr(5));
  if (!first || !second || years[4] != '-' || (*first + 1) % 100 != *second) return std::nullopt;
  return SchoolYear{day_in(*first, kJuly, 1), day_in(*first + 1, kJune, 30)};
}

int class_of(Grade grade, Date date) { return first_year(date) + 1 + (kLastGrade - grade.index); }

int ninth_grade_entry(Grade grade, Date date) { return class_of(grade, date) - 4; }

}  // namespace dsl
