// Reading the design: facts, lists and fields, what is worked out from them, and judgments.
#include <algorithm>

#include "checker/eval/dated_records.h"
#include "checker/eval/evaluator.h"
#include "checker/eval/table_lookup.h"

namespace checker {

using dsl::ExprId;
using dsl::FactId;
using dsl::TypeKind;

namespace {

// What the states other than Stated evaluate to.
Evaluated without_value(FactState state, const FactRef& ref) {
  switch (state) {
    case FactState::Absent: return Evaluated::nothing(Cause::of_fact(CauseKind::Absent, ref));
    case FactState::NotApplicable:
      return Evaluated::nothing(Cause::of_fact(CauseKind::NotApplicable, ref));
    case FactState::Unknown:
      return Evaluated::unknown(Cause::of_fact(CauseKind::StatedUnknown, ref));
    default: return Evaluated::unknown(Cause::of_fact(CauseKind::NotStated, ref));
  }
}

bool is_missing(FactState state) {
  return state == FactState::NotStated || state == FactState::Unknown;
}

const FactValue& stated_value(const Design& design, const dsl::FactDeclaration& declaration,
                              const FactRef& ref) {
  const auto pick = [&](const FactValue& whole, const GradeTable& table) -> const FactValue& {
    if (ref.grade < 0 || table.by_grade.empty()) return whole;
    return table.by_grade[static_cast<std::size_t>(ref.grade)];
  };
  if (!declaration.owner.valid()) {
    return pick(design.facts[ref.fact.index], design.tables[ref.fact.index]);
  }
  const RecordFacts& record =
      design.lists[declaration.owner.index].records[static_cast<std::size_t>(ref.item)];
  static const GradeTable kNoTable;
  return pick(record.fields[declaration.position], record.tables.size() > declaration.position
                                                       ? record.tables[declaration.position]
                                                       : kNoTable);
}

}  // namespace

FactReading Evaluator::read(const FactRef& ref) const {
  const dsl::FactDeclaration& declaration = program_.fact(ref.fact);
  const auto reading = [&](const FactValue& value) {
    return FactReading{ref, value.state, value.span};
  };
  const auto of_table = [&](const GradeTable& table, const FactValue& whole) {
    if (table.by_grade.empty()) return reading(whole);
    return reading(table.by_grade[static_cast<std::size_t>(ref.grade)]);
  };
  if (declaration.type.kind == TypeKind::List) {
    const ListFacts& facts = design_.lists[ref.fact.index];
    return {ref, facts.state, facts.span};
  }
  if (!declaration.owner.valid()) {
    const FactValue& whole = design_.facts[ref.fact.index];
    return ref.grade < 0 ? reading(whole) : of_table(design_.tables[ref.fact.index], whole);
  }
  const ListFacts& list = design_.lists[declaration.owner.index];
  const RecordFacts& record = list.records[static_cast<std::size_t>(ref.item)];
  const FactValue& whole = record.fields[declaration.position];
  if (ref.grade < 0) return reading(whole);
  return record.tables.size() > declaration.position
             ? of_table(record.tables[declaration.position], whole)
             : reading(whole);
}

Evaluated Evaluator::fact(const FactRef& ref, Derivation* derivation) {
  const dsl::FactDeclaration& declaration = program_.fact(ref.fact);
  const FactReading reading = read(ref);
  if (derivation != nullptr) derivation->reading = reading;
  if (reading.state == FactState::Stated) {
    return Evaluated::of(*stated_value(design_, declaration, ref).value);
  }
  Evaluated result = without_value(reading.state, ref);
  if (!is_missing(reading.state)) return result;
  const Cause itself = result.causes.front();
  if (declaration.computed.valid()) {
    Evaluated worked_out = computed(ref, derivation);
    if (worked_out.known() || worked_out.absent) return worked_out;
    result.causes = missing_sources(worked_out.causes, itself);
  }
  const auto* supposed = assumed(itself);
  if (supposed == nullptr) return result;
  if (*supposed) return Evaluated::of(**supposed);
  return Evaluated::nothing(Cause::of_fact(CauseKind::Absent, ref));
}

// What to name when a fact can't be worked out. A number or a time is one question, however many
// blocks it would be added up from. A yes/no hangs on the plain facts behind it, and on itself
// where those leave it open. Calculations that failed are told as such.
Causes Evaluator::missing_sources(const Causes& sources, const Cause& itself) const {
  const bool yes_no = program_.fact(itself.fact.fact).type.kind == TypeKind::Boolean;
  Causes named;
  for (const Cause& source : sources) {
    const bool failed =
        source.kind == CauseKind::Overflow || source.kind == CauseKind::DivisionByZero;
    const bool plain_fact =
        (source.kind == CauseKind::NotStated || source.kind == CauseKind::StatedUnknown) &&
        source.fact.item < 0 && program_.fact(source.fact.fact).type.kind != TypeKind::List;
    merge(named, {failed || (yes_no && plain_fact) ? source : itself});
  }
  return named;
}

Evaluated Evaluator::computed(const FactRef& ref, Derivation* derivation) {
  const dsl::FactDeclaration& declaration = program_.fact(ref.fact);
  return remembered(Memory::key_of(ref), Steps::Condensed, derivation, [&](Derivation* steps) {
    Frame frame(std::max<std::uint32_t>(declaration.frame_size, 1));
    if (declaration.owner.valid()) {
      frame[0] = Evaluated::of(
          dsl::RecordValue{declaration.owner.index, static_cast<std::uint32_t>(ref.item)});
    }
    return child(declaration.computed, frame, steps);
  });
}

Evaluated Evaluator::list(FactId id, Derivation* derivation) {
  const FactRef ref{id, -1, -1};
  const FactReading reading = read(ref);
  if (derivation != nullptr) derivation->reading = reading;
  if (reading.state != FactState::Stated) return without_value(reading.state, ref);
  // The value of a list is never looked at; `elements` reads the records.
  return Evaluated::of(dsl::RecordValue{id.index, 0});
}

Evaluated Evaluator::field(const TypedExpr& expr, Frame& frame, Derivation* derivation) {
  const Evaluated record = evaluate(expr.operands[0], frame);
  if (!record.known()) return Evaluated::unknown(record.causes);
  const auto& value = std::get<dsl::RecordValue>(*record.value);
  FactRef ref{{expr.index}, static_cast<std::int32_t>(value.item), -1};
  if (expr.operands.size() > 1) {
    const Evaluated grade = child(expr.operands[1], frame, derivation);
    if (!grade.known()) return Evaluated::unknown(grade.causes);
    ref.grade = std::get<dsl::Grade>(*grade.value).index;
  }
  return fact(ref, derivation);
}

Evaluated Evaluator::parameter(ExprId id, Frame& frame, Derivation* derivation) {
  const TypedExpr& expr = program_.expr(id);
  const dsl::Parameter& parameter = program_.typed().parameters[expr.index];
  std::vector<Evaluated> keys;
  Causes causes;
  for (const ExprId operand : expr.operands) {
    keys.push_back(child(operand, frame, derivation));
    merge(causes, keys.back().causes);
  }
  if (const auto* version = version_in_force(parameter, as_of_)) {
    const TableLookup lookup(*version, parameter, program_.types());
    std::vector<std::optional<dsl::Value>> known;
    known.reserve(keys.size());
    for (const Evaluated& key : keys) known.push_back(key.value);
    if (const dsl::Value* value = lookup.value_for(std::move(known))) return Evaluated::of(*value);
    if (!causes.empty()) return Evaluated::unknown(std::move(causes));
  }
  merge(causes, {Cause::at(CauseKind::NoValueInForce, id)});
  return Evaluated::unknown(std::move(causes));
}

Evaluated Evaluator::definition(ExprId id, Frame& frame, Derivation* derivation) {
  const TypedExpr& expr = program_.expr(id);
  const dsl::Definition& definition = program_.typed().definitions[expr.index];
  if (!definition.in_force.contains(as_of_)) {
    return Evaluated::unknown(Cause::at(CauseKind::NoValueInForce, id));
  }
  Frame inner(definition.frame_size);
  for (std::size_t i = 0; i < expr.operands.size(); ++i) {
    inner[i] = child(expr.operands[i], frame, derivation);
  }
  const auto key = memory_.key_of({expr.index}, inner, expr.operands.size());
  // A condition is measured inside, so its steps are kept.
  const Steps kept = expr.type.kind == TypeKind::Boolean ? Steps::Kept : Steps::Condensed;
  return remembered(key, kept, derivation, [&](Derivation* steps) {
    if (!definition.readings.empty()) return reading(expr.index, inner, steps);
    return child(definition.body, inner, steps);
  });
}

// A term that can be understood in several ways is what somebody settled, else what all of them
// agree on.
Evaluated Evaluator::reading(std::uint32_t index, Frame& frame, Derivation* derivation) {
  const dsl::Definition& term = program_.typed().definitions[index];
  const auto settled = latest_made(design_.readings, as_of_, [&](const ChosenReading& each) {
    return each.term == dsl::DefinitionId{index} && !has_ended(each, as_of_);
  });
  if (settled) {
    const std::uint32_t chosen = design_.readings[*settled].reading;
    return child(term.readings[chosen].body, frame, derivation);
  }
  Cause open;
  open.kind = CauseKind::Reading;
  open.judgment = index;
  const auto* supposed = assumed(open);
  if (supposed != nullptr && *supposed) {
    const auto chosen = static_cast<std::size_t>(std::get<dsl::Rational>(**supposed).numerator());
    return child(term.readings[chosen].body, frame, derivation);
  }
  std::optional<dsl::Value> common;
  bool agree = true;
  Causes causes = {open};
  for (const dsl::Reading& each : term.readings) {
    const Evaluated value = child(each.body, frame, derivation);
    if (!value.known()) merge(causes, value.causes);
    agree = agree && value.known() && (!common || *common == *value.value);
    common = value.value;
  }
  if (agree) return Evaluated::of(*common);
  return Evaluated::unknown(std::move(causes));
}

Evaluated Evaluator::judgment(std::uint32_t index) {
  const dsl::Judgment& judgment = program_.typed().judgments[index];
  const auto made = latest_made(design_.determinations, as_of_, [&](const Determination& each) {
    return each.norm == judgment.norm && each.by == judgment.by && !has_ended(each, as_of_);
  });
  if (made) return Evaluated::of(design_.determinations[*made].holds);
  Cause missing;
  missing.kind = CauseKind::Judgment;
  missing.judgment = index;
  const auto* supposed = assumed(missing);
  if (supposed != nullptr && *supposed) return Evaluated::of(**supposed);
  return Evaluated::unknown(missing);
}

}  // namespace checker
