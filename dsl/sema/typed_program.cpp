#include "dsl/sema/typed_program.h"

#include <algorithm>

namespace dsl {
namespace {

// Keys are of one type and have an order: numbers, grades, times, dates, choices, texts.
bool is_at_most(const Value& a, const Value& b) {
  return std::visit(
      [&](const auto& left) {
        using T = std::decay_t<decltype(left)>;
        const T* right = std::get_if<T>(&b);
        if (right == nullptr) return false;
        if constexpr (requires { left <= *right; }) {
          return left <= *right;
        } else {
          return left == *right;
        }
      },
      a);
}

}  // namespace

std::vector<ExprId> expressions_of(const Norm& norm) {
  std::vector<ExprId> all = norm.requirements;
  const auto add = [&all](ExprId id) {
    if (id.valid()) all.push_back(id);
  };
  add(norm.applies);
  add(norm.begins_later);
  if (norm.for_each) {
    add(norm.for_each->domain);
    add(norm.for_each->filter);
  }
  for (const Exception& exception : norm.exceptions) add(exception.condition);
  for (const Enforcement& enforcement : norm.enforced) add(enforcement.condition);
  for (const ReliefRoute& relief : norm.reliefs) add(relief.granter.condition);
  add(norm.effect_amount);
  return all;
}

FactId find_field(const TypedProgram& program, FactId list, std::string_view name) {
  for (const FactId field : program.facts[list.index].fields) {
    if (program.facts[field.index].name == name) return field;
  }
  return {};
}

std::vector<ExprId> bodies_of(const Definition& definition) {
  std::vector<ExprId> all;
  if (definition.body.valid()) all.push_back(definition.body);
  for (const Reading& reading : definition.readings) all.push_back(reading.body);
  return all;
}

std::size_t ParameterValue::else_columns() const {
  return static_cast<std::size_t>(
      std::count_if(keys.begin(), keys.end(), [](const TableKey& key) { return key.otherwise; }));
}

TableKey key_of_grades(GradeSet grades) {
  TableKey key;
  for (std::uint8_t i = 0; i < kGradeCount; ++i) {
    if (!grades.contains({i})) continue;
    const bool goes_on =
        !key.ranges.empty() && std::get<Grade>(key.ranges.back().high).index + 1 == i;
    if (goes_on) {
      key.ranges.back().high = Grade{i};
    } else {
      key.ranges.push_back({Grade{i}, Grade{i}});
    }
  }
  return key;
}

bool contains(const TableKey& key, const Value& value) {
  return key.ranges.empty() ||
         std::any_of(key.ranges.begin(), key.ranges.end(), [&](const TableKey::Range& range) {
           return is_at_most(range.low, value) && is_at_most(value, range.high);
         });
}

bool overlap(const TableKey& a, const TableKey& b) {
  if (a.ranges.empty() || b.ranges.empty()) return true;
  for (const TableKey::Range& left : a.ranges) {
    for (const TableKey::Range& right : b.ranges) {
      if (is_at_most(left.low, right.high) && is_at_most(right.low, left.high)) return true;
    }
  }
  return false;
}

const ParameterVersion* version_in_force(const Parameter& parameter, Date date) {
  const auto at =
      std::find_if(parameter.versions.begin(), parameter.versions.end(),
                   [&](const ParameterVersion& each) { return each.period.contains(date); });
  return at == parameter.versions.end() ? nullptr : &*at;
}

}  // namespace dsl
