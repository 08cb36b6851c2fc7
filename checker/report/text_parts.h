// What the sections of the terminal report are made of: headings, labelled lines, places.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checker/report/report.h"
#include "checker/report/verdict_lines.h"
#include "dsl/text/terminal_page.h"

namespace checker {

using dsl::Ink;
using dsl::Run;
using dsl::TerminalPage;

// Columns by which an item stands in from its heading, and its lines from the item.
inline constexpr int kIndent = 2;

void heading(TerminalPage& page, std::string_view text);

// "label: text" with the lines that follow further in.
void labelled(TerminalPage& page, int indent, const std::string& label, const std::string& text);

void write_lines(TerminalPage& page, int indent, const Lines& lines);

// " (rules/us/ia/time.rules:30)"; empty for a place in no file.
std::string in_brackets(const Location& location);
// " (design.yaml:12, 14-17)": the lines of each file in order, at most a few.
std::string in_brackets(const std::vector<Location>& locations);

// "`calendar.days` is 180 days per year (design.yaml:9)"
std::string fact_text(const FactLocation& fact);

// The facts that decided a part, but for those on the lines in `told`; empty when there are none.
std::string deciding_facts(const PartEntry& part, const std::vector<Location>& told);

// "grades 9..12", "block 2 (Internship) and block 3 (Lab)"; empty when it is about all of it.
std::string about_text(const PartEntry& part);
// ", for grades 9..12"; empty when it is about all of it.
std::string for_text(const PartEntry& part);

// The citations of a norm in one line; empty when it has none.
std::string citation_text(const VerdictEntry& verdict);

// "12 days per year to spare (the design 192 days per year, the rule at least 180 days per year)"
std::string leeway_in_full(const LeewayEntry& leeway);

// The notes of a norm in one line.
std::string notes_text(const VerdictEntry& verdict);

// A text as a sentence: with a full stop unless it ends with one.
std::string sentence(const std::string& text);

// "recalled, not read: confirm with BODY. NOTE"; empty for what was read in full.
std::string confidence_text(const VerdictEntry& verdict);

// "2 years, renewable"; empty when neither is said.
std::string lasting_text(const std::string& lasting, const std::string& renewal);
// "to the State Board within 30 days"
std::string appeal_text(const AppealEntry& appeal);

}  // namespace checker
