#include "checker/design/test_overrides.h"

#include <iterator>
#include <vector>

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

}  // namespace

void apply_test_facts(Design& design, const dsl::TestCase& test, const dsl::Program& program) {
  for (const dsl::TestFact& fact : test.facts) {
    const FactValue value{fact.state, fact.value, fact.span};
    if (fact.grade) {
      set_fact(design, program, fact.fact, *fact.grade, value);
    } else {
      set_fact(design, program, fact.fact, value);
    }
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
