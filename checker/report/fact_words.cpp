#include "checker/report/fact_words.h"

#include "checker/eval/fact_path.h"
#include "checker/report/wording.h"
#include <fmt/core.h>

namespace checker {

using dsl::FactDeclaration;
using dsl::TypeKind;

Party party_of(dsl::StakeholderId id, const dsl::Program& program) {
  if (!id.valid()) return {};
  const dsl::Stakeholder& stakeholder = program.stakeholder(id);
  return {stakeholder.name, dsl::title_or_name(stakeholder)};
}

FactWords::FactWords(const ReportInput& input)
    : input_(input), reader_(input.program, input.design, input.as_of) {}

std::string FactWords::record(dsl::FactId list, std::uint32_t item) const {
  const std::string label = fmt::format("{} {}", spaced(fact(list).record), item + 1);
  const dsl::FactId field = input_.program.find_field(list, "name");
  if (!field.valid()) return label;
  const FactValue* value = find({field, static_cast<std::int32_t>(item), -1});
  if (value == nullptr || value->state != FactState::Stated) return label;
  const auto* text = std::get_if<std::string>(&*value->value);
  return text == nullptr ? label : fmt::format("{} ({})", label, *text);
}

// Null for lists and for records that are not there.
const FactValue* FactWords::find(const FactRef& ref) const {
  const FactDeclaration& declaration = fact(ref.fact);
  const auto pick = [&](const FactValue& whole, const GradeTable* table) {
    const bool of_table = ref.grade >= 0 && table != nullptr && !table->by_grade.empty();
    return of_table ? &table->by_grade[static_cast<std::size_t>(ref.grade)] : &whole;
  };
  if (declaration.type.kind == TypeKind::List) return nullptr;
  const Design& design = input_.design;
  if (!declaration.owner.valid()) {
    return pick(design.facts[ref.fact.index], &design.tables[ref.fact.index]);
  }
  const auto& records = design.lists[declaration.owner.index].records;
  if (ref.item < 0 || static_cast<std::size_t>(ref.item) >= records.size()) return nullptr;
  const RecordFacts& record = records[static_cast<std::size_t>(ref.item)];
  const std::uint32_t at = declaration.position;
  return pick(record.fields[at], at < record.tables.size() ? &record.tables[at] : nullptr);
}

std::string FactWords::value(const FactReading& reading) const {
  switch (reading.state) {
    case FactState::NotStated: return "not stated";
    case FactState::Unknown: return "unknown";
    case FactState::Absent: return "none";
    case FactState::NotApplicable: return "not applicable";
    case FactState::Stated: break;
  }
  const FactDeclaration& declaration = fact(reading.ref.fact);
  if (declaration.type.kind == TypeKind::List) {
    const std::size_t count = input_.design.lists[reading.ref.fact.index].records.size();
    return counted(count, "record", "records");
  }
  const FactValue* found = find(reading.ref);
  if (found == nullptr || !found->value) return "not stated";
  dsl::Type type = declaration.type;
  type.by_grade = false;
  return dsl::format_value(*found->value, type, input_.program.types());
}

std::optional<FactLocation> FactWords::location(const FactReading& reading) const {
  if (!reading.span) return std::nullopt;
  return FactLocation{fact_path(reading.ref, input_.program), value(reading),
                      location_of(*reading.span, input_.sources)};
}

// Where the answer would go: the record, a fact of the same group, the document.
std::optional<dsl::Span> FactWords::nearest_span(const FactRef& ref) const {
  const Design& design = input_.design;
  const FactDeclaration& declaration = fact(ref.fact);
  if (declaration.owner.valid()) {
    const ListFacts& list = design.lists[declaration.owner.index];
    const auto item = static_cast<std::size_t>(ref.item);
    return ref.item >= 0 && item < list.records.size() ? list.records[item].span : list.span;
  }
  const auto& facts = input_.program.typed().facts;
  for (std::size_t i = 0; i < facts.size() && !declaration.group.empty(); ++i) {
    const bool same_group = !facts[i].owner.valid() && facts[i].group == declaration.group;
    if (same_group && design.facts[i].span) return design.facts[i].span;
  }
  return design.span;
}

NeedEntry FactWords::need(const FactRef& ref) const {
  const FactDeclaration& declaration = fact(ref.fact);
  NeedEntry entry;
  entry.fact = fact_path(ref, input_.program);
  if (declaration.owner.valid() && ref.item >= 0) {
    entry.record = record(declaration.owner, static_cast<std::uint32_t>(ref.item));
  }
  entry.question = declaration.meaning;
  if (!declaration.questions.empty()) {
    const dsl::Question& question = declaration.questions.front();
    entry.question = question.text;
    if (question.whom.valid()) entry.whom = party_of(question.whom, input_.program);
  }
  const FactReading reading = reader_.read(ref);
  entry.stated_unknown = reading.state == FactState::Unknown;
  const auto span = reading.span ? reading.span : nearest_span(ref);
  if (span) entry.location = location_of(*span, input_.sources);
  return entry;
}

}  // namespace checker
