// The sections of the terminal report. Each is left out when it has nothing to say.
#pragma once

#include "checker/report/digest.h"
#include "checker/report/report.h"
#include "checker/report/text_parts.h"

namespace checker {

void write_conflicts(TerminalPage& page, const std::vector<ConflictGroup>& groups);
// Where conflicts fill pages: how many each stakeholder has.
void write_conflict_counts(TerminalPage& page, const std::vector<ConflictGroup>& groups);
// What needs approval, what needs judgment.
void write_decisions(TerminalPage& page, const Report& report);
void write_questions(TerminalPage& page, const Report& report,
                     const std::vector<QuestionGroup>& groups);
// What would stand but does not: relieved, excepted, lifted; what speaks for the design; which
// principles it does not keep; what is clear or does not apply, where it was asked for by name.
void write_settled(TerminalPage& page, const Report& report);
// What norms that are not enacted would say, where that was asked for.
void write_pending(TerminalPage& page, const Report& report);
void write_changes(TerminalPage& page, const Report& report);
void write_tightest(TerminalPage& page, const Report& report);

}  // namespace checker
