#include "checker/eval/evaluate.h"

#include <algorithm>
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
    if (!norm_.in_force.contains(evaluator_.as_of())) {
      VerdictPart part;
      part.outcome = Outcome::DoesNotApply;
      part.reason = norm_.in_force.from && evaluator_.as_of() < *norm_.in_force.from
                        ? Reason::NotYetInForce
                        : Reason::NoLongerInForce;
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
    std::stable_sort(verdict.parts.begin(), verdict.parts.end(),
                     [](const VerdictPart& a, const VerdictPart& b) { return a.outcome < b.outcome; });
    verdict.outcome = verdict.main().outcome;
    return verdict;
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
      lift.in_force = enablement.in_force.contains(evaluator_.as_of());
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
  };

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
    const auto count =
        static_cast<std::uint32_t>(evaluator_.design().lists[list].records.size());
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
    return conjunction({in_pack(norm_), evaluator_.evaluate(norm_.applies, instance.frame),
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
      if (!enablement.in_force.contains(evaluator_.as_of())) continue;
      Frame frame = frame_for(enablement);
      const Evaluated value =
          conjunction({in_pack(enablement), evaluator_.evaluate(enablement.applies, frame),
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
    const bool only_judgments =
        part.needs.empty() && part.faults.empty() && !part.judgments.empty();
    part.outcome = only_judgments ? Outcome::NeedsJudgment : Outcome::CannotTell;
    Decided gate = decide(evaluator_, [&] { return in_pack(norm_); });
    if (gate.truth != Truth::Unknown) gate = decide(evaluator_, [&] { return scope(instance); });
    if (gate.truth != Truth::Unknown) return;
    VerdictPart sorted;
    sort_needs(gate.needs, sorted);
    part.hangs_on = sorted.needs;
  }

  void does_not_stand(Instance& instance, VerdictPart& part) {
    if (truth_of(scope(instance)) == Truth::False) {
      part.outcome = Outcome::DoesNotApply;
      part.reason =
          truth_of(in_pack(norm_)) == Truth::False ? Reason::OutOfPack : Reason::OutOfScope;
      return;
    }
    const bool has_duty = norm_.kind != NormKind::Enablement && norm_.kind != NormKind::Approval;
    if (has_duty && truth_of(required(instance)) == Truth::True) {
      part.outcome = Outcome::Clear;
      return;
    }
    std::optional<std::uint32_t> exception;
    if (truth_of(excepted(instance, &exception)) == Truth::True) {
      part.outcome = Outcome::Excepted;
      part.exception = exception;
      return;
    }
    NormId enablement;
    if (truth_of(lifted(&enablement)) == Truth::True) {
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
    if (part.outcome != Outcome::Clear) relief(part);
  }

  // The decision in force: the latest on or before the as-of date.
  void approval(VerdictPart& part) {
    const auto& records = evaluator_.design().approvals;
    const Date as_of = evaluator_.as_of();
    for (std::uint32_t i = 0; i < records.size(); ++i) {
      const ApprovalRecord& record = records[i];
      if (record.norm != id_ || (record.on && as_of < *record.on)) continue;
      if (!part.approval || records[*part.approval].on <= record.on) part.approval = i;
    }
    part.outcome = Outcome::NeedsApproval;
    if (part.approval) {
      const ApprovalRecord& record = records[*part.approval];
      if (record.until && *record.until < as_of) {
        part.reason = Reason::ApprovalExpired;
      } else if (record.result == ApprovalResult::Refused) {
        part.outcome = Outcome::Conflict;
        part.reason = Reason::Refused;
      } else if (record.result == ApprovalResult::Granted) {
        part.outcome = Outcome::Clear;
      }
    }
    if (part.outcome == Outcome::NeedsApproval) {
      for (const NormId before : norm_.after) {
        if (!granted(before)) part.waits_for.push_back(before);
      }
    }
  }

  bool granted(NormId approval_norm) const {
    const auto& records = evaluator_.design().approvals;
    const Date as_of = evaluator_.as_of();
    return std::any_of(records.begin(), records.end(), [&](const ApprovalRecord& record) {
      return record.norm == approval_norm && record.result == ApprovalResult::Granted &&
             (!record.on || *record.on <= as_of) && (!record.until || as_of <= *record.until);
    });
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
        if (part.reason != Reason::Refused) part.reason = Reason::ReliefExpired;
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
      const bool better = !part.leeway || (leeway && tighter(*leeway, *part.leeway));
      if (leeway && better && (failed || part.outcome != Outcome::Conflict)) part.leeway = leeway;
      if (part.outcome != Outcome::DoesNotApply) {
        add_readings(part.readings, readings_of(*derivation));
      }
    }
    if (part.outcome == Outcome::DoesNotApply || part.outcome == Outcome::Excepted) {
      part.leeway.reset();
    }
    if (part.outcome == Outcome::Excepted) read(norm_.exceptions[*part.exception].condition);
    read(norm_.applies);
    if (norm_.for_each) {
      read(norm_.for_each->domain);
      read(norm_.for_each->filter);
    }
    if (part.outcome == Outcome::DoesNotApply) read(pack_condition(norm_));
  }

  // ---- merging -------------------------------------------------------------------------------

  static bool alike(const VerdictPart& a, const VerdictPart& b) {
    const auto measure = [](const VerdictPart& part) {
      return part.leeway ? std::optional(std::tuple(part.leeway->amount, part.leeway->has,
                                                    part.leeway->limit))
                         : std::nullopt;
    };
    return a.outcome == b.outcome && a.reason == b.reason && measure(a) == measure(b) &&
           a.needs == b.needs && a.judgments == b.judgments && a.faults == b.faults &&
           a.exception == b.exception && a.lifted_by == b.lifted_by && a.relief == b.relief;
  }

  static void add(Verdict& verdict, VerdictPart part) {
    for (VerdictPart& known : verdict.parts) {
      if (!alike(known, part)) continue;
      known.grades = dsl::GradeSet::from_bits(
          static_cast<std::uint16_t>(known.grades.bits() | part.grades.bits()));
      known.items.insert(known.items.end(), part.items.begin(), part.items.end());
      add_readings(known.readings, part.readings);
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

std::vector<Verdict> evaluate(const dsl::Program& program, const Design& design, Date as_of) {
  Evaluator evaluator(program, design, as_of);
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
  return NormJudge(evaluator, norm).judge();
}

Explanation explain(const dsl::Program& program, const Design& design, NormId norm, Date as_of) {
  Evaluator evaluator(program, design, as_of);
  return NormJudge(evaluator, norm).explain();
}

}  // namespace checker
