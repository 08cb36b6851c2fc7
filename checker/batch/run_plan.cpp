#include "checker/batch/run_plan.h"

namespace checker::batch {
namespace {

using dsl::NormKind;

// What a norm that stands comes to; nothing on record changes that of an enablement or principle.
Outcome standing(NormKind kind) {
  switch (kind) {
    case NormKind::Enablement: return Outcome::Enabled;
    case NormKind::Principle: return Outcome::Thinned;
    case NormKind::Approval: return Outcome::NeedsApproval;
    default: return Outcome::Conflict;
  }
}

class NormRunner {
 public:
  NormRunner(const Layout& layout, const Block& block, const Workspace& workspace)
      : layout_(layout), block_(block), workspace_(workspace) {}

  void run(const NormPlan& norm, NormKind kind, const Mask& active, NormOutcomes& into) const {
    if (norm.parts.size() == 1) return add(norm.parts.front(), kind, active, into);
    NormOutcomes parts;
    for (const Part& part : norm.parts) add(part, kind, active, parts);
    for (std::size_t w = 0; w < kWords; ++w) {
      // The strongest of the parts counts, and where there is none the norm does not apply.
      std::uint64_t open = active[w] & ~parts.left[w];
      into.left[w] |= parts.left[w];
      for (std::size_t outcome = 0; outcome < kOutcomeCount; ++outcome) {
        into.by_outcome[outcome][w] |= parts.by_outcome[outcome][w] & open;
        open &= ~parts.by_outcome[outcome][w];
      }
      into.of(Outcome::DoesNotApply)[w] |= open;
    }
  }

 private:
  void add(const Part& part, NormKind kind, const Mask& active, NormOutcomes& into) const {
    const Mask& guard = side(part.guard, workspace_).holds;
    const Side formula = side(part.stands, workspace_);
    const Side scope = side(part.scope, workspace_);
    const Side excepted = side(part.excepted, workspace_);
    const Side lifted = side(part.lifted, workspace_);
    const Side required = side(part.required, workspace_);
    const Mask unsure = unsure_of(part);
    const Mask& records = block_.mask(Layout::kRecords);
    const bool asks_records = kind != NormKind::Enablement && kind != NormKind::Principle;
    Mask& stands_into = into.of(standing(kind));
    for (std::size_t w = 0; w < kWords; ++w) {
      const std::uint64_t here = active[w] & guard[w];
      const std::uint64_t stands = here & formula.holds[w];
      const std::uint64_t fails = here & formula.fails[w];
      const std::uint64_t open = here & ~(stands | fails);
      const std::uint64_t in_scope = fails & ~scope.fails[w];
      const std::uint64_t fell_short = in_scope & ~required.holds[w];
      // What a fact may still turn into something else: open, or with its reason open.
      const std::uint64_t wavers = open | (in_scope & ~scope.holds[w]) |
                                   (fell_short & ~required.fails[w]) |
                                   (fell_short & ~(excepted.holds[w] | excepted.fails[w]));
      const std::uint64_t left = (wavers & unsure[w]) | (asks_records ? stands & records[w] : 0);
      into.left[w] |= left;
      stands_into[w] |= stands & ~left;
      into.of(part.has_judgment ? Outcome::NeedsJudgment : Outcome::CannotTell)[w] |= open & ~left;
      into.of(Outcome::DoesNotApply)[w] |= fails & scope.fails[w] & ~left;
      const std::uint64_t counts = fell_short & ~left;
      const std::uint64_t by_exception = counts & excepted.holds[w];
      const std::uint64_t by_lift = counts & ~excepted.holds[w] & lifted.holds[w];
      into.of(Outcome::Excepted)[w] |= by_exception;
      into.of(Outcome::Lifted)[w] |= by_lift;
      into.of(Outcome::Clear)[w] |= in_scope & ~left & ~by_exception & ~by_lift;
    }
  }

  // The designs of which the evaluator may know more than the masks of the part.
  Mask unsure_of(const Part& part) const {
    Mask unsure{};
    if (part.opaque) {
      unsure.fill(~std::uint64_t{0});
      return unsure;
    }
    for (const std::uint32_t index : part.watched) add_missing(index, unsure);
    if (!part.has_judgment) return unsure;
    // Only the judgment is missing where every fact is known.
    for (const std::uint32_t index : part.columns) {
      const Mask& known = block_.mask(layout_.column(index).known);
      for (std::size_t w = 0; w < kWords; ++w) unsure[w] |= ~known[w];
    }
    const Mask& records = block_.mask(Layout::kRecords);
    for (std::size_t w = 0; w < kWords; ++w) unsure[w] |= records[w];
    return unsure;
  }

  void add_missing(std::uint32_t index, Mask& into) const {
    const Column& column = layout_.column(index);
    const Mask& known = block_.mask(column.known);
    const Mask& absent = block_.mask(column.absent);
    for (std::size_t w = 0; w < kWords; ++w) into[w] |= ~(known[w] | absent[w]);
  }

  const Layout& layout_;
  const Block& block_;
  const Workspace& workspace_;
};

bool may_apply(const Mask& active, const Mask& applies_fails) {
  std::uint64_t any = 0;
  for (std::size_t w = 0; w < kWords; ++w) any |= active[w] & ~applies_fails[w];
  return any != 0;
}

}  // namespace

void run_plan(const dsl::Program& program, const Layout& layout, const Plan& plan,
              const Block& block, const Mask& active, Workspace& workspace,
              std::vector<NormOutcomes>& outcomes, Mask& disagree) {
  if (workspace.nodes.size() < plan.nodes.size()) workspace.nodes.resize(plan.nodes.size());
  const NormRunner norms(layout, block, workspace);
  run_nodes(plan, block, 0, plan.shared_nodes, workspace);
  const Side agree = side(plan.facts_agree, workspace);
  for (std::size_t w = 0; w < kWords; ++w) {
    disagree[w] |= active[w] & (plan.facts_agree_opaque ? ~agree.holds[w] : agree.fails[w]);
  }
  for (const PackPlan& pack : plan.packs) {
    const bool skips = !may_apply(active, side(pack.applies, workspace).fails);
    if (!skips) run_nodes(plan, block, pack.first_node, pack.last_node, workspace);
    for (const NormPlan& norm : pack.norms) {
      NormOutcomes& into = outcomes[norm.norm.index];
      if (skips || norm.parts.empty()) {
        join(into.of(Outcome::DoesNotApply), active);
      } else {
        norms.run(norm, program.norm(norm.norm).kind, active, into);
      }
    }
  }
}

}  // namespace checker::batch
