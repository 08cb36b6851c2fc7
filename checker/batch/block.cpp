#include "checker/batch/block.h"

#include <algorithm>

namespace checker::batch {
namespace {

// In steps of the column; nullopt where that is no whole number within the limits.
std::optional<std::int64_t> in_steps(const dsl::Rational& value, const Column& column) {
  const auto steps = dsl::divide(value, column.step);
  if (!steps || !steps->is_whole()) return std::nullopt;
  const std::int64_t whole = steps->numerator();
  if (whole >= kLargestNumber || whole <= -kLargestNumber) return std::nullopt;
  return whole;
}

std::optional<std::int64_t> number_of(const dsl::Value& value, const Column& column) {
  if (const auto* time = std::get_if<dsl::TimeOfDay>(&value)) return time->minutes;
  if (const auto* date = std::get_if<dsl::Date>(&value)) return date->days;
  if (const auto* grade = std::get_if<dsl::Grade>(&value)) return grade->index;
  return in_steps(std::get<dsl::Rational>(value), column);
}

// False where the value does not fit.
bool set_value(Block& block, const Column& column, std::size_t place, const dsl::Value& value) {
  switch (column.kind) {
    case ColumnKind::YesNo: block.set_yes_no(column, place, std::get<bool>(value)); return true;
    case ColumnKind::Number: {
      const auto number = number_of(value, column);
      if (number) block.set_number(column, place, *number);
      return number.has_value();
    }
    case ColumnKind::Choice:
      block.set_choice(column, place, std::get<dsl::ChoiceValue>(value).index);
      return true;
    case ColumnKind::ChoiceSet:
      block.set_known(column, place);
      for (const dsl::ChoiceValue member : std::get<dsl::ChoiceSet>(value).members) {
        block.add_member(column, place, member.index);
      }
      return true;
    case ColumnKind::GradeSet: {
      block.set_known(column, place);
      const auto grades = std::get<dsl::GradeSet>(value);
      for (std::uint8_t i = 0; i < dsl::kGradeCount; ++i) {
        if (grades.contains({i})) block.add_member(column, place, i);
      }
      return true;
    }
  }
  return false;
}

const FactValue& fact_of(const Design& design, const Column& column) {
  const FactValue& whole = design.facts[column.fact.index];
  if (column.grade < 0) return whole;
  const GradeTable& table = design.tables[column.fact.index];
  return table.by_grade.empty() ? whole : table.by_grade[static_cast<std::size_t>(column.grade)];
}

}  // namespace

Block::Block(const Layout& layout)
    : masks_(layout.mask_count()), numbers_(layout.number_count() * kBlockDesigns) {}

void Block::clear() { std::fill(masks_.begin(), masks_.end(), Mask{}); }

void Block::forget(std::size_t design) {
  for (Mask& mask : masks_) clear_bit(mask, design);
}

bool fill(Block& block, const Layout& layout, std::size_t place, const Design& design) {
  for (const Column& column : layout.columns()) {
    const FactValue& fact = fact_of(design, column);
    if (fact.state == FactState::Absent || fact.state == FactState::NotApplicable) {
      block.set_absent(column, place);
    } else if (fact.state == FactState::Stated && !set_value(block, column, place, *fact.value)) {
      block.forget(place);
      return false;
    }
  }
  if (!design.reliefs.empty() || !design.approvals.empty() || !design.determinations.empty() ||
      !design.readings.empty()) {
    block.set_records(place);
  }
  return true;
}

}  // namespace checker::batch
