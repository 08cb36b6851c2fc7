#include "checker/report/relief_entry.h"

#include "checker/eval/relief_basis.h"
#include "checker/report/fact_words.h"
#include "checker/report/wording.h"
#include "dsl/sema/reach.h"
#include <fmt/core.h>

namespace checker {

ReliefEntry relief_entry(const Relief& record, const ReportInput& input) {
  return {party_of(record.by, input.program), record.from, record.until, record.reference,
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
  const std::string why = dsl::why_out_of_reach(program.relief(limited), norm, program.typed());
  return why.empty() ? text : fmt::format("{} because \"{}\"", text, without_full_stop(why));
}

}  // namespace checker
