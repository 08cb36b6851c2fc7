#include "checker/report/failed_requirements.h"

#include <algorithm>

#include "checker/report/fact_words.h"
#include "checker/report/reach.h"
#include "checker/report/wording.h"

namespace checker {
namespace {

using dsl::ExprId;

bool measures(ExprId condition, const VerdictPart& part, const dsl::Program& program) {
  if (!part.leeway) return false;
  Reach reach(program);
  reach.add(condition);
  return reach.touches(part.leeway->comparison);
}

}  // namespace

std::vector<RequirementEntry> failed_requirements(const VerdictPart& part,
                                                  const ReportInput& input) {
  const dsl::Program& program = input.program;
  std::vector<RequirementEntry> failed;
  std::vector<dsl::Span> told;
  for (const ExprId condition : part.failed_conditions) {
    const dsl::Span span = program.expr(condition).span;
    // Of `includes all of A, B` each member that is missing fails, and all have the same words.
    if (std::find(told.begin(), told.end(), span) != told.end()) continue;
    told.push_back(span);
    failed.push_back({condition_text(condition, program, input.sources),
                      location_of(span, input.sources), measures(condition, part, program)});
  }
  return failed;
}

}  // namespace checker
