#include "checker/eval/evaluator.h"

#include <algorithm>
#include <utility>

namespace checker {

using dsl::ExprId;
using dsl::TypeKind;
using dsl::Value;

Evaluator::Evaluator(const dsl::Program& program, const Design& design, dsl::Date as_of)
    : program_(program), design_(design), as_of_(as_of) {}

void Evaluator::assume(const Cause& missing, std::optional<Value> value) {
  assumptions_.insert_or_assign(missing, std::move(value));
}

void Evaluator::clear_assumptions() { restore({}); }

void Evaluator::restore(Assumptions assumptions) { assumptions_ = std::move(assumptions); }

Evaluated Evaluator::remembered(std::optional<Memory::Key> key, Steps steps, Derivation* derivation,
                                const std::function<Evaluated(Derivation*)>& work_out) {
  if (!key) return work_out(derivation);
  if (derivation != nullptr) {
    const bool condense = condenses_ && steps == Steps::Condensed;
    return condense ? condensed(*key, *derivation, work_out) : work_out(derivation);
  }
  if (const Memory::Remembered* known = memory_.find(*key, assumptions_)) {
    if (remembering_ > 0) {
      looked_at_.insert(looked_at_.end(), known->looked_at.begin(), known->looked_at.end());
    }
    return known->result;
  }
  const auto begin = static_cast<std::ptrdiff_t>(looked_at_.size());
  ++remembering_;
  Evaluated result = work_out(nullptr);
  --remembering_;
  std::sort(looked_at_.begin() + begin, looked_at_.end());
  looked_at_.erase(std::unique(looked_at_.begin() + begin, looked_at_.end()), looked_at_.end());
  memory_.keep(*key, result, {looked_at_.begin() + begin, looked_at_.end()}, assumptions_);
  if (remembering_ == 0) looked_at_.clear();
  return result;
}

const std::optional<Value>* Evaluator::assumed(const Cause& missing) {
  if (remembering_ > 0) looked_at_.push_back(missing);
  const auto at = assumptions_.find(missing);
  return at == assumptions_.end() ? nullptr : &at->second;
}

Evaluated Evaluator::condensed(Memory::Key key, Derivation& derivation,
                               const std::function<Evaluated(Derivation*)>& work_out) {
  // What was looked at has to be noted once more within a value that will be remembered.
  if (assumptions_.empty() && remembering_ == 0) {
    if (const Memory::WithReadings* known = memory_.find_readings(key)) {
      derivation.condensed = known->readings;
      return known->result;
    }
  }
  Derivation steps;
  Evaluated result = work_out(&steps);
  derivation.condensed = std::make_shared<const std::vector<FactReading>>(readings_of(steps));
  if (assumptions_.empty()) memory_.keep(key, {result, derivation.condensed});
  return result;
}

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
    case Op::Unknown: return Evaluated::unknown(Cause::at(CauseKind::Literal, id));
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
    case Op::AsOfDate: return Evaluated::of(as_of_);
    case Op::VerdictIs:
      if (!norms_.verdict_is) return Evaluated::unknown(Cause::at(CauseKind::Literal, id));
      return remembered(Memory::key_of(id), Steps::Condensed, derivation, [&](Derivation* steps) {
        if (steps != nullptr) {
          steps->condensed =
              std::make_shared<const std::vector<FactReading>>(norms_.what_decides({expr.index}));
        }
        return norms_.verdict_is({expr.index}, std::get<dsl::TextSet>(*expr.constant));
      });
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
    case Op::WeekdayInYear:
    case Op::ClassOf:
    case Op::NinthGradeEntry:
    case Op::SchoolYearStart:
    case Op::SchoolYearEnd:
    case Op::WeekdayOnOrAfter:
    case Op::WeekdayOnOrBefore: return calendar(id, frame, derivation);
    case Op::AddMonths: return add_months(id, frame, derivation);
    case Op::Lesser:
    case Op::Greater: return extreme(expr, frame, derivation);
    case Op::Every:
    case Op::Some:
    case Op::No: return quantifier(expr, frame, derivation);
    case Op::Sum:
    case Op::Minimum:
    case Op::Maximum:
    case Op::Count: return aggregate(id, frame, derivation);
    case Op::LeastSum:
    case Op::GreatestSum: return window(id, frame, derivation);
    case Op::Size: return size(expr, frame, derivation);
  }
  return Evaluated::unknown(Causes{});
}

dsl::Truth truth_of_condition(Evaluator& evaluator, dsl::ExprId condition,
                              std::uint32_t frame_size) {
  Frame frame(frame_size);
  return truth_of(evaluator.evaluate(condition, frame));
}

dsl::Truth truth_of_pack(Evaluator& evaluator, const dsl::Pack& pack) {
  return truth_of_condition(evaluator, pack.applies, pack.frame_size);
}

}  // namespace checker
