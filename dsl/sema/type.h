// The static types of the language, and how messages speak of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/core/id.h"
#include "dsl/core/unit.h"
#include "dsl/core/value.h"
#include "dsl/text/span.h"

namespace dsl {

struct ChoiceDeclaration;
struct FactDeclaration;
using ChoiceId = Id<ChoiceDeclaration>;
using FactId = Id<FactDeclaration>;
using UnitId = Id<Unit>;

enum class TypeKind : std::uint8_t {
  Boolean,
  Count,  // a number of things, and a bare number
  Ratio,  // a count over a count: compares with counts and with percents
  Percent,
  Quantity,  // a number with a unit
  Time,
  Date,
  Grade,
  Text,
  Norm,
  Stakeholder,
  Choice,
  Record,  // one record of a list
  List,
  Unknown,  // the literal `unknown`, which takes the type of what it meets
};

struct Type {
  TypeKind kind = TypeKind::Boolean;
  bool is_set = false;
  bool by_grade = false;
  UnitId unit = {};      // Quantity
  ChoiceId choice = {};  // Choice
  FactId list = {};      // Record, List

  friend bool operator==(const Type&, const Type&) = default;
};

constexpr bool is_number(const Type& type) {
  return !type.is_set && (type.kind == TypeKind::Count || type.kind == TypeKind::Ratio ||
                          type.kind == TypeKind::Percent || type.kind == TypeKind::Quantity);
}

// A closed list of values. Inline `one of` types have one too, named after their fact.
struct ChoiceDeclaration {
  std::string name;
  std::string title;
  Span span;
  std::vector<std::string> values;
  bool is_inline = false;

  // The index of a value; nullopt when it is none of them.
  std::optional<std::uint16_t> find(std::string_view value) const;
};

// What types refer to; part of a TypedProgram.
struct TypeTables {
  UnitTable unit_words;
  std::vector<Unit> units;
  std::vector<ChoiceDeclaration> choices;

  UnitId intern(const Unit& unit);
  const Unit& unit(UnitId id) const { return units[id.index]; }
  const ChoiceDeclaration& choice(ChoiceId id) const { return choices[id.index]; }
};

// "minutes per year", "a count", "a set of grades", "one of `a`, `b` and `c`".
std::string describe(const Type& type, const TypeTables& tables);

// The type's name as a rule file writes it: `minutes per year`, `set of grade`, `yes/no`.
std::string type_name(const Type& type, const TypeTables& tables);

// A value as people read it: `54,000 minutes per year`, `8:30 am`, `grades 9..12`, `charter`,
// `yes`.
std::string format_value(const Value& value, const Type& type, const TypeTables& tables);

}  // namespace dsl
