#include "checker/eval/moved_value.h"

#include <array>
#include <optional>

#include "checker/eval/moved_grades.h"
namespace checker {
namespace {

using dsl::Grade;
using dsl::GradeSet;
using dsl::Rational;
using dsl::TypeKind;
using dsl::Value;

constexpr std::array<int, 2> kBothWays = {1, -1};
constexpr int kMinutesPerDay = 1440;

Rational step_of(const dsl::Type& type, const dsl::TypeTables& types) {
  if (type.kind == TypeKind::Percent) return *Rational::make(1, 100);
  if (type.kind == TypeKind::Quantity) return types.unit(type.unit).scale;
  return 1;
}

std::vector<Value> moved_ends(GradeSet grades) {
  int first = 0;
  int last = dsl::kGradeCount - 1;
  while (first < last && !grades.contains({static_cast<std::uint8_t>(first)})) ++first;
  while (last > first && !grades.contains({static_cast<std::uint8_t>(last)})) --last;
  std::vector<Value> moved;
  if (is_grade_index(first - 1)) moved.emplace_back(with(grades, grade_at(first - 1)));
  if (is_grade_index(last + 1)) moved.emplace_back(with(grades, grade_at(last + 1)));
  if (grades.size() > 1) {
    moved.emplace_back(without(grades, grade_at(first)));
    moved.emplace_back(without(grades, grade_at(last)));
  }
  return moved;
}

std::optional<Value> moved_by(const Value& value, int step, const dsl::Type& type,
                              const dsl::TypeTables& types) {
  if (const auto* number = std::get_if<Rational>(&value)) {
    const auto distance = dsl::multiply(step_of(type, types), step);
    const auto sum = distance ? dsl::add(*number, *distance) : std::nullopt;
    return sum ? std::optional<Value>(*sum) : std::nullopt;
  }
  if (const auto* time = std::get_if<dsl::TimeOfDay>(&value)) {
    const int minutes = time->minutes + step;
    if (minutes < 0 || minutes >= kMinutesPerDay) return std::nullopt;
    return dsl::TimeOfDay{static_cast<std::int16_t>(minutes)};
  }
  if (const auto* date = std::get_if<dsl::Date>(&value)) return dsl::Date{date->days + step};
  if (const auto* grade = std::get_if<Grade>(&value)) {
    const int index = grade->index + step;
    if (is_grade_index(index)) return grade_at(index);
  }
  return std::nullopt;
}

}  // namespace

std::vector<Value> moved_values(const Value& value, const dsl::Type& type,
                                const dsl::TypeTables& types) {
  if (const auto* grades = std::get_if<GradeSet>(&value)) {
    return grades->empty() ? std::vector<Value>{} : moved_ends(*grades);
  }
  std::vector<Value> moved;
  for (const int step : kBothWays) {
    if (auto each = moved_by(value, step, type, types)) moved.push_back(std::move(*each));
  }
  return moved;
}

std::uint32_t moved_day_in_year(dsl::Op op, std::uint32_t day, int step) {
  if (op == dsl::Op::WeekdayInYear) {
    const std::uint32_t weekday = day / 100 % 100;
    const std::uint32_t moved = (weekday + static_cast<std::uint32_t>(7 + step)) % 7;
    return day - weekday * 100 + moved * 100;
  }
  const auto month = static_cast<int>(day / 100);
  const auto number = static_cast<int>(day % 100);
  auto date = dsl::make_date(2001, month, number);
  if (!date) date = dsl::make_date(2001, month, number - 1);  // 29 February
  const dsl::Date moved{date->days + step};
  return static_cast<std::uint32_t>(dsl::month_of(moved) * 100 + dsl::day_of(moved));
}

std::string day_in_year_text(dsl::Op op, std::uint32_t day) {
  static constexpr std::array<const char*, 12> kMonths = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  static constexpr std::array<const char*, 7> kWeekdays = {
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
  static constexpr std::array<const char*, 6> kOrdinals = {"first",  "second", "third",
                                                           "fourth", "fifth",  "last"};
  if (op == dsl::Op::DayInYear) {
    return std::string(kMonths.at(day / 100 - 1)) + " " + std::to_string(day % 100);
  }
  return std::string(kOrdinals.at(day / 10'000 - 1)) + " " + kWeekdays.at(day / 100 % 100) +
         " in " + kMonths.at(day % 100 - 1);
}

}  // namespace checker
