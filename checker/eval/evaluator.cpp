#include "checker/eval/evaluator.h"

#include <algorithm>
#include <utility>

#include "checker/eval/operations.h"

namespace checker {

using dsl::ExprId;
using dsl::FactId;
using dsl::Rational;
using dsl::Truth;
using dsl::TypeKind;
using dsl::Value;

namespace {

Cause cause(CauseKind kind, const FactRef& ref) {
  Cause made;
  made.kind = kind;
  made.fact = ref;
  return made;
}

Cause cause_at(CauseKind kind, ExprId expr) {
  Cause made;
  made.kind = kind;
  made.expr = expr;
  return made;
}

Evaluated absent(Cause because) { return {std::nullopt, true, {because}}; }

// What the states other than Stated evaluate to.
Evaluated without_value(FactState state, const FactRef& ref) {
  switch (state) {
    case FactState::Absent: return absent(cause(CauseKind::Absent, ref));
    case FactState::NotApplicable: return absent(cause(CauseKind::NotApplicable, ref));
    case FactState::Unknown: return Evaluated::unknown(cause(CauseKind::StatedUnknown, ref));
    default: return Evaluated::unknown(cause(CauseKind::NotStated, ref));
  }
}

bool is_missing(FactState state) {
  return state == FactState::NotStated || state == FactState::Unknown;
}

}  // namespace

Evaluator::Evaluator(const dsl::Program& program, const Design& design, dsl::Date as_of)
    : program_(program), design_(design), as_of_(as_of), computed_(program.typed().facts.size()) {}

void Evaluator::assume(const Cause& missing, std::optional<Value> value) {
  assumptions_.insert_or_assign(missing, std::move(value));
}

void Evaluator::clear_assumptions() { assumptions_.clear(); }

Evaluated Evaluator::evaluate(ExprId expr, Frame& frame, Derivation* derivation) {
  if (!expr.valid()) return Evaluated::of(true);
  Evaluated result = dispatch(expr, frame, derivation);
  if (derivation != nullptr) {
    derivation->expr = expr;
    derivation->result = result;
  }
  return result;
}

// An operand, written down as a child of the derivation where one is kept.
Evaluated Evaluator::child(ExprId id, Frame& frame, Derivation* derivation) {
  if (derivation == nullptr) return evaluate(id, frame);
  Derivation node;
  Evaluated result = evaluate(id, frame, &node);
  if (id.valid()) derivation->children.push_back(std::move(node));
  return result;
}

Evaluated Evaluator::dispatch(ExprId id, Frame& frame, Derivation* derivation) {
  const TypedExpr& expr = program_.expr(id);
  switch (expr.op) {
    case Op::Constant: return Evaluated::of(*expr.constant);
    case Op::Unknown: return Evaluated::unknown(cause_at(CauseKind::Literal, id));
    case Op::Fact:
      if (expr.type.kind == TypeKind::List) return list({expr.index}, derivation);
      return fact({{expr.index}, -1, -1}, derivation);
    case Op::FactByGrade: {
      const Evaluated grade = child(expr.operands[0], frame, derivation);
      if (!grade.known()) return Evaluated::unknown(grade.causes);
      return fact({{expr.index}, -1, std::get<dsl::Grade>(*grade.value).index}, derivation);
    }
    case Op::Variable: return frame[expr.index];
    case Op::Field: return field(expr, frame, derivation);
    case Op::Parameter: return parameter(id, frame, derivation);
    case Op::Definition: return definition(id, frame, derivation);
    case Op::Judgment: return judgment(expr.index);
    case Op::Not: {
      const Evaluated operand = child(expr.operands[0], frame, derivation);
      return Evaluated::of(!truth_of(operand), operand.causes);
    }
    case Op::And:
    case Op::Or: return connective(expr, frame, derivation);
    case Op::If: return conditional(expr, frame, derivation);
    case Op::AtLeast:
    case Op::AtMost:
    case Op::MoreThan:
    case Op::LessThan: return ordering(expr, frame, derivation);
    case Op::Between: return between(expr, frame, derivation);
    case Op::Is:
    case Op::IsNot:
    case Op::OneOf:
    case Op::NotOneOf: return equality(expr, frame, derivation);
    case Op::Includes:
    case Op::Excludes:
    case Op::Overlaps:
    case Op::WithinSet: return membership(expr, frame, derivation);
    case Op::Present:
    case Op::Absent: return presence(expr, frame, derivation);
    case Op::Negate:
    case Op::Add:
    case Op::Subtract:
    case Op::Multiply:
    case Op::Divide: return calculation(id, frame, derivation);
    case Op::YearOf:
    case Op::DayInYear:
    case Op::WeekdayInYear: return calendar(id, frame, derivation);
    case Op::Every:
    case Op::Some:
    case Op::No: return quantifier(expr, frame, derivation);
    case Op::Sum:
    case Op::Minimum:
    case Op::Maximum:
    case Op::Count: return aggregate(id, frame, derivation);
    case Op::Size: return size(expr, frame, derivation);
  }
  return Evaluated::unknown(Causes{});
}

// ---- reading the design ------------------------------------------------------------------------

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

namespace {

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
  const auto assumed = assumptions_.find(itself);
  if (assumed == assumptions_.end()) return result;
  if (assumed->second) return Evaluated::of(*assumed->second);
  return absent(cause(CauseKind::Absent, ref));
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
  const bool is_field = declaration.owner.valid();
  const bool cacheable = !is_field && derivation == nullptr && assumptions_.empty();
  if (cacheable && computed_[ref.fact.index]) return *computed_[ref.fact.index];
  Frame frame(std::max<std::uint32_t>(declaration.frame_size, 1));
  if (is_field) {
    frame[0] = Evaluated::of(
        dsl::RecordValue{declaration.owner.index, static_cast<std::uint32_t>(ref.item)});
  }
  Evaluated result = child(declaration.computed, frame, derivation);
  if (cacheable) computed_[ref.fact.index] = result;
  return result;
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
  std::optional<dsl::Grade> grade;
  if (!expr.operands.empty()) {
    const Evaluated key = child(expr.operands[0], frame, derivation);
    if (!key.known()) return Evaluated::unknown(key.causes);
    grade = std::get<dsl::Grade>(*key.value);
  }
  for (const dsl::ParameterVersion& version : parameter.versions) {
    if (!version.period.contains(as_of_)) continue;
    for (const dsl::ParameterValue& entry : version.values) {
      if (entry.grades.empty() || (grade && entry.grades.contains(*grade))) {
        return Evaluated::of(entry.value);
      }
    }
  }
  return Evaluated::unknown(cause_at(CauseKind::NoValueInForce, id));
}

Evaluated Evaluator::definition(ExprId id, Frame& frame, Derivation* derivation) {
  const TypedExpr& expr = program_.expr(id);
  const dsl::Definition& definition = program_.typed().definitions[expr.index];
  if (!definition.in_force.contains(as_of_)) {
    return Evaluated::unknown(cause_at(CauseKind::NoValueInForce, id));
  }
  Frame inner(definition.frame_size);
  for (std::size_t i = 0; i < expr.operands.size(); ++i) {
    inner[i] = child(expr.operands[i], frame, derivation);
  }
  return child(definition.body, inner, derivation);
}

Evaluated Evaluator::judgment(std::uint32_t index) {
  const dsl::Judgment& judgment = program_.typed().judgments[index];
  const Determination* latest = nullptr;
  for (const Determination& each : design_.determinations) {
    const bool in_time = (!each.on || *each.on <= as_of_) && (!each.until || as_of_ <= *each.until);
    if (each.norm != judgment.norm || each.by != judgment.by || !in_time) continue;
    if (latest == nullptr || latest->on <= each.on) latest = &each;
  }
  if (latest != nullptr) return Evaluated::of(latest->holds);
  Cause missing;
  missing.kind = CauseKind::Judgment;
  missing.judgment = index;
  const auto at = assumptions_.find(missing);
  if (at != assumptions_.end() && at->second) return Evaluated::of(*at->second);
  return Evaluated::unknown(missing);
}

// ---- logic -------------------------------------------------------------------------------------

Evaluated Evaluator::connective(const TypedExpr& expr, Frame& frame, Derivation* derivation) {
  const bool conjunction = expr.op == Op::And;
  const Truth decisive = conjunction ? Truth::False : Truth::True;
  Truth result = !decisive;
  Causes causes;
  for (const ExprId operand : expr.operands) {
    const Evaluated value = child(operand, frame, derivation);
    const Truth truth = truth_of(value);
    result = conjunction ? (result & truth) : (result | truth);
    if (truth == Truth::Unknown) merge(causes, value.causes);
    if (truth == decisive && derivation == nullptr) break;
  }
  return Evaluated::of(result, std::move(causes));
}

Evaluated Evaluator::conditional(const TypedExpr& expr, Frame& frame, Derivation* derivation) {
  const Evaluated condition = child(expr.operands[0], frame, derivation);
  if (condition.known()) {
    return child(expr.operands[truth_of(condition) == Truth::True ? 1 : 2], frame, derivation);
  }
  // The condition does not matter where both branches agree.
  Evaluated yes = child(expr.operands[1], frame, derivation);
  const Evaluated no = child(expr.operands[2], frame, derivation);
  if (yes.known() && no.known() && *yes.value == *no.value) return yes;
  Causes causes = condition.causes;
  merge(causes, yes.causes);
  merge(causes, no.causes);
  return Evaluated::unknown(std::move(causes));
}

// ---- comparison --------------------------------------------------------------------------------

Evaluated Evaluator::ordering(const TypedExpr& expr, Frame& frame, Derivation* derivation) {
  const Evaluated left = child(expr.operands[0], frame, derivation);
  const Evaluated right = child(expr.operands[1], frame, derivation);
  if (!left.known() || !right.known()) {
    Causes causes = left.causes;
    merge(causes, right.causes);
    return Evaluated::unknown(std::move(causes));
  }
  const int order = compare(*left.value, *right.value);
  switch (expr.op) {
    case Op::AtLeast: return Evaluated::of(order >= 0);
    case Op::AtMost: return Evaluated::of(order <= 0);
    case Op::MoreThan: return Evaluated::of(order > 0);
    default: return Evaluated::of(order < 0);
  }
}

Evaluated Evaluator::between(const TypedExpr& expr, Frame& frame, Derivation* derivation) {
  const Evaluated value = child(expr.operands[0], frame, derivation);
  const Evaluated low = child(expr.operands[1], frame, derivation);
  const Evaluated high = child(expr.operands[2], frame, derivation);
  if (value.absent && expr.index == 1) return Evaluated::of(false);  // absent is within nothing
  Truth result = Truth::True;
  Causes causes;
  const auto add = [&](const Evaluated& less, const Evaluated& more) {
    if (less.known() && more.known()) {
      result = result & dsl::truth(compare(*less.value, *more.value) <= 0);
      return;
    }
    result = result & Truth::Unknown;
    merge(causes, less.causes);
    merge(causes, more.causes);
  };
  add(low, value);
  add(value, high);
  return Evaluated::of(result, std::move(causes));
}

Evaluated Evaluator::equality(const TypedExpr& expr, Frame& frame, Derivation* derivation) {
  const Evaluated value = child(expr.operands[0], frame, derivation);
  Truth result = Truth::False;
  Causes causes;
  for (std::size_t i = 1; i < expr.operands.size(); ++i) {
    const Evaluated other = child(expr.operands[i], frame, derivation);
    if (value.absent || other.absent) continue;  // differs from every value
    if (value.known() && other.known()) {
      result = result | dsl::truth(*value.value == *other.value);
    } else {
      result = result | Truth::Unknown;
      merge(causes, value.causes);
      merge(causes, other.causes);
    }
  }
  const bool negated = expr.op == Op::IsNot || expr.op == Op::NotOneOf;
  return Evaluated::of(negated ? !result : result, std::move(causes));
}

namespace {

Value empty_set(const dsl::Type& type) {
  if (type.kind == TypeKind::Grade) return dsl::GradeSet();
  if (type.kind == TypeKind::Choice) return dsl::ChoiceSet();
  return dsl::TextSet();
}

bool is_empty_set(const Evaluated& side) {
  if (!side.known()) return false;
  const Value& value = *side.value;
  if (const auto* grades = std::get_if<dsl::GradeSet>(&value)) return grades->empty();
  if (const auto* choices = std::get_if<dsl::ChoiceSet>(&value)) return choices->members.empty();
  const auto* texts = std::get_if<dsl::TextSet>(&value);
  return texts != nullptr && texts->members.empty();
}

// What an empty set on one side settles, whatever the other side is.
std::optional<bool> settled_by_empty(dsl::Op op, bool left_is_empty, bool other_is_set) {
  if (op == dsl::Op::Overlaps) return false;
  if (op == dsl::Op::Excludes) return true;
  if (left_is_empty == (op == dsl::Op::WithinSet)) return true;
  return other_is_set ? std::nullopt : std::optional(false);
}

}  // namespace

Evaluated Evaluator::membership(const TypedExpr& expr, Frame& frame, Derivation* derivation) {
  Evaluated left = child(expr.operands[0], frame, derivation);
  Evaluated right = child(expr.operands[1], frame, derivation);
  // A set that is absent is empty, and an absent member is in no set.
  const auto empty_if_absent = [&](Evaluated& side, ExprId operand) {
    const dsl::Type& type = program_.expr(operand).type;
    if (side.absent && type.is_set) side = Evaluated::of(empty_set(type));
  };
  empty_if_absent(left, expr.operands[0]);
  empty_if_absent(right, expr.operands[1]);
  if (left.absent || right.absent) return Evaluated::of(expr.op == Op::Excludes);
  if (!left.known() || !right.known()) {
    if (is_empty_set(left) || is_empty_set(right)) {
      const bool left_is_empty = left.known();
      const dsl::Type& other = program_.expr(expr.operands[left_is_empty ? 1 : 0]).type;
      const auto settled = settled_by_empty(expr.op, left_is_empty, other.is_set);
      if (settled) return Evaluated::of(*settled);
    }
    Causes causes = left.causes;
    merge(causes, right.causes);
    return Evaluated::unknown(std::move(causes));
  }
  switch (expr.op) {
    case Op::Overlaps: return Evaluated::of(overlaps(*left.value, *right.value));
    case Op::WithinSet: return Evaluated::of(includes(*right.value, *left.value));
    case Op::Excludes: {
      const bool member_is_set = program_.expr(expr.operands[1]).type.is_set;
      return Evaluated::of(member_is_set ? !overlaps(*left.value, *right.value)
                                         : !includes(*left.value, *right.value));
    }
    default: return Evaluated::of(includes(*left.value, *right.value));
  }
}

Evaluated Evaluator::presence(const TypedExpr& expr, Frame& frame, Derivation* derivation) {
  const Evaluated operand = child(expr.operands[0], frame, derivation);
  if (!operand.known() && !operand.absent) return Evaluated::unknown(operand.causes);
  return Evaluated::of(operand.absent == (expr.op == Op::Absent));
}

// ---- calculation -------------------------------------------------------------------------------

Evaluated Evaluator::calculation(ExprId id, Frame& frame, Derivation* derivation) {
  const TypedExpr& expr = program_.expr(id);
  const Evaluated left = child(expr.operands[0], frame, derivation);
  if (expr.op == Op::Negate) {
    if (!left.known()) return Evaluated::unknown(left.causes);
    return arithmetic(Op::Subtract, Rational(0), *left.value, id);
  }
  const Evaluated right = child(expr.operands[1], frame, derivation);
  if (!left.known() || !right.known()) {
    Causes causes = left.causes;
    merge(causes, right.causes);
    return Evaluated::unknown(std::move(causes));
  }
  return arithmetic(expr.op, *left.value, *right.value, id);
}

Evaluated Evaluator::calendar(ExprId id, Frame& frame, Derivation* derivation) {
  const TypedExpr& expr = program_.expr(id);
  const Evaluated date = child(expr.operands[0], frame, derivation);
  if (!date.known()) return Evaluated::unknown(date.causes);
  const int year = dsl::year_of(std::get<dsl::Date>(*date.value));
  if (expr.op == Op::YearOf) return Evaluated::of(Rational(year));
  const auto code = static_cast<int>(expr.index);
  std::optional<dsl::Date> result;
  if (expr.op == Op::DayInYear) {
    // 29 February in a common year is the 28th.
    result = dsl::make_date(year, code / 100, code % 100);
    if (!result) result = dsl::make_date(year, code / 100, code % 100 - 1);
  } else {
    const int ordinal = code / 10'000;
    const auto weekday = static_cast<dsl::Weekday>(code / 100 % 100);
    const int month = code % 100;
    result = ordinal == 6 ? dsl::last_weekday(year, month, weekday)
                          : dsl::nth_weekday(year, month, weekday, ordinal);
  }
  if (!result) return Evaluated::unknown(cause_at(CauseKind::NoValueInForce, id));
  return Evaluated::of(*result);
}

// ---- lists -------------------------------------------------------------------------------------

std::optional<std::vector<Value>> Evaluator::elements(ExprId domain, Frame& frame,
                                                      Derivation* derivation, Causes& causes) {
  const Evaluated list = child(domain, frame, derivation);
  if (list.absent) return std::vector<Value>{};
  if (!list.known()) {
    merge(causes, list.causes);
    return std::nullopt;
  }
  std::vector<Value> values;
  if (const auto* record = std::get_if<dsl::RecordValue>(&*list.value)) {
    const auto count = static_cast<std::uint32_t>(design_.lists[record->list].records.size());
    for (std::uint32_t item = 0; item < count; ++item) {
      values.emplace_back(dsl::RecordValue{record->list, item});
    }
  } else if (const auto* grades = std::get_if<dsl::GradeSet>(&*list.value)) {
    for (std::uint8_t i = 0; i < dsl::kGradeCount; ++i) {
      if (grades->contains({i})) values.emplace_back(dsl::Grade{i});
    }
  } else if (const auto* choices = std::get_if<dsl::ChoiceSet>(&*list.value)) {
    values.assign(choices->members.begin(), choices->members.end());
  } else {
    const auto& texts = std::get<dsl::TextSet>(*list.value).members;
    values.assign(texts.begin(), texts.end());
  }
  return values;
}

namespace {

// The condition that chooses records is not what is asked of them.
void mark_filter(Derivation* derivation, std::size_t child) {
  if (derivation != nullptr && child < derivation->children.size()) {
    derivation->children[child].is_filter = true;
  }
}

void mark_item(Derivation* derivation, std::size_t first_child, const Value& element) {
  if (derivation == nullptr) return;
  const auto* record = std::get_if<dsl::RecordValue>(&element);
  if (record == nullptr) return;
  for (std::size_t i = first_child; i < derivation->children.size(); ++i) {
    derivation->children[i].item = record->item;
  }
}

}  // namespace

Evaluated Evaluator::quantifier(const TypedExpr& expr, Frame& frame, Derivation* derivation) {
  Causes causes;
  const auto all = elements(expr.operands[0], frame, derivation, causes);
  // `every` is the conjunction of "not filter or body", `some` the disjunction of "filter and
  // body".
  const bool every = expr.op == Op::Every;
  const auto met = [every](const Evaluated& filter, const Evaluated& body) {
    return every ? ((!truth_of(filter)) | truth_of(body)) : (truth_of(filter) & truth_of(body));
  };
  Truth result = dsl::truth(every);
  if (!all) {
    // An unknown list may hold anything, or nothing: one unknown element stands for all of it.
    frame[expr.index] = Evaluated::unknown(causes);
    const Evaluated filter = evaluate(expr.operands[1], frame);
    const Evaluated body = evaluate(expr.operands[2], frame);
    if (met(filter, body) != result) {
      result = Truth::Unknown;
      merge(causes, filter.causes);
      merge(causes, body.causes);
    }
    return Evaluated::of(expr.op == Op::No ? !result : result, std::move(causes));
  }
  for (const Value& element : *all) {
    frame[expr.index] = Evaluated::of(element);
    const std::size_t first = derivation != nullptr ? derivation->children.size() : 0;
    const Evaluated filter = child(expr.operands[1], frame, derivation);
    if (expr.operands[1].valid() && expr.operands[2].valid()) mark_filter(derivation, first);
    const Evaluated body = truth_of(filter) == Truth::False
                               ? Evaluated::of(every)
                               : child(expr.operands[2], frame, derivation);
    mark_item(derivation, first, element);
    const Truth truth = met(filter, body);
    result = every ? (result & truth) : (result | truth);
    if (truth == Truth::Unknown) {
      merge(causes, filter.causes);
      merge(causes, body.causes);
    }
  }
  return Evaluated::of(expr.op == Op::No ? !result : result, std::move(causes));
}

Evaluated Evaluator::aggregate(ExprId id, Frame& frame, Derivation* derivation) {
  const TypedExpr& expr = program_.expr(id);
  Causes causes;
  const auto all = elements(expr.operands[0], frame, derivation, causes);
  if (!all) {
    frame[expr.index] = Evaluated::unknown(causes);
    merge(causes, evaluate(expr.operands[1], frame).causes);
    if (expr.op != Op::Count) merge(causes, evaluate(expr.operands[2], frame).causes);
    return Evaluated::unknown(std::move(causes));
  }
  std::optional<Value> result;
  if (expr.op == Op::Sum || expr.op == Op::Count) result = Rational(0);
  for (const Value& element : *all) {
    frame[expr.index] = Evaluated::of(element);
    const std::size_t first = derivation != nullptr ? derivation->children.size() : 0;
    const Evaluated filter = child(expr.operands[1], frame, derivation);
    if (truth_of(filter) == Truth::False) {
      mark_item(derivation, first, element);
      continue;
    }
    const Evaluated body = expr.op == Op::Count ? Evaluated::of(Rational(1))
                                                : child(expr.operands[2], frame, derivation);
    mark_item(derivation, first, element);
    merge(causes, filter.causes);
    merge(causes, body.causes);
    if (!filter.known() || !body.known()) continue;
    if (expr.op == Op::Sum || expr.op == Op::Count) {
      Evaluated sum = arithmetic(Op::Add, *result, *body.value, id);
      if (!sum.known()) return sum;
      result = sum.value;
    } else if (!result || (expr.op == Op::Minimum ? compare(*body.value, *result) < 0
                                                  : compare(*body.value, *result) > 0)) {
      result = body.value;
    }
  }
  if (!causes.empty()) return Evaluated::unknown(std::move(causes));
  if (!result) {
    const TypedExpr& domain = program_.expr(expr.operands[0]);
    Cause empty = cause_at(CauseKind::EmptyList, id);
    if (domain.op == Op::Fact) empty.fact.fact = {domain.index};
    return absent(empty);
  }
  return Evaluated::of(*result);
}

Evaluated Evaluator::size(const TypedExpr& expr, Frame& frame, Derivation* derivation) {
  Causes causes;
  const auto all = elements(expr.operands[0], frame, derivation, causes);
  if (!all) return Evaluated::unknown(std::move(causes));
  return Evaluated::of(Rational(static_cast<std::int64_t>(all->size())));
}

}  // namespace checker
