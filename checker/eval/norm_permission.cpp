// What the design has on record for a norm: decisions on approvals, and reliefs.
#include "checker/eval/dated_records.h"
#include "checker/eval/norm_judge.h"
#include "checker/eval/relief_basis.h"

namespace checker {

using dsl::Date;
using dsl::NormId;
using dsl::Truth;

std::optional<std::uint32_t> NormJudge::decision_of(NormId approval_norm) const {
  const Date as_of = evaluator_.as_of();
  return latest_made(evaluator_.design().approvals, as_of, [&](const ApprovalRecord& record) {
    return record.norm == approval_norm && !has_ended(record, as_of);
  });
}

void NormJudge::approval(VerdictPart& part) {
  const auto& records = evaluator_.design().approvals;
  part.outcome = Outcome::NeedsApproval;
  part.approval = decision_of(id_);
  if (!part.approval) {
    part.approval = latest_made(records, evaluator_.as_of(),
                                [&](const ApprovalRecord& record) { return record.norm == id_; });
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
    const bool not_yet = each.from && as_of < *each.from;
    if (out_of_reach_of(evaluator_, each, id_).valid()) {
      // A declared relief may be meant for any of many norms: out of its time it says nothing here.
      const bool is_idle = each.declared.valid() && (not_yet || has_ended(each, as_of));
      if (part.reason != Reason::None || is_idle) continue;
      part.reason = Reason::ReliefOutOfReach;
      part.relief = i;
    } else if (!is_from(each, id_, program_)) {
      continue;
    } else if (not_yet) {
      if (part.reason == Reason::None || part.reason == Reason::ReliefOutOfReach) {
        part.reason = Reason::ReliefNotYet;
        part.relief = i;
      }
    } else if (has_ended(each, as_of)) {
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
