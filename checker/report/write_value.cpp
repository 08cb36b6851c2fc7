#include "checker/report/write_value.h"

namespace checker {
namespace {

using dsl::Rational;
using dsl::TypeKind;

std::string plain_number(const Rational& value, const dsl::Type& type,
                         const dsl::Program& program) {
  if (type.kind == TypeKind::Percent) {
    return dsl::format_exact(dsl::multiply(value, 100).value_or(value)) + "%";
  }
  if (type.kind != TypeKind::Quantity) return dsl::format_exact(value);
  const dsl::Unit& unit = program.types().unit(type.unit);
  const Rational shown = dsl::divide(value, unit.scale).value_or(value);
  const bool one = shown == Rational(1) || shown == Rational(-1);
  return dsl::format_exact(shown) + " " + (one ? unit.singular : unit.plural);
}

}  // namespace

std::string plain_value(const Evaluated& result, const dsl::Type& type, const dsl::Program& program,
                        const Design& design) {
  if (result.absent) return "absent";
  if (!result.value) return "unknown";
  const dsl::Value& value = *result.value;
  if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
  if (const auto* number = std::get_if<Rational>(&value)) {
    return plain_number(*number, type, program);
  }
  if (const auto* grade = std::get_if<dsl::Grade>(&value)) return dsl::format_grade(*grade);
  if (const auto* grades = std::get_if<dsl::GradeSet>(&value)) {
    return grades->empty() ? "none" : dsl::format_grades(*grades);
  }
  if (type.kind == TypeKind::List) {
    const auto count = design.lists[std::get<dsl::RecordValue>(value).list].records.size();
    return std::to_string(count) + (count == 1 ? " record" : " records");
  }
  return dsl::format_value(value, type, program.types());
}

}  // namespace checker
