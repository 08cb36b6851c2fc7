#include "checker/eval/merge_parts.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace checker {
namespace {

// The same fact missing for two grades is one need.
std::set<std::pair<dsl::FactId, std::int32_t>> facts_of(const std::vector<FactRef>& refs) {
  std::set<std::pair<dsl::FactId, std::int32_t>> facts;
  for (const FactRef& ref : refs) facts.emplace(ref.fact, ref.item);
  return facts;
}

bool alike(const VerdictPart& a, const VerdictPart& b) {
  const auto measure = [](const VerdictPart& part) {
    return part.leeway ? std::optional(
                             std::tuple(part.leeway->amount, part.leeway->has, part.leeway->limit))
                       : std::nullopt;
  };
  return a.outcome == b.outcome && a.reason == b.reason && measure(a) == measure(b) &&
         facts_of(a.needs) == facts_of(b.needs) && facts_of(a.hangs_on) == facts_of(b.hangs_on) &&
         a.judgments == b.judgments && a.open_terms == b.open_terms &&
         a.effect_amount == b.effect_amount && a.faults == b.faults && a.exception == b.exception &&
         a.lifted_by == b.lifted_by && a.relief == b.relief &&
         a.failed_conditions == b.failed_conditions;
}

void add_refs(std::vector<FactRef>& into, const std::vector<FactRef>& from) {
  for (const FactRef& ref : from) {
    if (std::find(into.begin(), into.end(), ref) == into.end()) into.push_back(ref);
  }
}

}  // namespace

void add_part(Verdict& verdict, VerdictPart part) {
  for (VerdictPart& known : verdict.parts) {
    if (!alike(known, part)) continue;
    known.grades = dsl::GradeSet::from_bits(
        static_cast<std::uint16_t>(known.grades.bits() | part.grades.bits()));
    known.items.insert(known.items.end(), part.items.begin(), part.items.end());
    add_readings(known.readings, part.readings);
    add_readings(known.failed_readings, part.failed_readings);
    add_refs(known.needs, part.needs);
    add_refs(known.hangs_on, part.hangs_on);
    return;
  }
  verdict.parts.push_back(std::move(part));
}

}  // namespace checker
