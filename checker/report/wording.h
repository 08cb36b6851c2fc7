// The sentences of reports: how outcomes, gaps, reasons and counts are put into words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checker/eval/verdict.h"
#include "dsl/program/program.h"
#include "dsl/text/source_file.h"

namespace checker {

// "1 norm", "2 norms"; thousands are separated as in all numbers.
std::string counted(std::size_t count, std::string_view singular, std::string_view plural);

// "a, b and c"; past `most` items "a, b and 4 more".
std::string listed(const std::vector<std::string>& items, std::size_t most);

// "grade 9", "grades 9..12"; empty for none.
std::string grades_text(dsl::GradeSet grades);

std::string without_full_stop(std::string text);

// `school_board` as "school board".
std::string spaced(std::string_view word);

// The text with every run of blanks, line breaks and comments as one blank.
std::string on_one_line(std::string_view rule_text);

// `at least`, `no later than`, ... as fits what is compared.
std::string relation_text(const Leeway& leeway);
// "3,600 minutes per year short", "15 minutes too early", "12 days per year to spare"; `amount` is
// the distance in words.
std::string gap_text(const Leeway& leeway, const std::string& amount);

// "is clear", "stands against the design (costs)".
std::string outcome_text(Outcome outcome, const dsl::Norm& norm);

// Why a calculation could not be done, as a clause: "`us.x.minutes` has no value on 2027-08-16".
std::string fault_text(const Cause& fault, const dsl::Program& program, dsl::Date as_of);

// Why a norm does not apply; empty for the other reasons.
std::string scope_text(Reason reason, const dsl::Norm& norm, const dsl::Program& program,
                       const dsl::SourceMap& sources);

// The text of a condition on one line; a definition's name with what it means.
std::string condition_text(dsl::ExprId condition, const dsl::Program& program,
                           const dsl::SourceMap& sources);

// The text of a span; empty when it lies in no file.
std::string_view text_of(dsl::Span span, const dsl::SourceMap& sources);

// The text of an expression on one line; empty where there is none.
std::string rule_text(dsl::ExprId expr, const dsl::Program& program, const dsl::SourceMap& sources);

// The title in quotes, or the name.
std::string quoted_title(const dsl::Norm& norm);

}  // namespace checker
