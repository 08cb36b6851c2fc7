// From the formula to an outcome: what cannot be told, what does not stand and why, what stands.
#include <algorithm>

#include "checker/eval/decisive.h"
#include "checker/eval/norm_judge.h"

namespace checker {

using dsl::ExprId;
using dsl::NormId;
using dsl::NormKind;
using dsl::Truth;

namespace {

bool is_fact_cause(const Cause& cause) {
  return cause.kind == CauseKind::NotStated || cause.kind == CauseKind::StatedUnknown;
}

// Facts and judgments to their places; what no answer can mend to the faults.
void sort_needs(const Causes& needs, VerdictPart& part) {
  for (const Cause& cause : needs) {
    if (is_fact_cause(cause)) {
      part.needs.push_back(cause.fact);
    } else if (cause.kind == CauseKind::Judgment) {
      part.judgments.push_back(cause.judgment);
    } else if (cause.kind == CauseKind::Reading) {
      part.open_terms.push_back(cause.judgment);
    } else {
      part.faults.push_back(cause);
    }
  }
}

bool hangs_on_people(const Causes& causes) {
  return std::any_of(causes.begin(), causes.end(), [](const Cause& cause) {
    return cause.kind == CauseKind::Judgment || cause.kind == CauseKind::Reading;
  });
}

}  // namespace

VerdictPart NormJudge::judge(Instance& instance) {
  VerdictPart part;
  if (instance.grade) part.grades.insert(*instance.grade);
  if (instance.item) part.items.push_back(*instance.item);
  const Decided decided = this->decided([&] { return stands(instance); });
  switch (decided.truth) {
    case Truth::Unknown: cannot_tell(instance, decided.needs, part); break;
    case Truth::False: does_not_stand(instance, part); break;
    case Truth::True: stands_against(part); break;
  }
  if (depth_ == Depth::All) measure(instance, part);
  return part;
}

void NormJudge::cannot_tell(Instance& instance, const Causes& needs, VerdictPart& part) {
  sort_needs(needs, part);
  const bool only_judgments = part.needs.empty() && part.faults.empty() &&
                              (!part.judgments.empty() || !part.open_terms.empty());
  part.outcome = only_judgments ? Outcome::NeedsJudgment : Outcome::CannotTell;
  if (depth_ != Depth::All) return;
  if (!part.open_terms.empty()) read_apart(instance, part);
  Decided gate = decide(evaluator_, [&] { return in_pack(norm_); });
  if (gate.truth != Truth::Unknown) gate = decide(evaluator_, [&] { return scope(instance); });
  if (gate.truth != Truth::Unknown) return;
  VerdictPart sorted;
  sort_needs(gate.needs, sorted);
  part.hangs_on = sorted.needs;
}

void NormJudge::read_apart(Instance& instance, VerdictPart& part) {
  const std::uint32_t term = part.open_terms.front();
  Cause open;
  open.kind = CauseKind::Reading;
  open.judgment = term;
  const Evaluator::Assumptions outside = evaluator_.assumptions();
  const auto count = program_.typed().definitions[term].readings.size();
  depth_ = Depth::Outcome;
  for (std::uint32_t i = 0; i < count; ++i) {
    evaluator_.assume(open, dsl::Value(dsl::Rational(i)));
    part.readings_apart.push_back({term, i, judge(instance).outcome});
    evaluator_.restore(outside);
  }
  depth_ = Depth::All;
}

Truth NormJudge::truth_in_all(const std::function<Evaluated()>& question) {
  return decided_truth(evaluator_, question, question());
}

Decided NormJudge::decided(const std::function<Evaluated()>& question) {
  const Evaluated first = question();
  if (depth_ != Depth::Outcome || hangs_on_people(first.causes)) {
    return decide(evaluator_, question, first);
  }
  return {decided_truth(evaluator_, question, first), {}};
}

void NormJudge::does_not_stand(Instance& instance, VerdictPart& part) {
  if (truth_in_all([&] { return scope(instance); }) == Truth::False) {
    part.outcome = Outcome::DoesNotApply;
    if (depth_ != Depth::All) return;
    part.reason = truth_in_all([&] { return in_pack(norm_); }) == Truth::False ? Reason::OutOfPack
                                                                               : Reason::OutOfScope;
    return;
  }
  const bool has_duty = norm_.kind != NormKind::Enablement && norm_.kind != NormKind::Approval;
  if (has_duty && truth_in_all([&] { return required(instance); }) == Truth::True) {
    part.outcome = Outcome::Clear;
    return;
  }
  std::optional<std::uint32_t> exception;
  if (truth_in_all([&] { return excepted(instance); }) == Truth::True) {
    excepted(instance, &exception);
    part.outcome = Outcome::Excepted;
    part.exception = exception;
    return;
  }
  NormId enablement;
  if (truth_in_all([&] { return lifted(); }) == Truth::True) {
    lifted(&enablement);
    part.outcome = Outcome::Lifted;
    part.lifted_by = enablement;
    return;
  }
  // Whatever the missing facts are, it cannot stand.
  part.outcome = Outcome::Clear;
}

void NormJudge::stands_against(VerdictPart& part) {
  switch (norm_.kind) {
    case NormKind::Enablement: part.outcome = Outcome::Enabled; return;
    case NormKind::Principle: part.outcome = Outcome::Thinned; return;
    case NormKind::Approval: approval(part); break;
    default: part.outcome = Outcome::Conflict; break;
  }
  if (part.outcome == Outcome::Conflict) relief(part);
}

void NormJudge::measure(Instance& instance, VerdictPart& part) {
  const bool was_condensed = evaluator_.condense(true);
  const auto read = [&](ExprId expr) {
    const auto derivation = derive(expr, instance.frame);
    if (derivation) add_readings(part.readings, readings_of(*derivation));
  };
  for (const ExprId requirement : norm_.requirements) {
    const auto derivation = derive(requirement, instance.frame);
    const auto leeway = leeway_of(*derivation, program_);
    const bool failed = truth_of(derivation->result) == Truth::False;
    const bool stands_or_would = part.outcome == Outcome::Conflict ||
                                 part.outcome == Outcome::Thinned ||
                                 part.outcome == Outcome::Relieved;
    if (failed && stands_or_would) {
      note_failed_conditions(*derivation, part.failed_conditions);
      add_readings(part.failed_readings, decisive_readings(*derivation, program_));
    }
    const bool better = !part.leeway || (leeway && tighter(*leeway, *part.leeway));
    if (leeway && better && (failed || part.outcome != Outcome::Conflict)) part.leeway = leeway;
    if (part.outcome != Outcome::DoesNotApply) {
      add_readings(part.readings, readings_of(*derivation));
    }
  }
  if (part.outcome == Outcome::DoesNotApply || part.outcome == Outcome::Excepted) {
    part.leeway.reset();
  }
  if (part.outcome == Outcome::Conflict) {
    measure_alternatives(instance, part);
    part.effect_amount = norm_.effect_amount.valid()
                             ? evaluator_.evaluate(norm_.effect_amount, instance.frame).value
                             : std::nullopt;
  }
  if (part.exception) read(norm_.exceptions[*part.exception].condition);
  read(norm_.applies);
  if (norm_.for_each) {
    read(norm_.for_each->domain);
    read(norm_.for_each->filter);
  }
  if (part.outcome == Outcome::DoesNotApply) read(pack_condition(norm_));
  evaluator_.condense(was_condensed);
}

void NormJudge::measure_alternatives(Instance& instance, VerdictPart& part) {
  if (norm_.alternatives.size() < 2) return;
  const auto joined = norm_.requirements.back();
  if (truth_of(evaluator_.evaluate(joined, instance.frame)) != Truth::False) return;
  for (std::uint32_t i = 0; i < norm_.alternatives.size(); ++i) {
    const auto derivation = derive(norm_.alternatives[i].condition, instance.frame);
    part.alternatives.push_back({i, leeway_of(*derivation, program_)});
  }
  std::stable_sort(part.alternatives.begin(), part.alternatives.end(),
                   [](const AlternativeResult& a, const AlternativeResult& b) {
                     if (!a.leeway || !b.leeway) return a.leeway.has_value() && !b.leeway;
                     return nearer(*a.leeway, *b.leeway);
                   });
}

void NormJudge::note_failed_conditions(const Derivation& node, std::vector<ExprId>& into) const {
  if (program_.expr(node.expr).op != dsl::Op::And) {
    into.push_back(node.expr);
    return;
  }
  for (const Derivation& child : node.children) {
    if (truth_of(child.result) == Truth::False) note_failed_conditions(child, into);
  }
}

}  // namespace checker
