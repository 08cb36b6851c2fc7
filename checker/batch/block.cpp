#include "checker/batch/block.h"

#include <algorithm>

namespace checker::batch {
namespace {

// False where the value does not fit.
bool set_value(Block& block, const Column& column, std::size_t place, const dsl::Value& value) {
  switch (column.kind) {
    case ColumnKind::YesNo: block.set_yes_no(column, place, std::get<bool>(value)); return true;
    case ColumnKind::Number: {
      const auto number = limit_of(value, column);
      if (!number || !number->is_whole) return false;
      block.set_number(column, place, number->least);
      return true;
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
