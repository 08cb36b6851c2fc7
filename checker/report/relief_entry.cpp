#include "checker/report/relief_entry.h"

#include "checker/eval/relief_basis.h"
#include "checker/report/fact_words.h"
#include "checker/report/wording.h"
#include "dsl/sema/reach.h"
#include <fmt/core.h>

namespace checker {
namespace {

std::string doubt_about(const Relief& record, Evaluator& evaluator) {
  const ReliefBasis basis = basis_of(evaluator, record);
  switch (basis.support) {
    case ReliefSupport::Given: return {};
    case ReliefSupport::OutOfTime:
      return fmt::format("{} the time in which the rules let it be granted, {}",
                         record.from ? "outside" : "without a first day in",
                         dsl::period_in_words(evaluator.program().relief(basis.declared).in_force));
    case ReliefSupport::OtherFacts:
      return "who by the rules can grant it only under a condition that does not hold here";
    case ReliefSupport::NotNamed: return "of whom the rules know no such power";
  }
  return {};
}

}  // namespace

ReliefEntry relief_entry(const Relief& record, const ReportInput& input, Evaluator& evaluator) {
  return {party_of(record.by, input.program),
          doubt_about(record, evaluator),
          record.from,
          record.until,
          record.reference,
          location_of(record.span, input.sources)};
}

std::string out_of_reach_text(const Relief& record, dsl::NormId norm, Evaluator& evaluator) {
  const dsl::Program& program = evaluator.program();
  const Party by = party_of(record.by, program);
  std::string text = "a relief";
  if (record.declared.valid()) {
    text = fmt::format("the relief \"{}\"", dsl::title_or_name(program.relief(record.declared)));
  }
  if (!by.title.empty()) text += " by " + by.title;
  text += " cannot reach this norm";
  const dsl::ReliefId limited = out_of_reach_of(evaluator, record, norm);
  if (!limited.valid()) return text;
  const std::string why =
      dsl::why_out_of_reach(program.relief(limited).cannot_reach, norm, program.typed());
  return why.empty() ? text : fmt::format("{} because \"{}\"", text, without_full_stop(why));
}

}  // namespace checker
