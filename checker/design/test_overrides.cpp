#include "checker/design/test_overrides.h"

#include <iterator>
#include <vector>

#include <fmt/core.h>

namespace checker {
namespace {

// Puts the test's records behind those of the design that no line of the test replaces.
template <typename Record, typename Line, typename Make, typename Replaces>
void replace_records(std::vector<Record>& records, const std::vector<Line>& lines, const Make& make,
                     const Replaces& replaces) {
  for (const Line& line : lines) {
    std::erase_if(records, [&](const Record& record) { return replaces(line, record); });
  }
  for (const Line& line : lines) records.push_back(make(line));
}

// False after a diagnostic: there is no such record to change.
bool apply_record(Design& design, const dsl::TestRecord& line, const dsl::Program& program,
                  dsl::Diagnostics& diagnostics) {
  ListFacts& list = design.lists[line.list.index];
  if (line.position && *line.position >= list.records.size()) {
    const dsl::FactDeclaration& declaration = program.fact(line.list);
    diagnostics
        .report(dsl::DiagnosticKind::TestGiven, line.span,
                fmt::format("there is no {} {}: `{}` has {}", declaration.record,
                            *line.position + 1, declaration.name, list.records.size()))
        .help(fmt::format("`{} in {}`, without a number, adds one", declaration.record,
                          declaration.name));
    return false;
  }
  if (!line.position) {
    list.state = FactState::Stated;
    list.records.push_back(empty_record(program, line.list));
    list.records.back().span = line.span;
  }
  RecordFacts& record = line.position ? list.records[*line.position] : list.records.back();
  for (const dsl::TestFact& fact : line.fields) {
    set_field(record, program, fact.fact, fact.grade, {fact.state, fact.value, fact.span});
  }
  return true;
}

}  // namespace

void apply_test_facts(Design& design, const dsl::TestCase& test, const dsl::Program& program,
                      dsl::Diagnostics& diagnostics) {
  for (const dsl::TestFact& fact : test.facts) {
    set_fact(design, program, fact.fact, fact.grade, {fact.state, fact.value, fact.span});
  }
  for (const dsl::TestRecord& line : test.records) {
    if (!apply_record(design, line, program, diagnostics)) return;
  }
  const auto same_norm = [](const auto& line, const auto& record) {
    return record.norm == line.norm;
  };
  replace_records(
      design.reliefs, test.reliefs,
      [&](const dsl::TestRelief& line) {
        const std::string& name = line.declared.valid() ? program.relief(line.declared).name
                                                        : program.norm(line.norm).name;
        return Relief{line.norm,         name, line.declared, line.by, line.period.from,
                      line.period.until, "",   test.span};
      },
      [](const dsl::TestRelief& line, const Relief& record) {
        return record.norm == line.norm && record.declared == line.declared;
      });
  replace_records(
      design.approvals, test.approvals,
      [&](const dsl::TestApproval& line) {
        const auto result = line.granted ? ApprovalResult::Granted : ApprovalResult::Refused;
        return ApprovalRecord{line.norm, program.norm(line.norm).name, result, {}, {}, "",
                              test.span};
      },
      same_norm);
  replace_records(
      design.determinations, test.determinations,
      [&](const dsl::TestDetermination& line) {
        return Determination{
            line.norm, program.norm(line.norm).name, line.by, line.holds, {}, {}, "", test.span};
      },
      [](const dsl::TestDetermination& line, const Determination& record) {
        return record.norm == line.norm && record.by == line.by;
      });
  replace_records(
      design.readings, test.readings,
      [&](const dsl::TestReading& line) {
        const std::string& name = program.typed().definitions[line.term.index].name;
        return ChosenReading{line.term, name, line.reading, {}, {}, {}, "", test.span};
      },
      [](const dsl::TestReading& line, const ChosenReading& record) {
        return record.term == line.term;
      });
}

}  // namespace checker
