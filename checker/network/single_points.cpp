#include "checker/network/single_points.h"

#include <algorithm>
#include <map>
#include <utility>

#include "checker/network/network_norm.h"

namespace checker {
namespace {

class SinglePoints {
 public:
  SinglePoints(const dsl::Program& program, const Design& design,
               const std::vector<Verdict>& verdicts, const std::vector<NamedMember>& records)
      : program_(program), design_(design), verdicts_(verdicts), records_(records) {}

  std::vector<SinglePoint> collect() {
    add_reliefs();
    add_approvals();
    add_supports();
    add_laws();
    std::stable_sort(points_.begin(), points_.end(), comes_first);
    return std::move(points_);
  }

 private:
  static bool comes_first(const SinglePoint& a, const SinglePoint& b) {
    if (a.ends.has_value() != b.ends.has_value()) return a.ends.has_value();
    if (a.ends != b.ends) return *a.ends < *b.ends;
    return a.norms.size() > b.norms.size();
  }

  void add_reliefs() {
    std::map<std::uint32_t, std::vector<NetworkNorm>> by_relief;
    for (const Verdict& verdict : verdicts_) {
      for (const VerdictPart& part : verdict.parts) {
        if (part.outcome != Outcome::Relieved || !part.relief) continue;
        auto& norms = by_relief[*part.relief];
        if (norms.empty() || norms.back().id != verdict.norm) {
          norms.push_back(network_norm(program_, verdict));
        }
      }
    }
    for (auto& [index, norms] : by_relief) {
      const Relief& relief = design_.reliefs[index];
      SinglePoint point;
      point.kind = SinglePointKind::Relief;
      point.by = relief.by;
      point.title = relief.declared.valid() ? program_.relief(relief.declared).title
                                            : dsl::title_or_name(program_.norm(relief.norm));
      point.ends = relief.until;
      point.norms = std::move(norms);
      point.span = relief.span;
      points_.push_back(std::move(point));
    }
  }

  // A decision that is still due, or one that ends.
  void add_approvals() {
    for (const Verdict& verdict : verdicts_) {
      const dsl::Norm& norm = program_.norm(verdict.norm);
      if (norm.kind != dsl::NormKind::Approval || norm.effect != dsl::Effect::Blocked) continue;
      const VerdictPart& part = verdict.main();
      SinglePoint point;
      if (verdict.outcome == Outcome::Clear && part.approval) {
        const ApprovalRecord& record = design_.approvals[*part.approval];
        if (!record.until) continue;
        point.ends = record.until;
        point.span = record.span;
      } else if (verdict.outcome != Outcome::NeedsApproval) {
        continue;
      }
      point.kind = SinglePointKind::Approval;
      point.by = norm.decided_by;
      point.norms = {network_norm(program_, verdict)};
      point.title = point.norms.front().title;
      points_.push_back(std::move(point));
    }
  }

  void add_supports() {
    for (const NamedMember& member : records_) {
      const NetworkRecord& record = member.record;
      const bool gives_most = record.share && *record.share > *dsl::Rational::make(1, 2);
      const bool may_end = record.ends || record.end_unknown;
      const bool can_be_replaced = !record.alternative.empty();
      std::vector<std::string> alone = only_source_of(record);
      const bool is_needed =
          record.dependence ? *record.dependence >= kCannotDoWithout : !alone.empty();
      if (!gives_most && !(may_end && is_needed && !can_be_replaced)) continue;
      SinglePoint point;
      point.kind = SinglePointKind::Support;
      point.by = member.id;
      point.title = record.name.empty() ? program_.stakeholder(member.id).title : record.name;
      point.gives = record.gives;
      point.only_source_of = std::move(alone);
      point.share = record.share;
      point.ends = record.ends;
      point.end_unknown = record.end_unknown;
      point.span = record.span;
      points_.push_back(std::move(point));
    }
  }

  std::vector<std::string> only_source_of(const NetworkRecord& record) const {
    std::vector<std::string> alone;
    for (const std::string& gift : record.gives) {
      const auto givers =
          std::count_if(records_.begin(), records_.end(), [&](const NamedMember& other) {
            const auto& gives = other.record.gives;
            return std::find(gives.begin(), gives.end(), gift) != gives.end();
          });
      if (givers == 1) alone.push_back(gift);
    }
    return alone;
  }

  void add_laws() {
    std::map<std::uint32_t, std::vector<NetworkNorm>> by_enablement;
    for (const Verdict& verdict : verdicts_) {
      if (verdict.outcome != Outcome::Lifted || !verdict.main().lifted_by.valid()) continue;
      by_enablement[verdict.main().lifted_by.index].push_back(network_norm(program_, verdict));
    }
    for (auto& [index, norms] : by_enablement) {
      const dsl::Norm& enablement = program_.norm({index});
      if (!enablement.in_force.until) continue;
      SinglePoint point;
      point.kind = SinglePointKind::Law;
      point.title = dsl::title_or_name(enablement);
      point.ends = enablement.in_force.until;
      point.norms = std::move(norms);
      points_.push_back(std::move(point));
    }
  }

  const dsl::Program& program_;
  const Design& design_;
  const std::vector<Verdict>& verdicts_;
  const std::vector<NamedMember>& records_;
  std::vector<SinglePoint> points_;
};

}  // namespace

std::vector<SinglePoint> single_points(const dsl::Program& program, const Design& design,
                                       const std::vector<Verdict>& verdicts,
                                       const std::vector<NamedMember>& records) {
  return SinglePoints(program, design, verdicts, records).collect();
}

}  // namespace checker
