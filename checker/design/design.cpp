#include "checker/design/design.h"

#include <algorithm>
#include <cassert>
#include <string_view>
#include <utility>

#include "checker/design/design_format.h"

namespace checker {
namespace {

// The value of a top-level fact of this type; nullptr when it has none or is not declared.
template <typename T>
const T* find_value(const Design& design, FactId fact) {
  const std::optional<dsl::Value>& value = design.facts[fact.index].value;
  return value ? std::get_if<T>(&*value) : nullptr;
}

std::string_view base_name(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

void refresh_date(const Design& design, const dsl::Program& program, std::string_view key,
                  std::optional<dsl::Date>& date) {
  const FactId fact = program.find_fact(key);
  if (!fact.valid()) return;
  const auto* value = find_value<dsl::Date>(design, fact);
  date = value ? std::optional(*value) : std::nullopt;
}

}  // namespace

bool is_from(const Relief& relief, NormId norm, const dsl::Program& program) {
  if (relief.norm.valid()) return relief.norm == norm;
  const auto& reaching = program.reliefs_for(norm);
  return relief.declared.valid() &&
         std::find(reaching.begin(), reaching.end(), relief.declared) != reaching.end();
}

Design Design::empty(const dsl::Program& program) {
  const std::size_t count = program.typed().facts.size();
  Design design;
  design.facts.resize(count);
  design.tables.resize(count);
  design.lists.resize(count);
  return design;
}

void set_fact(Design& design, const dsl::Program& program, FactId fact, FactValue value) {
  const dsl::Type& type = program.fact(fact).type;
  if (type.kind == dsl::TypeKind::List) {
    assert(value.state != FactState::Stated);
    design.lists[fact.index] = {value.state, {}, value.span};
  } else if (type.by_grade) {
    design.tables[fact.index].by_grade.assign(dsl::kGradeCount, value);
  } else {
    design.facts[fact.index] = std::move(value);
  }
  refresh_header(design, program);
}

void set_fact(Design& design, [[maybe_unused]] const dsl::Program& program, FactId fact,
              dsl::Grade grade, FactValue value) {
  assert(program.fact(fact).type.by_grade);
  auto& table = design.tables[fact.index].by_grade;
  table.resize(dsl::kGradeCount);
  table[grade.index] = std::move(value);
}

void refresh_header(Design& design, const dsl::Program& program) {
  if (const FactId fact = program.find_fact(kNameKey); fact.valid()) {
    const auto* name = find_value<std::string>(design, fact);
    design.name = name ? *name : std::string(base_name(design.file_name));
  }
  refresh_date(design, program, kOpensKey, design.opens);
  refresh_date(design, program, kAsOfKey, design.as_of);
}

}  // namespace checker
