#include "checker/eval/unused_records.h"

#include <algorithm>
#include <string>

#include "dsl/syntax/norm_words.h"
#include <fmt/core.h>

namespace checker {
namespace {

bool is_used(std::uint32_t relief, const Verdict& verdict) {
  return std::any_of(verdict.parts.begin(), verdict.parts.end(),
                     [&](const VerdictPart& part) { return part.relief == relief; });
}

// A conflict needs a relief, though this one is out of time; what cannot be told may need it yet.
bool may_need(const Verdict& verdict) {
  return std::any_of(verdict.parts.begin(), verdict.parts.end(), [](const VerdictPart& part) {
    return part.outcome == Outcome::Conflict || part.outcome == Outcome::CannotTell ||
           part.outcome == Outcome::NeedsJudgment;
  });
}

std::string in_words(Outcome outcome) {
  std::string words(outcome_word(outcome));
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

}  // namespace

void check_records(const dsl::Program& program, const Design& design,
                   const std::vector<Verdict>& verdicts, dsl::Diagnostics& diagnostics) {
  using dsl::DiagnosticKind;
  for (std::uint32_t i = 0; i < design.reliefs.size(); ++i) {
    const Relief& relief = design.reliefs[i];
    if (!relief.norm.valid()) continue;
    const Verdict& verdict = verdicts[relief.norm.index];
    // Another relief for the same norm may be the one that is used.
    if (is_used(i, verdict) || may_need(verdict) || verdict.outcome == Outcome::Relieved) continue;
    diagnostics
        .report(DiagnosticKind::UnusedRecord, relief.span,
                fmt::format("the relief from `{}` is not needed: its verdict is {}",
                            relief.norm_name, in_words(verdict.outcome)))
        .help("leave it out, or check that the facts that it was granted for still hold");
  }
  for (const ApprovalRecord& record : design.approvals) {
    if (!record.norm.valid()) continue;
    const dsl::Norm& norm = program.norm(record.norm);
    if (norm.kind == dsl::NormKind::Approval) continue;
    diagnostics
        .report(DiagnosticKind::UnusedRecord, record.span,
                fmt::format("`{}` is of the kind {}, so no approval decides it", norm.name,
                            kind_word(norm.kind)))
        .help("a waiver or variance goes under `reliefs`, a determination under `determinations`");
  }
}

}  // namespace checker
