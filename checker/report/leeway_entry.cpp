#include "checker/report/leeway_entry.h"

#include "checker/eval/fact_path.h"
#include "checker/report/fact_words.h"
#include "checker/report/reach.h"
#include "checker/report/wording.h"

namespace checker {
namespace {

using dsl::Rational;
using dsl::Type;
using dsl::TypeKind;

constexpr int kMinutesPerDay = 1440;
constexpr int kDaysPerYear = 365;

std::optional<Rational> absolute(const Rational& value) {
  return value < Rational(0) ? dsl::negate(value) : std::optional(value);
}

std::optional<Rational> share_of_limit(const Leeway& leeway) {
  if (leeway.limit_type.kind == TypeKind::Time) return dsl::divide(leeway.amount, kMinutesPerDay);
  if (leeway.limit_type.kind == TypeKind::Date) return dsl::divide(leeway.amount, kDaysPerYear);
  const auto* limit = std::get_if<Rational>(&leeway.limit);
  if (limit == nullptr || *limit == Rational(0)) return std::nullopt;
  const auto positive = absolute(*limit);
  return positive ? dsl::divide(leeway.amount, *positive) : std::nullopt;
}

void set_amount(const Leeway& leeway, LeewayEntry& entry) {
  const Distance distance = distance_of(leeway);
  entry.value = distance.value;
  entry.unit = distance.unit.plural;
  const auto size = absolute(leeway.amount).value_or(leeway.amount);
  entry.text = gap_text(leeway, dsl::quantity_in_words(size, distance.unit));
}

// The lines that the compared value was worked out from. A list's own line says nothing where
// lines of its records are there.
std::vector<Location> lines_of(dsl::ExprId expr, const VerdictPart& part,
                               const ReportInput& input) {
  Reach reach(input.program);
  reach.add(expr);
  const auto is_list = [&](const FactReading& reading) {
    return input.program.fact(reading.ref.fact).type.kind == TypeKind::List;
  };
  std::vector<Location> records;
  std::vector<Location> lists;
  for (const FactReading& reading : part.readings) {
    if (!reading.span || !reach.touches(reading.ref.fact)) continue;
    (is_list(reading) ? lists : records).push_back(location_of(*reading.span, input.sources));
  }
  return records.empty() ? lists : records;
}

}  // namespace

std::vector<FactReading> compared_readings(const Leeway& leeway, const VerdictPart& part,
                                           const ReportInput& input) {
  const dsl::TypedExpr& comparison = input.program.expr(leeway.comparison);
  const dsl::TypedExpr& has = input.program.expr(comparison.operands.front());
  std::vector<FactReading> found;
  if (!reads_a_fact(has.op)) return found;
  const FactWords words(input);
  const std::string value = dsl::format_value(leeway.has, leeway.has_type, input.program.types());
  for (const FactReading& reading : part.readings) {
    const bool stated = reading.ref.fact.index == has.index && reading.span.has_value();
    if (stated && words.value(reading) == value) found.push_back(reading);
  }
  return found;
}

LeewayEntry leeway_entry(const Leeway& leeway, const VerdictPart& part, const ReportInput& input) {
  const dsl::TypeTables& types = input.program.types();
  const Type type = shown_type(leeway);
  LeewayEntry entry;
  set_amount(leeway, entry);
  entry.has = dsl::format_value(leeway.has, type, types);
  entry.limit = dsl::format_value(leeway.limit, type, types);
  entry.relation = relation_text(leeway);
  entry.share = share_of_limit(leeway);
  const dsl::TypedExpr& comparison = input.program.expr(leeway.comparison);
  const dsl::ExprId has = comparison.operands.front();
  for (const FactReading& reading : compared_readings(leeway, part, input)) {
    entry.facts.push_back(fact_path(reading.ref, input.program));
    entry.has_from.push_back(location_of(*reading.span, input.sources));
  }
  if (entry.facts.empty()) entry.has_from = lines_of(has, part, input);
  entry.rule = location_of(comparison.span, input.sources);
  return entry;
}

}  // namespace checker
