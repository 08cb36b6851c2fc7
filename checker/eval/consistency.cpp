#include "checker/eval/consistency.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "checker/eval/evaluator.h"
#include "dsl/diagnostics/suggest.h"
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

// What the design states of it, in the order of its files; of a list's records a field once.
std::vector<FactReading> stated_in(const Derivation& derivation) {
  std::vector<FactReading> stated;
  for (const FactReading& reading : readings_of(derivation)) {
    const bool is_told = std::any_of(stated.begin(), stated.end(), [&](const FactReading& each) {
      return each.ref.fact == reading.ref.fact;
    });
    if (reading.span && reading.state == FactState::Stated && !is_told) stated.push_back(reading);
  }
  std::stable_sort(stated.begin(), stated.end(), [](const auto& one, const auto& other) {
    return std::pair(one.span->file, one.span->begin) <
           std::pair(other.span->file, other.span->begin);
  });
  return stated;
}

// A requirement of the vocabulary that the design does not keep, and what it states of it.
struct Failure {
  const dsl::FactRequirement* requirement = nullptr;
  std::vector<FactReading> stated;  // never empty
};

std::vector<Failure> failures_of(const dsl::Program& program, const Design& design,
                                 Evaluator& evaluator) {
  std::vector<Failure> failures;
  for (const dsl::FactRequirement& requirement : program.typed().fact_requirements) {
    const std::size_t times =
        requirement.list.valid() ? design.lists[requirement.list.index].records.size() : 1;
    for (std::size_t item = 0; item < times; ++item) {
      Frame frame = frame_for(requirement.list, item, requirement.frame_size);
      if (truth_of(evaluator.evaluate(requirement.condition, frame)) != dsl::Truth::False) continue;
      // Steps are written down only where they are looked at: that takes several times as long.
      Derivation derivation;
      evaluator.evaluate(requirement.condition, frame, &derivation);
      std::vector<FactReading> stated = stated_in(derivation);
      // Else nothing that the design says is at fault.
      if (!stated.empty()) failures.push_back({&requirement, std::move(stated)});
    }
  }
  return failures;
}

void report_failure(const Failure& failure, const dsl::Program& program,
                    dsl::Diagnostics& diagnostics) {
  constexpr std::size_t kMostNames = 6;
  const std::vector<FactReading>& stated = failure.stated;
  std::vector<std::string> names;
  names.reserve(stated.size());
  for (const FactReading& each : stated) names.push_back(program.full_name(each.ref.fact));
  auto report = diagnostics.report(
      DiagnosticKind::FactsDisagree, *stated.back().span,
      dsl::list_words(names, kMostNames) +
          (stated.size() == 1 ? " cannot have this value" : " contradict each other"));
  for (std::size_t i = 0; i + 1 < stated.size() && i + 1 < kMostNames; ++i) {
    report.label(*stated[i].span, "`" + names[i] + "`");
  }
  report.label(failure.requirement->span, "this has to hold")
      .help("mend one of the facts; write `unknown` for one that nobody knows yet");
}

// A value that cannot be by itself is told by itself: what else does not fit it follows from that.
void check_requirements(const dsl::Program& program, const Design& design, Evaluator& evaluator,
                        dsl::Diagnostics& diagnostics) {
  const std::vector<Failure> failures = failures_of(program, design, evaluator);
  std::vector<FactReading> impossible;
  for (const Failure& each : failures) {
    if (each.stated.size() == 1) impossible.push_back(each.stated.front());
  }
  for (const Failure& each : failures) {
    const bool follows =
        each.stated.size() > 1 &&
        std::any_of(each.stated.begin(), each.stated.end(), [&](const FactReading& reading) {
          return has_reading(impossible, reading.ref);
        });
    if (!follows) report_failure(each, program, diagnostics);
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
