#include "checker/report/failed_requirements.h"

#include "checker/report/fact_words.h"
#include "checker/report/wording.h"

namespace checker {
namespace {

using dsl::ExprId;

// The variables of the norm as they stand for the part's first grade or record.
Frame frame_of(const dsl::Norm& norm, const VerdictPart& part, const dsl::Program& program) {
  Frame frame(norm.frame_size);
  if (!norm.for_each) return frame;
  for (std::uint8_t i = 0; i < dsl::kGradeCount; ++i) {
    if (!part.grades.contains({i})) continue;
    frame[norm.for_each->slot] = Evaluated::of(dsl::Grade{i});
    return frame;
  }
  if (!part.items.empty()) {
    const std::uint32_t list = program.expr(norm.for_each->domain).index;
    frame[norm.for_each->slot] = Evaluated::of(dsl::RecordValue{list, part.items.front()});
  }
  return frame;
}

void add_conditions(ExprId id, const dsl::Program& program, std::vector<ExprId>& conditions) {
  const dsl::TypedExpr& expr = program.expr(id);
  if (expr.op != dsl::Op::And) {
    conditions.push_back(id);
    return;
  }
  for (const ExprId operand : expr.operands) add_conditions(operand, program, conditions);
}

bool measures(ExprId condition, const VerdictPart& part, const dsl::Program& program) {
  if (!part.leeway) return false;
  Reach reach(program);
  reach.add(condition);
  return reach.touches(part.leeway->comparison);
}

}  // namespace

FailedRequirements failed_requirements(const dsl::Norm& norm, const VerdictPart& part,
                                       const ReportInput& input, Evaluator& evaluator) {
  const dsl::Program& program = input.program;
  FailedRequirements failed{{}, Reach(program)};
  std::vector<ExprId> conditions;
  for (const ExprId requirement : norm.requirements) {
    add_conditions(requirement, program, conditions);
  }
  for (const ExprId condition : conditions) {
    Frame frame = frame_of(norm, part, program);
    if (truth_of(evaluator.evaluate(condition, frame)) != dsl::Truth::False) continue;
    const dsl::Span span = program.expr(condition).span;
    failed.entries.push_back({on_one_line(text_of(span, input.sources)),
                              location_of(span, input.sources),
                              measures(condition, part, program)});
    failed.reach.add(condition);
  }
  return failed;
}

}  // namespace checker
