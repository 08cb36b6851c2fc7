#include "checker/eval/consistency.h"

#include "checker/eval/evaluator.h"
#include "dsl/sema/type.h"

namespace checker {
namespace {

using dsl::DiagnosticKind;
using dsl::FactId;

struct Check {
  const dsl::Program& program;
  Evaluator& evaluator;
  dsl::Diagnostics& diagnostics;

  void operator()(const FactRef& ref, const FactValue& stated) const {
    const dsl::FactDeclaration& declaration = program.fact(ref.fact);
    if (!declaration.computed.valid() || stated.state != FactState::Stated || !stated.value ||
        !stated.span) {
      return;
    }
    Frame frame(std::max<std::uint32_t>(declaration.frame_size, 1));
    if (declaration.owner.valid()) {
      frame[0] = Evaluated::of(
          dsl::RecordValue{declaration.owner.index, static_cast<std::uint32_t>(ref.item)});
    }
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

}  // namespace

void check_consistency(const dsl::Program& program, const Design& design, dsl::Date as_of,
                       dsl::Diagnostics& diagnostics) {
  Evaluator evaluator(program, design, as_of);
  const Check check{program, evaluator, diagnostics};
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
}

}  // namespace checker
