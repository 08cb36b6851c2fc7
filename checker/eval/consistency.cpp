#include "checker/eval/consistency.h"

#include <algorithm>

#include "checker/eval/evaluator.h"
#include "dsl/sema/type.h"

namespace checker {
namespace {

using dsl::DiagnosticKind;
using dsl::FactId;

// The frame of an expression about one record, or about the design where `list` is invalid.
Frame frame_for(FactId list, std::size_t item, std::uint32_t size) {
  Frame frame(std::max<std::uint32_t>(size, 1));
  if (list.valid()) {
    frame[0] = Evaluated::of(dsl::RecordValue{list.index, static_cast<std::uint32_t>(item)});
  }
  return frame;
}

struct ComputedCheck {
  const dsl::Program& program;
  Evaluator& evaluator;
  dsl::Diagnostics& diagnostics;

  void operator()(const FactRef& ref, const FactValue& stated) const {
    const dsl::FactDeclaration& declaration = program.fact(ref.fact);
    if (!declaration.computed.valid() || stated.state != FactState::Stated || !stated.value ||
        !stated.span) {
      return;
    }
    Frame frame =
        frame_for(declaration.owner, static_cast<std::size_t>(ref.item), declaration.frame_size);
    const Evaluated computed = evaluator.evaluate(declaration.computed, frame);
    if (!computed.known() || *computed.value == *stated.value) return;
    const auto text = [&](const dsl::Value& value) {
      return dsl::format_value(value, declaration.type, program.types());
    };
    diagnostics
        .report(DiagnosticKind::ComputedDiffers, *stated.span,
                "`" + program.full_name(ref.fact) + "`", text(*stated.value), text(*computed.value))
        .help("the stated value is used; mend one of the two, or leave this one out");
  }
};

// What the design states of it, in the order of the file.
std::vector<FactReading> stated_in(const Derivation& derivation) {
  std::vector<FactReading> stated;
  for (const FactReading& reading : readings_of(derivation)) {
    if (reading.span && reading.state == FactState::Stated) stated.push_back(reading);
  }
  std::stable_sort(stated.begin(), stated.end(), [](const auto& one, const auto& other) {
    return one.span->begin < other.span->begin;
  });
  return stated;
}

struct RequirementCheck {
  const dsl::Program& program;
  const Design& design;
  Evaluator& evaluator;
  dsl::Diagnostics& diagnostics;

  void operator()(const dsl::FactRequirement& requirement, std::size_t item) const {
    Frame frame = frame_for(requirement.list, item, requirement.frame_size);
    Derivation derivation;
    const Evaluated holds = evaluator.evaluate(requirement.condition, frame, &derivation);
    if (!holds.known() || std::get<bool>(*holds.value)) return;
    const std::vector<FactReading> stated = stated_in(derivation);
    if (stated.empty()) return;  // nothing that the design says is at fault
    const auto name = [&](const FactReading& reading) {
      return "`" + program.full_name(reading.ref.fact) + "`";
    };
    std::string names = name(stated.front());
    for (std::size_t i = 1; i < stated.size(); ++i) {
      names += (i + 1 == stated.size() ? " and " : ", ") + name(stated[i]);
    }
    auto report = diagnostics.report(
        DiagnosticKind::FactsDisagree, *stated.back().span,
        names + (stated.size() == 1 ? " cannot have this value" : " contradict each other"));
    for (std::size_t i = 0; i + 1 < stated.size(); ++i) {
      report.label(*stated[i].span, name(stated[i]));
    }
    report.label(requirement.span, "this has to hold")
        .help("mend one of the facts; write `unknown` for one that nobody knows yet");
  }
};

void check_requirements(const dsl::Program& program, const Design& design, Evaluator& evaluator,
                        dsl::Diagnostics& diagnostics) {
  const RequirementCheck require{program, design, evaluator, diagnostics};
  for (const dsl::FactRequirement& requirement : program.typed().fact_requirements) {
    const std::size_t times =
        requirement.list.valid() ? design.lists[requirement.list.index].records.size() : 1;
    for (std::size_t item = 0; item < times; ++item) require(requirement, item);
  }
}

}  // namespace

void check_consistency(const dsl::Program& program, const Design& design, dsl::Date as_of,
                       dsl::Diagnostics& diagnostics) {
  Evaluator evaluator(program, design, as_of);
  const ComputedCheck check{program, evaluator, diagnostics};
  const auto& facts = program.typed().facts;
  for (std::uint32_t i = 0; i < facts.size(); ++i) {
    if (facts[i].owner.valid()) continue;
    check({FactId{i}, -1, -1}, design.facts[i]);
    const auto& records = design.lists[i].records;
    for (std::size_t item = 0; item < records.size(); ++item) {
      for (const FactId field : facts[i].fields) {
        check({field, static_cast<std::int32_t>(item), -1},
              records[item].fields[facts[field.index].position]);
      }
    }
  }
  check_requirements(program, design, evaluator, diagnostics);
}

void check_fact_requirements(const dsl::Program& program, const Design& design, dsl::Date as_of,
                             dsl::Diagnostics& diagnostics) {
  Evaluator evaluator(program, design, as_of);
  check_requirements(program, design, evaluator, diagnostics);
}

}  // namespace checker
