#include "checker/eval/norm_judge.h"

#include <algorithm>
#include <string>
#include <utility>

#include "checker/eval/merge_parts.h"

namespace checker {

using dsl::ExprId;
using dsl::Norm;

Verdict NormJudge::judge() {
  Verdict verdict;
  verdict.norm = id_;
  if (const Reason out = out_of_force(norm_); out != Reason::None) {
    VerdictPart part;
    part.outcome = Outcome::DoesNotApply;
    part.reason = out;
    verdict.parts.push_back(std::move(part));
  } else {
    for (Instance& instance : instances()) add_part(verdict, judge(instance));
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

Evaluated NormJudge::verdict_is(const dsl::TextSet& words) {
  set_depth(Depth::Needs);
  const Verdict verdict = judge();
  Causes open;
  for (const VerdictPart& part : verdict.parts) {
    for (const FactRef& need : part.needs) {
      Cause cause;
      cause.kind = evaluator_.read(need).state == dsl::FactState::Unknown ? CauseKind::StatedUnknown
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

std::vector<FactReading> NormJudge::what_decides() {
  const Verdict verdict = judge();
  std::vector<FactReading> failed;
  std::vector<FactReading> all;
  for (const VerdictPart& part : verdict.parts) {
    if (part.outcome != verdict.outcome) continue;
    add_readings(failed, part.failed_readings);
    add_readings(all, part.readings);
  }
  return failed.empty() ? all : failed;
}

Reason NormJudge::out_of_force(const Norm& norm) const {
  const bool is_enacted =
      norm.status != dsl::Status::Pending || (&norm == &norm_ && supposed_enacted_);
  return is_enacted ? out_of_time(norm, evaluator_.as_of()) : Reason::Pending;
}

std::vector<NormJudge::Instance> NormJudge::instances() {
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

std::optional<Derivation> NormJudge::derive(ExprId expr, Frame& frame) {
  if (!expr.valid()) return std::nullopt;
  Derivation derivation;
  evaluator_.evaluate(expr, frame, &derivation);
  return derivation;
}

ExprId NormJudge::pack_condition(const Norm& norm) const {
  return norm.pack.valid() ? program_.pack(norm.pack).applies : ExprId{};
}

Frame NormJudge::frame_for(const Norm& norm) const {
  const std::uint32_t pack = norm.pack.valid() ? program_.pack(norm.pack).frame_size : 0;
  return Frame(std::max(norm.frame_size, pack));
}

bool NormJudge::is_out_of_pack() { return truth_of(in_pack(norm_)) == dsl::Truth::False; }

Evaluated NormJudge::in_pack(const Norm& norm) {
  Frame frame = frame_for(norm);
  return evaluator_.evaluate(pack_condition(norm), frame);
}

}  // namespace checker
