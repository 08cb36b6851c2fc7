#include "checker/eval/evaluate.h"

#include <algorithm>
#include <functional>
#include <set>
#include <tuple>
#include <utility>

#include "checker/eval/evaluator.h"
#include "checker/eval/needs.h"

namespace checker {
namespace {

using dsl::Date;
using dsl::ExprId;
using dsl::Norm;
using dsl::NormId;
using dsl::NormKind;
using dsl::Truth;
using dsl::Value;

Evaluated conjunction(std::initializer_list<Evaluated> parts) {
  Truth truth = Truth::True;
  Causes causes;
  for (const Evaluated& part : parts) {
    const Truth each = truth_of(part);
    truth = truth & each;
    if (each == Truth::Unknown) merge(causes, part.causes);
  }
  return Evaluated::of(truth, std::move(causes));
}

Evaluated negation(const Evaluated& operand) {
  return Evaluated::of(!truth_of(operand), operand.causes);
}

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

class NormJudge {
 public:
  NormJudge(Evaluator& evaluator, NormId id)
      : evaluator_(evaluator), program_(evaluator.program()), id_(id), norm_(program_.norm(id)) {}

  Verdict judge() {
    Verdict verdict;
    verdict.norm = id_;
    if (const Reason out = out_of_force(norm_); out != Reason::None) {
      VerdictPart part;
      part.outcome = Outcome::DoesNotApply;
      part.reason = out;
      verdict.parts.push_back(std::move(part));
    } else {
      for (Instance& instance : instances()) add(verdict, judge(instance));
    }
    if (verdict.parts.empty()) {
      VerdictPart part;
      part.outcome = Outcome::DoesNotApply;
      part.reason = Reason::NoInstance;
      verdict.parts.push_back(std::move(part));
    }
    std::stable_sort(
        verdict.parts.begin(), verdict.parts.end(),
        [](const VerdictPart& a, const VerdictPart& b) { return a.outcome < b.outcome; });
    verdict.outcome = verdict.main().outcome;
    return verdict;
  }

  // Whether the verdict is one of the words. What could still become a conflict is not decided.
  Evaluated verdict_is(const dsl::TextSet& words) {
    const Verdict verdict = judge();
    Causes open;
    for (const VerdictPart& part : verdict.parts) {
      for (const FactRef& need : part.needs) {
        Cause cause;
        cause.kind = evaluator_.read(need).state == dsl::FactState::Unknown
                         ? CauseKind::StatedUnknown
                         : CauseKind::NotStated;
        cause.fact = need;
        merge(open, {cause});
      }
      for (const std::uint32_t judgment : part.judgments) {
        Cause cause;
        cause.kind = CauseKind::Judgment;
        cause.judgment = judgment;
        merge(open, {cause});
      }
      for (const std::uint32_t term : part.open_terms) {
        Cause cause;
        cause.kind = CauseKind::Reading;
        cause.judgment = term;
        merge(open, {cause});
      }
      for (const Cause& fault : part.faults) merge(open, {fault});
    }
    if (verdict.outcome != Outcome::Conflict && !open.empty()) {
      return Evaluated::unknown(std::move(open));
    }
    return Evaluated::of(std::binary_search(words.members.begin(), words.members.end(),
                                            std::string(outcome_word(verdict.outcome))));
  }

  Explanation explain() {
    Explanation explanation;
    explanation.verdict = judge();
    Frame frame = frame_for(norm_);
    explanation.pack = derive(pack_condition(norm_), frame);
    explanation.applies = derive(norm_.applies, frame);
    if (norm_.for_each) explanation.domain = derive(norm_.for_each->domain, frame);
    for (Instance& instance : instances()) {
      ExplainedInstance explained;
      explained.label = instance.label;
      explained.grade = instance.grade;
      explained.item = instance.item;
      if (norm_.for_each) explained.filter = derive(norm_.for_each->filter, instance.frame);
      for (const ExprId requirement : norm_.requirements) {
        explained.requirements.push_back(*derive(requirement, instance.frame));
      }
      for (const dsl::Exception& exception : norm_.exceptions) {
        explained.exceptions.push_back(*derive(exception.condition, instance.frame));
      }
      explanation.instances.push_back(std::move(explained));
    }
    for (const NormId id : program_.lifted_by(id_)) {
      const Norm& enablement = program_.norm(id);
      Frame lift_frame = frame_for(enablement);
      ExplainedLift lift;
      lift.enablement = id;
      lift.in_force = out_of_force(enablement) == Reason::None;
      lift.pack = derive(pack_condition(enablement), lift_frame);
      lift.applies = derive(enablement.applies, lift_frame);
      explanation.lifts.push_back(std::move(lift));
    }
    return explanation;
  }

 private:
  // One thing that the norm is about: the whole design, a grade or a record.
  struct Instance {
    Frame frame;
    std::optional<dsl::Grade> grade;
    std::optional<std::uint32_t> item;
    std::string label;
    Causes unknown_domain;  // why nobody knows what the norm runs over; empty when it is known
  };

  // Why a norm binds nobody on the date, whatever the design is; None: it may.
  Reason out_of_force(const Norm& norm) const {
    const Date as_of = evaluator_.as_of();
    if (norm.status == dsl::Status::Pending) return Reason::Pending;
    if (norm.in_force.from && as_of < *norm.in_force.from) return Reason::NotYetInForce;
    if (!norm.in_force.contains(as_of)) return Reason::NoLongerInForce;
    const bool suspended = std::any_of(
        norm.suspensions.begin(), norm.suspensions.end(),
        [&](const dsl::Suspension& suspension) { return suspension.period.contains(as_of); });
    return suspended ? Reason::Suspended : Reason::None;
  }

  // Whether the norm has begun where its beginning hangs on a date of the design.
  Evaluated has_begun(const Norm& norm) {
    if (!norm.begins_later.valid()) return Evaluated::of(true);
    Frame frame = frame_for(norm);
    const Evaluated date = evaluator_.evaluate(norm.begins_later, frame);
    if (date.absent) return Evaluated::of(true);
    if (!date.known()) return Evaluated::unknown(date.causes);
    return Evaluated::of(std::get<Date>(*date.value) <= evaluator_.as_of());
  }

  std::optional<Derivation> derive(ExprId expr, Frame& frame) {
    if (!expr.valid()) return std::nullopt;
    Derivation derivation;
    evaluator_.evaluate(expr, frame, &derivation);
    return derivation;
  }

  ExprId pack_condition(const Norm& norm) const {
    return norm.pack.valid() ? program_.pack(norm.pack).applies : ExprId{};
  }

  // Slots enough for the norm's own conditions and its pack's.
  Frame frame_for(const Norm& norm) const {
    const std::uint32_t pack = norm.pack.valid() ? program_.pack(norm.pack).frame_size : 0;
    return Frame(std::max(norm.frame_size, pack));
  }

  Evaluated in_pack(const Norm& norm) {
    Frame frame = frame_for(norm);
    return evaluator_.evaluate(pack_condition(norm), frame);
  }

  // An unknown domain makes one instance whose variable is unknown.
  std::vector<Instance> instances() {
    Instance whole;
    whole.frame = frame_for(norm_);
    if (!norm_.for_each) return {whole};
    const dsl::ForEach& each = *norm_.for_each;
    const Evaluated domain = evaluator_.evaluate(each.domain, whole.frame);
    if (domain.absent) return {};
    if (!domain.known()) {
      whole.frame[each.slot] = Evaluated::unknown(domain.causes);
      whole.unknown_domain = domain.causes;
      return {whole};
    }
    std::vector<Instance> all;
    if (each.over_grades) {
      const auto grades = std::get<dsl::GradeSet>(*domain.value);
      for (std::uint8_t i = 0; i < dsl::kGradeCount; ++i) {
        if (!grades.contains({i})) continue;
        Instance instance = whole;
        instance.grade = dsl::Grade{i};
        instance.label = "grade " + dsl::format_grade({i});
        instance.frame[each.slot] = Evaluated::of(dsl::Grade{i});
        all.push_back(std::move(instance));
      }
      return all;
    }
    const std::uint32_t list = std::get<dsl::RecordValue>(*domain.value).list;
    const auto count = static_cast<std::uint32_t>(evaluator_.design().lists[list].records.size());
    for (std::uint32_t item = 0; item < count; ++item) {
      Instance instance = whole;
      instance.item = item;
      instance.label = program_.fact({list}).record + " " + std::to_string(item + 1);
      instance.frame[each.slot] = Evaluated::of(dsl::RecordValue{list, item});
      all.push_back(std::move(instance));
    }
    return all;
  }

  // ---- the parts of the formula --------------------------------------------------------------

  Evaluated scope(Instance& instance) {
    const ExprId filter = norm_.for_each ? norm_.for_each->filter : ExprId{};
    // Nothing may be there to run over, so nothing can stand yet.
    const Evaluated instance_known = instance.unknown_domain.empty()
                                         ? Evaluated::of(true)
                                         : Evaluated::unknown(instance.unknown_domain);
    return conjunction({instance_known, has_begun(norm_), in_pack(norm_),
                        evaluator_.evaluate(norm_.applies, instance.frame),
                        evaluator_.evaluate(filter, instance.frame)});
  }

  Evaluated excepted(Instance& instance, std::optional<std::uint32_t>* which = nullptr) {
    return any_exception(norm_, instance.frame, which);
  }

  Evaluated any_exception(const Norm& norm, Frame& frame, std::optional<std::uint32_t>* which) {
    Truth truth = Truth::False;
    Causes causes;
    for (std::uint32_t i = 0; i < norm.exceptions.size(); ++i) {
      const Evaluated value = evaluator_.evaluate(norm.exceptions[i].condition, frame);
      const Truth each = truth_of(value);
      truth = truth | each;
      if (each == Truth::Unknown) merge(causes, value.causes);
      if (each == Truth::True && which != nullptr && !*which) *which = i;
    }
    return Evaluated::of(truth, std::move(causes));
  }

  Evaluated lifted(NormId* by = nullptr) {
    Truth truth = Truth::False;
    Causes causes;
    for (const NormId id : program_.lifted_by(id_)) {
      const Norm& enablement = program_.norm(id);
      if (out_of_force(enablement) != Reason::None) continue;
      Frame frame = frame_for(enablement);
      const Evaluated value = conjunction({has_begun(enablement), in_pack(enablement),
                                           evaluator_.evaluate(enablement.applies, frame),
                                           negation(any_exception(enablement, frame, nullptr))});
      const Truth each = truth_of(value);
      truth = truth | each;
      if (each == Truth::Unknown) merge(causes, value.causes);
      if (each == Truth::True && by != nullptr && !by->valid()) *by = id;
    }
    return Evaluated::of(truth, std::move(causes));
  }

  Evaluated required(Instance& instance) {
    Truth truth = Truth::True;
    Causes causes;
    for (const ExprId requirement : norm_.requirements) {
      const Evaluated value = evaluator_.evaluate(requirement, instance.frame);
      truth = truth & truth_of(value);
      if (!value.known()) merge(causes, value.causes);
    }
    return Evaluated::of(truth, std::move(causes));
  }

  // "Stands against the design", or for an enablement "speaks for it".
  Evaluated stands(Instance& instance) {
    switch (norm_.kind) {
      case NormKind::Enablement:
        return conjunction({scope(instance), negation(excepted(instance))});
      case NormKind::Approval:
        return conjunction({scope(instance), negation(excepted(instance)), negation(lifted())});
      default:
        return conjunction({scope(instance), negation(excepted(instance)), negation(lifted()),
                            negation(required(instance))});
    }
  }

  // ---- outcomes ------------------------------------------------------------------------------

  VerdictPart judge(Instance& instance) {
    VerdictPart part;
    if (instance.grade) part.grades.insert(*instance.grade);
    if (instance.item) part.items.push_back(*instance.item);
    const Decided decided = decide(evaluator_, [&] { return stands(instance); });
    switch (decided.truth) {
      case Truth::Unknown: cannot_tell(instance, decided.needs, part); break;
      case Truth::False: does_not_stand(instance, part); break;
      case Truth::True: stands_against(part); break;
    }
    measure(instance, part);
    return part;
  }

  void cannot_tell(Instance& instance, const Causes& needs, VerdictPart& part) {
    sort_needs(needs, part);
    const bool only_judgments = part.needs.empty() && part.faults.empty() &&
                                (!part.judgments.empty() || !part.open_terms.empty());
    part.outcome = only_judgments ? Outcome::NeedsJudgment : Outcome::CannotTell;
    if (!part.open_terms.empty()) read_apart(instance, part);
    Decided gate = decide(evaluator_, [&] { return in_pack(norm_); });
    if (gate.truth != Truth::Unknown) gate = decide(evaluator_, [&] { return scope(instance); });
    if (gate.truth != Truth::Unknown) return;
    VerdictPart sorted;
    sort_needs(gate.needs, sorted);
    part.hangs_on = sorted.needs;
  }

  // What each reading of the first open term gives.
  void read_apart(Instance& instance, VerdictPart& part) {
    const std::uint32_t term = part.open_terms.front();
    Cause open;
    open.kind = CauseKind::Reading;
    open.judgment = term;
    const Evaluator::Assumptions outside = evaluator_.assumptions();
    const auto count = program_.typed().definitions[term].readings.size();
    for (std::uint32_t i = 0; i < count; ++i) {
      evaluator_.assume(open, Value(dsl::Rational(i)));
      part.readings_apart.push_back({term, i, judge(instance).outcome});
      evaluator_.restore(outside);
    }
  }

  // The truth in every completion of the missing facts.
  Truth truth_in_all(const std::function<Evaluated()>& question) {
    return decide(evaluator_, question).truth;
  }

  // Which exception or enablement it is stays open where one of several must hold.
  void does_not_stand(Instance& instance, VerdictPart& part) {
    if (truth_in_all([&] { return scope(instance); }) == Truth::False) {
      part.outcome = Outcome::DoesNotApply;
      part.reason = truth_in_all([&] { return in_pack(norm_); }) == Truth::False
                        ? Reason::OutOfPack
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

  void stands_against(VerdictPart& part) {
    switch (norm_.kind) {
      case NormKind::Enablement: part.outcome = Outcome::Enabled; return;
      case NormKind::Principle: part.outcome = Outcome::Thinned; return;
      case NormKind::Approval: approval(part); break;
      default: part.outcome = Outcome::Conflict; break;
    }
    if (part.outcome == Outcome::Conflict) relief(part);
  }

  // The decision in force: of those made by the as-of date and not ended, the latest.
  std::optional<std::uint32_t> decision_of(NormId approval_norm) const {
    return latest_decision(approval_norm, [&](const ApprovalRecord& record) {
      return !record.until || evaluator_.as_of() <= *record.until;
    });
  }

  template <typename Accept>
  std::optional<std::uint32_t> latest_decision(NormId approval_norm, Accept accept) const {
    const auto& records = evaluator_.design().approvals;
    std::optional<std::uint32_t> latest;
    for (std::uint32_t i = 0; i < records.size(); ++i) {
      const ApprovalRecord& record = records[i];
      const bool made = !record.on || *record.on <= evaluator_.as_of();
      if (record.norm != approval_norm || !made || !accept(record)) continue;
      if (!latest || records[*latest].on <= record.on) latest = i;
    }
    return latest;
  }

  void approval(VerdictPart& part) {
    const auto& records = evaluator_.design().approvals;
    part.outcome = Outcome::NeedsApproval;
    part.approval = decision_of(id_);
    if (!part.approval) {
      part.approval = latest_decision(id_, [](const ApprovalRecord&) { return true; });
      if (part.approval) part.reason = Reason::ApprovalExpired;
    } else if (records[*part.approval].result == ApprovalResult::Refused) {
      part.outcome = Outcome::Conflict;
      part.reason = Reason::Refused;
    } else if (records[*part.approval].result == ApprovalResult::Granted) {
      part.outcome = Outcome::Clear;
    }
    if (part.outcome != Outcome::NeedsApproval) return;
    for (const NormId before : norm_.after) {
      if (NormJudge(evaluator_, before).is_outstanding()) part.waits_for.push_back(before);
    }
  }

  // An approval that the design may need and has not got.
  bool is_outstanding() {
    const auto decision = decision_of(id_);
    const auto& records = evaluator_.design().approvals;
    if (decision && records[*decision].result == ApprovalResult::Granted) return false;
    if (out_of_force(norm_) != Reason::None) return false;
    Instance whole;
    whole.frame = frame_for(norm_);
    return truth_of(stands(whole)) != Truth::False;
  }

  // A relief in time decides; one out of time is named.
  void relief(VerdictPart& part) {
    const auto& reliefs = evaluator_.design().reliefs;
    const Date as_of = evaluator_.as_of();
    for (std::uint32_t i = 0; i < reliefs.size(); ++i) {
      const Relief& each = reliefs[i];
      if (each.norm != id_) continue;
      if (each.from && as_of < *each.from) {
        if (part.reason == Reason::None) {
          part.reason = Reason::ReliefNotYet;
          part.relief = i;
        }
      } else if (each.until && *each.until < as_of) {
        if (part.reason == Reason::Refused) continue;
        part.reason = Reason::ReliefExpired;
        part.relief = i;
      } else {
        part.outcome = Outcome::Relieved;
        part.reason = Reason::None;
        part.relief = i;
        return;
      }
    }
  }

  // The leeway of the requirement, and every reading that went into the verdict.
  void measure(Instance& instance, VerdictPart& part) {
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
  }

  // The alternatives by how near each is to holding; those that no comparison measures come last.
  void measure_alternatives(Instance& instance, VerdictPart& part) {
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
                       return tighter(*b.leeway, *a.leeway);
                     });
  }

  // ---- merging -------------------------------------------------------------------------------

  static bool alike(const VerdictPart& a, const VerdictPart& b) {
    const auto measure = [](const VerdictPart& part) {
      return part.leeway ? std::optional(std::tuple(part.leeway->amount, part.leeway->has,
                                                    part.leeway->limit))
                         : std::nullopt;
    };
    return a.outcome == b.outcome && a.reason == b.reason && measure(a) == measure(b) &&
           facts_of(a.needs) == facts_of(b.needs) && facts_of(a.hangs_on) == facts_of(b.hangs_on) &&
           a.judgments == b.judgments && a.open_terms == b.open_terms &&
           a.effect_amount == b.effect_amount && a.faults == b.faults &&
           a.exception == b.exception && a.lifted_by == b.lifted_by && a.relief == b.relief &&
           a.failed_conditions == b.failed_conditions;
  }

  // The same fact missing for two grades is one need.
  static std::set<std::pair<dsl::FactId, std::int32_t>> facts_of(const std::vector<FactRef>& refs) {
    std::set<std::pair<dsl::FactId, std::int32_t>> facts;
    for (const FactRef& ref : refs) facts.emplace(ref.fact, ref.item);
    return facts;
  }

  static void add_refs(std::vector<FactRef>& into, const std::vector<FactRef>& from) {
    for (const FactRef& ref : from) {
      if (std::find(into.begin(), into.end(), ref) == into.end()) into.push_back(ref);
    }
  }

  // Of conditions joined by `and`, those that are false.
  void note_failed_conditions(const Derivation& node, std::vector<ExprId>& into) const {
    if (program_.expr(node.expr).op != dsl::Op::And) {
      into.push_back(node.expr);
      return;
    }
    for (const Derivation& child : node.children) {
      if (truth_of(child.result) == Truth::False) note_failed_conditions(child, into);
    }
  }

  static void add(Verdict& verdict, VerdictPart part) {
    for (VerdictPart& known : verdict.parts) {
      if (!alike(known, part)) continue;
      known.grades = dsl::GradeSet::from_bits(
          static_cast<std::uint16_t>(known.grades.bits() | part.grades.bits()));
      known.items.insert(known.items.end(), part.items.begin(), part.items.end());
      add_readings(known.readings, part.readings);
      add_refs(known.needs, part.needs);
      add_refs(known.hangs_on, part.hangs_on);
      return;
    }
    verdict.parts.push_back(std::move(part));
  }

  Evaluator& evaluator_;
  const dsl::Program& program_;
  NormId id_;
  const Norm& norm_;
};

}  // namespace

void let_norms_be_asked(Evaluator& evaluator) {
  evaluator.set_verdict_test([&evaluator](NormId norm, const dsl::TextSet& words) {
    return NormJudge(evaluator, norm).verdict_is(words);
  });
}

std::vector<Verdict> evaluate(const dsl::Program& program, const Design& design, Date as_of) {
  Evaluator evaluator(program, design, as_of);
  let_norms_be_asked(evaluator);
  std::vector<Verdict> verdicts;
  const auto count = static_cast<std::uint32_t>(program.typed().norms.size());
  verdicts.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    verdicts.push_back(NormJudge(evaluator, NormId{i}).judge());
  }
  return verdicts;
}

Verdict evaluate_norm(const dsl::Program& program, const Design& design, NormId norm, Date as_of) {
  Evaluator evaluator(program, design, as_of);
  let_norms_be_asked(evaluator);
  return NormJudge(evaluator, norm).judge();
}

Explanation explain(const dsl::Program& program, const Design& design, NormId norm, Date as_of) {
  Evaluator evaluator(program, design, as_of);
  let_norms_be_asked(evaluator);
  return NormJudge(evaluator, norm).explain();
}

}  // namespace checker
