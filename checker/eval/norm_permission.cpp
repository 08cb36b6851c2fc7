// What the design has on record for a norm: decisions on approvals, and reliefs.
#include "checker/eval/norm_judge.h"

namespace checker {

using dsl::Date;
using dsl::NormId;
using dsl::Truth;

std::optional<std::uint32_t> NormJudge::decision_of(NormId approval_norm) const {
  return latest_decision(approval_norm, [&](const ApprovalRecord& record) {
    return !record.until || evaluator_.as_of() <= *record.until;
  });
}

std::optional<std::uint32_t> NormJudge::latest_decision(
    NormId approval_norm, const std::function<bool(const ApprovalRecord&)>& accept) const {
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

void NormJudge::approval(VerdictPart& part) {
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

bool NormJudge::is_outstanding() {
  const auto decision = decision_of(id_);
  const auto& records = evaluator_.design().approvals;
  if (decision && records[*decision].result == ApprovalResult::Granted) return false;
  if (out_of_force(norm_) != Reason::None) return false;
  Instance whole;
  whole.frame = frame_for(norm_);
  return truth_of(stands(whole)) != Truth::False;
}

void NormJudge::relief(VerdictPart& part) {
  const auto& reliefs = evaluator_.design().reliefs;
  const Date as_of = evaluator_.as_of();
  for (std::uint32_t i = 0; i < reliefs.size(); ++i) {
    const Relief& each = reliefs[i];
    if (!is_from(each, id_, program_)) continue;
    const bool out_of_reach =
        program_.reach_of_relief(id_, each.by) == dsl::ReliefReach::OutOfReach;
    if (out_of_reach) {
      if (part.reason != Reason::None) continue;
      part.reason = Reason::ReliefOutOfReach;
      part.relief = i;
    } else if (each.from && as_of < *each.from) {
      if (part.reason == Reason::None || part.reason == Reason::ReliefOutOfReach) {
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

}  // namespace checker
