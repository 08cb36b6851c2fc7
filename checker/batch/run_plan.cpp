#include "checker/batch/run_plan.h"

#include <algorithm>

namespace checker::batch {
namespace {

using dsl::NormKind;
using Truths = Workspace::Truths;

// The two masks that a reference means.
struct Side {
  const Mask& holds;
  const Mask& fails;
};

Side side(Ref ref, const Workspace& workspace) {
  const Truths& truths = workspace.nodes[ref.node()];
  return ref.is_negated() ? Side{truths.fails, truths.holds} : Side{truths.holds, truths.fails};
}

// ---- nodes -------------------------------------------------------------------------------------

// One bit for each number that is at least the limit. Their distance has a sign, for neither is
// further from 0 than `kLargestNumber`.
void at_least(std::span<const std::int64_t, kBlockDesigns> numbers, std::int64_t limit,
              Mask& into) {
  for (std::size_t w = 0; w < kWords; ++w) {
    const std::int64_t* const at = &numbers[w * kWordBits];
    std::uint64_t below = 0;
    for (std::size_t i = 0; i < kWordBits; ++i) {
      below |= (static_cast<std::uint64_t>(at[i] - limit) >> 63) << i;
    }
    into[w] = ~below;
  }
}

void equal(std::span<const std::int64_t, kBlockDesigns> numbers, std::int64_t value, Mask& into) {
  for (std::size_t w = 0; w < kWords; ++w) {
    const std::int64_t* const at = &numbers[w * kWordBits];
    std::uint64_t same = 0;
    for (std::size_t i = 0; i < kWordBits; ++i) {
      same |= static_cast<std::uint64_t>(at[i] == value) << i;
    }
    into[w] = same;
  }
}

class NodeRunner {
 public:
  NodeRunner(const Plan& plan, const Block& block, Workspace& workspace)
      : plan_(plan), block_(block), workspace_(workspace) {}

  void run(std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t i = first; i < last; ++i) run(plan_.nodes[i], workspace_.nodes[i]);
  }

 private:
  void run(const Node& node, Truths& into) {
    switch (node.kind) {
      case NodeKind::Yes:
        into.holds.fill(~std::uint64_t{0});
        into.fails.fill(0);
        return;
      case NodeKind::Unknown:
        into.holds.fill(0);
        into.fails.fill(0);
        return;
      case NodeKind::AnyOf:
      case NodeKind::AllOf: return values(node, into);
      case NodeKind::AtLeast:
      case NodeKind::Equal: return compare(node, into);
      case NodeKind::Present:
        into.holds = block_.mask(node.known);
        into.fails = block_.mask(node.absent);
        return;
      case NodeKind::NotAbsent:
        into.fails = block_.mask(node.absent);
        for (std::size_t w = 0; w < kWords; ++w) into.holds[w] = ~into.fails[w];
        return;
      case NodeKind::Missing: return missing(node, into);
      case NodeKind::And: return conjunction(node, into);
      case NodeKind::If: return conditional(node, into);
      case NodeKind::Agree: return agreement(node, into);
    }
  }

  void values(const Node& node, Truths& into) const {
    const bool any = node.kind == NodeKind::AnyOf;
    Mask found;
    found.fill(any ? 0 : ~std::uint64_t{0});
    for (std::uint32_t i = 0; i < node.count; ++i) {
      const Mask& value = block_.mask(plan_.lists[node.first + i]);
      for (std::size_t w = 0; w < kWords; ++w) {
        found[w] = any ? found[w] | value[w] : found[w] & value[w];
      }
    }
    settle(node, found, into);
  }

  void compare(const Node& node, Truths& into) const {
    Mask found;
    if (node.kind == NodeKind::Equal) {
      equal(block_.numbers(node.numbers), node.limit, found);
      return settle(node, found, into);
    }
    at_least(block_.numbers(node.numbers), node.limit, found);
    const Mask& known = block_.mask(node.known);
    for (std::size_t w = 0; w < kWords; ++w) {
      into.holds[w] = found[w] & known[w];
      into.fails[w] = ~found[w] & known[w];
    }
  }

  // What is absent is none of the values.
  void settle(const Node& node, const Mask& found, Truths& into) const {
    const Mask& known = block_.mask(node.known);
    const Mask& absent = block_.mask(node.absent);
    for (std::size_t w = 0; w < kWords; ++w) {
      into.holds[w] = found[w] & known[w];
      into.fails[w] = (~found[w] & known[w]) | absent[w];
    }
  }

  void missing(const Node& node, Truths& into) const {
    const Mask& known = block_.mask(node.known);
    const Mask& absent = block_.mask(node.absent);
    for (std::size_t w = 0; w < kWords; ++w) {
      into.fails[w] = known[w] | absent[w];
      into.holds[w] = ~into.fails[w];
    }
  }

  void conjunction(const Node& node, Truths& into) const {
    into.holds.fill(~std::uint64_t{0});
    into.fails.fill(0);
    for (std::uint32_t i = 0; i < node.count; ++i) {
      const Side operand = side({plan_.lists[node.first + i]}, workspace_);
      for (std::size_t w = 0; w < kWords; ++w) {
        into.holds[w] &= operand.holds[w];
        into.fails[w] |= operand.fails[w];
      }
    }
  }

  void agreement(const Node& node, Truths& into) const {
    into.holds.fill(~std::uint64_t{0});
    into.fails.fill(~std::uint64_t{0});
    for (std::uint32_t i = 1; i < node.count; i += 2) {
      const Side impossible = side({plan_.lists[node.first + i]}, workspace_);
      const Side supposed = side({plan_.lists[node.first + i + 1]}, workspace_);
      for (std::size_t w = 0; w < kWords; ++w) {
        into.holds[w] &= supposed.holds[w] | impossible.holds[w];
        into.fails[w] &= supposed.fails[w] | impossible.holds[w];
      }
    }
    const Side itself = side({plan_.lists[node.first]}, workspace_);
    for (std::size_t w = 0; w < kWords; ++w) {
      into.holds[w] |= itself.holds[w];
      into.fails[w] |= itself.fails[w];
    }
  }

  void conditional(const Node& node, Truths& into) const {
    const std::uint32_t* const operands = &plan_.lists[node.first];
    const Side decides = side({operands[0]}, workspace_);
    const Side yes = side({operands[1]}, workspace_);
    const Side no = side({operands[2]}, workspace_);
    for (std::size_t w = 0; w < kWords; ++w) {
      const std::uint64_t open = ~(decides.holds[w] | decides.fails[w]);
      into.holds[w] = (decides.holds[w] & yes.holds[w]) | (decides.fails[w] & no.holds[w]) |
                      (open & yes.holds[w] & no.holds[w]);
      into.fails[w] = (decides.holds[w] & yes.fails[w]) | (decides.fails[w] & no.fails[w]) |
                      (open & yes.fails[w] & no.fails[w]);
    }
  }

  const Plan& plan_;
  const Block& block_;
  Workspace& workspace_;
};

// ---- norms -------------------------------------------------------------------------------------

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
  NodeRunner nodes(plan, block, workspace);
  const NormRunner norms(layout, block, workspace);
  nodes.run(0, plan.shared_nodes);
  const Side agree = side(plan.facts_agree, workspace);
  for (std::size_t w = 0; w < kWords; ++w) {
    disagree[w] |= active[w] & (plan.facts_agree_opaque ? ~agree.holds[w] : agree.fails[w]);
  }
  for (const PackPlan& pack : plan.packs) {
    const bool skips = !may_apply(active, side(pack.applies, workspace).fails);
    if (!skips) nodes.run(pack.first_node, pack.last_node);
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
