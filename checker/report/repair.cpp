#include "checker/report/repair.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "checker/eval/consistency.h"
#include "checker/eval/evaluate.h"
#include "checker/report/leeway_entry.h"
#include "checker/report/write_value.h"

namespace checker {
namespace {

// Whether the text is a number without its unit, which is then the fact's own.
bool is_bare_number(std::string_view text) {
  return text.find_first_not_of("0123456789._") == std::string_view::npos;
}

// The limit in the form of what stands in the design: a number alone, in quotes, or neither.
std::string in_form_of(std::string_view original, const std::string& limit) {
  if (is_bare_number(original)) return limit.substr(0, limit.find(' '));
  const char quote = original.front();
  if (quote == '"' || quote == '\'') return quote + limit + quote;
  return limit;
}

bool is_one_place(const std::vector<FactReading>& readings) {
  return !readings.empty() &&
         std::all_of(readings.begin(), readings.end(), [&](const FactReading& reading) {
           return reading.span == readings.front().span;
         });
}

void set_value(Design& design, const dsl::Program& program, const FactRef& ref,
               const dsl::Value& value) {
  std::optional<dsl::Grade> grade;
  if (ref.grade >= 0) grade = dsl::Grade{static_cast<std::uint8_t>(ref.grade)};
  const dsl::FactId list = program.fact(ref.fact).owner;
  if (!list.valid())
    return set_fact(design, program, ref.fact, grade, {FactState::Stated, value, {}});
  RecordFacts& record = design.lists[list.index].records[static_cast<std::size_t>(ref.item)];
  set_field(record, program, ref.fact, grade, {FactState::Stated, value, {}});
}

// Whether the norm no longer conflicts once the facts have the value, and nothing contradicts it.
bool would_do(const Verdict& verdict, const std::vector<FactReading>& readings,
              const dsl::Value& value, const ReportInput& input) {
  Design repaired = input.design;
  for (const FactReading& reading : readings) {
    set_value(repaired, input.program, reading.ref, value);
  }
  dsl::Diagnostics faults;
  check_fact_requirements(input.program, repaired, input.as_of, faults);
  return !faults.has_errors() &&
         evaluate_norm(input.program, repaired, verdict.norm, input.as_of).outcome !=
             Outcome::Conflict;
}

}  // namespace

std::optional<Repair> repair_of(const Verdict& verdict, const ReportInput& input) {
  const VerdictPart& part = verdict.main();
  if (part.outcome != Outcome::Conflict || !part.leeway) return std::nullopt;
  const Leeway& leeway = *part.leeway;
  const bool has_nearest = leeway.op == dsl::Op::AtLeast || leeway.op == dsl::Op::AtMost;
  const auto readings = compared_readings(leeway, part, input);
  if (!has_nearest || leeway.fails_besides || !is_one_place(readings)) return std::nullopt;
  const dsl::Span span = *readings.front().span;
  const std::string_view original = input.sources.text(span);
  const std::string limit =
      plain_value(Evaluated::of(leeway.limit), leeway.has_type, input.program, input.design);
  const bool is_exact = limit.find('/') == std::string::npos;
  if (original.empty() || !is_exact || !would_do(verdict, readings, leeway.limit, input)) {
    return std::nullopt;
  }
  return Repair{location_of(span, input.sources), input.sources.locate(span.file, span.end),
                in_form_of(original, limit)};
}

}  // namespace checker
