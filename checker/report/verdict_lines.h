// What is told of one verdict, line by line: the same for a terminal, a review and an annotation.
#pragma once

#include <string>
#include <vector>

#include "checker/report/digest.h"
#include "checker/report/report.h"

namespace checker {

// "the gap: 432 hours per year short"
struct LabelledLine {
  std::string label;  // empty: the text stands alone
  std::string text;
  bool heads = false;  // the lines that follow are about it: "for grade 9:"
};
using Lines = std::vector<LabelledLine>;

// "costs 5 % of the aid", "refused"
std::string effect_text(const VerdictEntry& verdict);

// What a conflict's title is followed by: ": blocked, for grades 9..12 (does not fail the check)",
// the effect apart so that it can be made to stand out. With a baseline also " (new)".
std::string about_conflict(const VerdictEntry& verdict);

// Citation, design, rule, gap, enforcement, ways out, where it stands. None is without text.
Lines conflict_lines(const VerdictEntry& verdict);
Lines approval_lines(const PartOfNorm& each);
Lines judgment_lines(const PartOfNorm& each);
Lines thinned_lines(const PartOfNorm& each);

// Of a norm that asks nothing of the design: its law, its room, what of the design it reads, where
// it stands.
Lines quiet_lines(const PartOfNorm& each);

// The lines of a verdict on which something stands to be settled; of any other those of
// `otherwise`.
Lines lines_by_outcome(const VerdictEntry& verdict, Lines (*otherwise)(const VerdictEntry&));

// What a norm that is not enacted would be: "if enacted, conflict"
std::string pending_text(const VerdictEntry& verdict);
// Its status, then what is told of the verdict that it would be.
Lines pending_lines(const VerdictEntry& verdict);

// "by the State Board", with what the rules do not bear out: "by the principal, of whom the rules
// know no such power".
std::string granter_text(const ReliefEntry& relief);
// "until 2029-06-30, by the State Board, Letter 4 (design.yaml:40)"; empty without a relief.
std::string relief_on_record(const PartEntry& part);
// "lifted by \"TITLE\" (CITATION)"
std::string held_off_text(const PartEntry& part);

// Why no answer settles a norm that cannot be told; empty where one may.
std::string unanswerable_text(const PartEntry& part);
// Why an answer may not be enough; empty where it is, and where none is asked for.
std::string left_open_text(const PartEntry& part);

}  // namespace checker
