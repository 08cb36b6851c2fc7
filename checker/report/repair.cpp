#include "checker/report/repair.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checker/design/read_design.h"
#include "checker/eval/consistency.h"
#include "checker/eval/evaluate.h"
#include "checker/report/leeway_entry.h"
#include "checker/report/write_value.h"

namespace checker {
namespace {

// Whether the text is a number without its unit, which is then the fact's own.
bool is_bare_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && text.find_first_not_of("0123456789._") == std::string_view::npos;
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

// Whether the design with the text in the place of the span can be read, and the norm does not
// conflict with it on the same date.
bool would_do(const Verdict& verdict, dsl::Span span, const std::string& text,
              const ReportInput& input) {
  const dsl::SourceFile& file = input.sources.file(span.file);
  std::string whole = file.text;
  whole.replace(span.begin, span.end - span.begin, text);
  dsl::SourceMap sources;
  dsl::Diagnostics faults;
  const auto design = read_design(sources.add(file.name, std::move(whole)), input.program, faults);
  if (!design || design->opens != input.design.opens || design->as_of != input.design.as_of) {
    return false;
  }
  check_consistency(input.program, *design, input.as_of, faults);
  return !faults.has_errors() &&
         evaluate_norm(input.program, *design, verdict.norm, input.as_of).outcome !=
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
  if (original.empty() || !is_exact) return std::nullopt;
  Repair repair{location_of(span, input.sources), input.sources.locate(span.file, span.end),
                in_form_of(original, limit)};
  if (!would_do(verdict, span, repair.text, input)) return std::nullopt;
  return repair;
}

}  // namespace checker
