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

constexpr const char* kStillHold =
    "leave it out, or check that the facts that it was granted for still hold";

void check_relief(std::uint32_t index, const dsl::Program& program, const Design& design,
                  const Verdict& verdict, dsl::Diagnostics& diagnostics) {
  using dsl::DiagnosticKind;
  const Relief& relief = design.reliefs[index];
  const bool needed =
      is_used(index, verdict) || may_need(verdict) || verdict.outcome == Outcome::Relieved;
  if (!needed) {
    diagnostics
        .report(DiagnosticKind::UnusedRecord, relief.span,
                fmt::format("the relief from `{}` is not needed: its verdict is {}",
                            relief.norm_name, in_words(verdict.outcome)))
        .help(kStillHold);
  } else if (program.reach_of_relief(relief.norm, relief.by) == dsl::ReliefReach::NotNamed) {
    diagnostics
        .report(DiagnosticKind::UnnamedRelief, relief.span, relief.norm_name,
                program.stakeholder(relief.by).title)
        .help("it is taken as recorded; check who granted it and under what");
  }
}

// A declared relief is needed where one of the norms that it reaches needs it.
void check_declared_relief(std::uint32_t index, const dsl::Program& program, const Design& design,
                           const std::vector<Verdict>& verdicts, dsl::Diagnostics& diagnostics) {
  const Relief& relief = design.reliefs[index];
  const bool needed = std::any_of(verdicts.begin(), verdicts.end(), [&](const Verdict& verdict) {
    return is_from(relief, verdict.norm, program) && (is_used(index, verdict) || may_need(verdict));
  });
  if (needed) return;
  diagnostics
      .report(dsl::DiagnosticKind::UnusedRecord, relief.span,
              fmt::format("the relief `{}` is not needed: no norm that it reaches conflicts",
                          relief.norm_name))
      .help(kStillHold);
}

}  // namespace

void check_records(const dsl::Program& program, const Design& design,
                   const std::vector<Verdict>& verdicts, dsl::Diagnostics& diagnostics) {
  using dsl::DiagnosticKind;
  for (std::uint32_t i = 0; i < design.reliefs.size(); ++i) {
    const Relief& relief = design.reliefs[i];
    if (relief.declared.valid()) {
      check_declared_relief(i, program, design, verdicts, diagnostics);
    } else if (relief.norm.valid()) {
      check_relief(i, program, design, verdicts[relief.norm.index], diagnostics);
    }
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
