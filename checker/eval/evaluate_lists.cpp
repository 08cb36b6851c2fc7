// What runs over lists and sets: their elements, quantifiers and aggregates.
#include <utility>

#include "checker/eval/evaluator.h"
#include "checker/eval/operations.h"

namespace checker {

using dsl::ExprId;
using dsl::Rational;
using dsl::Truth;
using dsl::Value;

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

void mark_element(Derivation* derivation, std::size_t first_child, const Value& element) {
  if (derivation == nullptr) return;
  for (std::size_t i = first_child; i < derivation->children.size(); ++i) {
    derivation->children[i].element = element;
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
    mark_element(derivation, first, element);
    const Truth truth = met(filter, body);
    result = every ? (result & truth) : (result | truth);
    if (truth == Truth::Unknown) {
      merge(causes, filter.causes);
      merge(causes, body.causes);
    }
  }
  return Evaluated::of(expr.op == Op::No ? !result : result, std::move(causes));
}

// A calculation over a list that nobody knows hangs on the list and on all else that it reads.
Evaluated Evaluator::over_unknown(const TypedExpr& expr, Frame& frame, Causes causes) {
  frame[expr.index] = Evaluated::unknown(causes);
  for (std::size_t i = 1; i < expr.operands.size(); ++i) {
    merge(causes, evaluate(expr.operands[i], frame).causes);
  }
  return Evaluated::unknown(std::move(causes));
}

Evaluated Evaluator::aggregate(ExprId id, Frame& frame, Derivation* derivation) {
  const TypedExpr& expr = program_.expr(id);
  Causes causes;
  const auto all = elements(expr.operands[0], frame, derivation, causes);
  if (!all) return over_unknown(expr, frame, std::move(causes));
  std::optional<Value> result;
  if (expr.op == Op::Sum || expr.op == Op::Count) result = Rational(0);
  for (const Value& element : *all) {
    frame[expr.index] = Evaluated::of(element);
    const std::size_t first = derivation != nullptr ? derivation->children.size() : 0;
    const Evaluated filter = child(expr.operands[1], frame, derivation);
    if (truth_of(filter) == Truth::False) {
      mark_element(derivation, first, element);
      continue;
    }
    const Evaluated body = expr.op == Op::Count ? Evaluated::of(Rational(1))
                                                : child(expr.operands[2], frame, derivation);
    mark_element(derivation, first, element);
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
    Cause empty = Cause::at(CauseKind::EmptyList, id);
    if (domain.op == Op::Fact) empty.fact.fact = {domain.index};
    return Evaluated::nothing(empty);
  }
  return Evaluated::of(*result);
}

// Every run of so many elements in a row. A set of choices runs round, as a week does: after the
// last comes the first. Grades and records do not.
Evaluated Evaluator::window(ExprId id, Frame& frame, Derivation* derivation) {
  const TypedExpr& expr = program_.expr(id);
  Causes causes;
  const auto all = elements(expr.operands[0], frame, derivation, causes);
  if (!all) return over_unknown(expr, frame, std::move(causes));
  std::vector<Value> amounts;
  for (const Value& element : *all) {
    frame[expr.index] = Evaluated::of(element);
    const Evaluated filter = child(expr.operands[1], frame, derivation);
    const Evaluated body = truth_of(filter) == Truth::False
                               ? Evaluated::of(Rational(0))
                               : child(expr.operands[2], frame, derivation);
    merge(causes, filter.causes);
    merge(causes, body.causes);
    amounts.push_back(body.value.value_or(Rational(0)));
  }
  if (!causes.empty()) return Evaluated::unknown(std::move(causes));
  const auto length = static_cast<std::size_t>(std::get<Rational>(*expr.constant).numerator());
  const bool runs_round = program_.expr(expr.operands[0]).type.kind == dsl::TypeKind::Choice;
  if (amounts.empty() || (!runs_round && amounts.size() < length)) {
    return {std::nullopt, true, {Cause::at(CauseKind::EmptyList, id)}};
  }
  const std::size_t starts = runs_round ? amounts.size() : amounts.size() - length + 1;
  std::optional<Value> extreme;
  for (std::size_t start = 0; start < starts; ++start) {
    Evaluated sum = Evaluated::of(Rational(0));
    for (std::size_t i = 0; i < length && sum.known(); ++i) {
      sum = arithmetic(dsl::Op::Add, *sum.value, amounts[(start + i) % amounts.size()], id);
    }
    if (!sum.known()) return sum;
    const bool better =
        !extreme || (expr.op == dsl::Op::LeastSum ? compare(*sum.value, *extreme) < 0
                                                  : compare(*sum.value, *extreme) > 0);
    if (better) extreme = sum.value;
  }
  return Evaluated::of(*extreme);
}

Evaluated Evaluator::size(const TypedExpr& expr, Frame& frame, Derivation* derivation) {
  Causes causes;
  const auto all = elements(expr.operands[0], frame, derivation, causes);
  if (!all) return Evaluated::unknown(std::move(causes));
  return Evaluated::of(Rational(static_cast<std::int64_t>(all->size())));
}

}  // namespace checker
