#include "dsl/sema/type.h"

#include <algorithm>
#include <utility>

#include "dsl/diagnostics/suggest.h"

namespace dsl {
namespace {

struct ValueFormatter {
  const Type& type;
  const TypeTables& tables;

  std::string operator()(bool value) const { return value ? "yes" : "no"; }
  std::string operator()(const Rational& value) const {
    switch (type.kind) {
      case TypeKind::Quantity: return quantity_in_words(value, tables.unit(type.unit));
      case TypeKind::Percent:
        if (const auto percent = multiply(value, 100)) return format_for_people(*percent) + "%";
        return format_for_people(value);
      default: return format_for_people(value);
    }
  }
  std::string operator()(TimeOfDay value) const { return format_time_of_day(value); }
  std::string operator()(Date value) const { return format_date(value); }
  std::string operator()(Grade value) const { return "grade " + format_grade(value); }
  std::string operator()(GradeSet value) const {
    if (value.empty()) return "no grades";
    return (value.size() == 1 ? "grade " : "grades ") + format_grades(value);
  }
  std::string operator()(ChoiceValue value) const {
    return type.choice.valid() ? tables.choice(type.choice).values[value.index] : "?";
  }
  std::string operator()(const ChoiceSet& value) const {
    std::string text;
    for (const ChoiceValue member : value.members) {
      text += (text.empty() ? "" : ", ") + (*this)(member);
    }
    return text.empty() ? "none" : text;
  }
  std::string operator()(const std::string& value) const { return value; }
  std::string operator()(const TextSet& value) const {
    std::string text;
    for (const std::string& member : value.members) text += (text.empty() ? "" : ", ") + member;
    return text.empty() ? "none" : text;
  }
  std::string operator()(RecordValue value) const {
    return "record " + std::to_string(value.item + 1);
  }
};

std::string element_name(const Type& type, const TypeTables& tables) {
  switch (type.kind) {
    case TypeKind::Boolean: return "yes/no";
    case TypeKind::Count: return "count";
    case TypeKind::Ratio: return "ratio";
    case TypeKind::Percent: return "percent";
    case TypeKind::Quantity: {
      const std::string& unit = tables.unit(type.unit).plural;
      if (unit == "dollars") return "money";
      return unit == "years old" ? "age" : unit;
    }
    case TypeKind::Time: return "time";
    case TypeKind::Date: return "date";
    case TypeKind::Grade: return "grade";
    case TypeKind::Text: return "text";
    case TypeKind::Norm: return "norm";
    case TypeKind::Stakeholder: return "stakeholder";
    case TypeKind::Choice: {
      const ChoiceDeclaration& choice = tables.choice(type.choice);
      if (!choice.is_inline) return choice.name;
      std::string text = "one of ";
      for (std::size_t i = 0; i < choice.values.size(); ++i) {
        text += (i == 0 ? "" : ", ") + choice.values[i];
      }
      return text;
    }
    case TypeKind::Record: return "record";
    case TypeKind::List: return "list";
    case TypeKind::Unknown: return "unknown";
  }
  return {};
}

std::string describe_element(const Type& type, const TypeTables& tables) {
  switch (type.kind) {
    case TypeKind::Boolean: return "yes or no";
    case TypeKind::Count: return "a count";
    case TypeKind::Ratio: return "a ratio";
    case TypeKind::Percent: return "a percentage";
    case TypeKind::Quantity: return tables.unit(type.unit).plural;
    case TypeKind::Time: return "a time of day";
    case TypeKind::Date: return "a date";
    case TypeKind::Grade: return "a grade";
    case TypeKind::Text: return "a text";
    case TypeKind::Norm: return "the name of a norm";
    case TypeKind::Stakeholder: return "the name of a stakeholder";
    case TypeKind::Choice: {
      const ChoiceDeclaration& choice = tables.choice(type.choice);
      if (!choice.is_inline) return "a value of `" + choice.name + "`";
      return "one of " + list_words(choice.values, 6);
    }
    case TypeKind::Record: return "a record";
    case TypeKind::List: return "a list";
    case TypeKind::Unknown: return "`unknown`";
  }
  return {};
}

}  // namespace

std::optional<std::uint16_t> ChoiceDeclaration::find(std::string_view value) const {
  const auto at = std::find(values.begin(), values.end(), value);
  if (at == values.end()) return std::nullopt;
  return static_cast<std::uint16_t>(at - values.begin());
}

UnitId TypeTables::intern(const Unit& unit) {
  const auto at = std::find(units.begin(), units.end(), unit);
  if (at != units.end()) return {static_cast<std::uint32_t>(at - units.begin())};
  units.push_back(unit);
  return {static_cast<std::uint32_t>(units.size() - 1)};
}

std::string describe(const Type& type, const TypeTables& tables) {
  std::string text = describe_element(type, tables);
  if (type.is_set) {
    text =
        type.kind == TypeKind::Grade ? "a set of grades" : "a set of " + element_name(type, tables);
  }
  return type.by_grade ? "a table by grade of " + text : text;
}

std::string type_name(const Type& type, const TypeTables& tables) {
  std::string text = element_name(type, tables);
  if (type.is_set) text = "set of " + text;
  return type.by_grade ? text + " by grade" : text;
}

std::string format_value(const Value& value, const Type& type, const TypeTables& tables) {
  return std::visit(ValueFormatter{type, tables}, value);
}

}  // namespace dsl
