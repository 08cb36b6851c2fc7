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

void set_all(GradeTable& table, const FactValue& value) {
  table.by_grade.assign(dsl::kGradeCount, value);
}

void set_one(GradeTable& table, dsl::Grade grade, FactValue value) {
  table.by_grade.resize(dsl::kGradeCount);
  table.by_grade[grade.index] = std::move(value);
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

void set_fact(Design& design, const dsl::Program& program, FactId fact,
              std::optional<dsl::Grade> grade, FactValue value) {
  const dsl::Type& type = program.fact(fact).type;
  assert(type.by_grade || !grade);
  if (grade) {
    set_one(design.tables[fact.index], *grade, std::move(value));
    return;
  }
  if (type.kind == dsl::TypeKind::List) {
    design.lists[fact.index] = {value.state, {}, value.span};
  } else if (type.by_grade) {
    set_all(design.tables[fact.index], value);
  } else {
    design.facts[fact.index] = std::move(value);
  }
  refresh_header(design, program);
}

RecordFacts empty_record(const dsl::Program& program, FactId list) {
  const std::size_t count = program.fact(list).fields.size();
  RecordFacts record;
  record.fields.resize(count);
  record.tables.resize(count);
  return record;
}

void set_field(RecordFacts& record, const dsl::Program& program, FactId field,
               std::optional<dsl::Grade> grade, FactValue value) {
  const dsl::FactDeclaration& declaration = program.fact(field);
  if (!declaration.type.by_grade) {
    record.fields[declaration.position] = std::move(value);
  } else if (grade) {
    set_one(record.tables[declaration.position], *grade, std::move(value));
  } else {
    set_all(record.tables[declaration.position], value);
  }
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
