#include "checker/eval/table_lookup.h"

#include <algorithm>

namespace checker {
namespace {

using dsl::Value;

// An unknown key fits every row.
bool fits(const dsl::ParameterValue& row, const std::vector<std::optional<Value>>& keys) {
  for (std::size_t i = 0; i < row.keys.size(); ++i) {
    if (keys[i] && !contains(row.keys[i], *keys[i])) return false;
  }
  return true;
}

// Whether the row is for whatever the unknown keys are.
bool takes_any(const dsl::ParameterValue& row, const std::vector<std::optional<Value>>& keys) {
  for (std::size_t i = 0; i < row.keys.size(); ++i) {
    if (!keys[i] && !row.keys[i].ranges.empty()) return false;
  }
  return true;
}

}  // namespace

const Value* TableLookup::value_for(std::vector<std::optional<Value>> keys) const {
  const auto unknown =
      std::find_if(keys.begin(), keys.end(), [](const auto& key) { return !key.has_value(); });
  if (unknown == keys.end()) {
    const dsl::ParameterValue* row = row_for(keys);
    return row == nullptr ? nullptr : &row->value;
  }
  const std::vector<Value> possible =
      possible_keys(static_cast<std::size_t>(unknown - keys.begin()));
  if (possible.empty()) return value_of_all(keys);
  const Value* common = nullptr;
  for (const Value& key : possible) {
    *unknown = key;
    const Value* value = value_for(keys);
    if (value == nullptr || (common != nullptr && *value != *common)) return nullptr;
    common = value;
  }
  return common;
}

const dsl::ParameterValue* TableLookup::row_for(
    const std::vector<std::optional<Value>>& keys) const {
  const dsl::ParameterValue* found = nullptr;
  for (const dsl::ParameterValue& row : version_.values) {
    if (!fits(row, keys)) continue;
    if (found == nullptr || row.else_columns() < found->else_columns()) found = &row;
  }
  return found;
}

std::vector<Value> TableLookup::possible_keys(std::size_t column) const {
  std::vector<Value> keys;
  const dsl::Type& type = parameter_.keys[column];
  switch (type.kind) {
    case dsl::TypeKind::Boolean: return {false, true};
    case dsl::TypeKind::Grade:
      for (std::uint8_t i = 0; i < dsl::kGradeCount; ++i) keys.emplace_back(dsl::Grade{i});
      return keys;
    case dsl::TypeKind::Choice:
      for (std::uint16_t i = 0; i < types_.choice(type.choice).values.size(); ++i) {
        keys.emplace_back(dsl::ChoiceValue{i});
      }
      return keys;
    default: return keys;
  }
}

const Value* TableLookup::value_of_all(const std::vector<std::optional<Value>>& keys) const {
  const Value* common = nullptr;
  bool covered = false;
  for (const dsl::ParameterValue& row : version_.values) {
    if (!fits(row, keys)) continue;
    if (common != nullptr && row.value != *common) return nullptr;
    common = &row.value;
    covered = covered || takes_any(row, keys);
  }
  return covered ? common : nullptr;
}

}  // namespace checker
