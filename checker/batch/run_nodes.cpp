#include "checker/batch/run_nodes.h"

#include <span>

namespace checker::batch {
namespace {

using Truths = Workspace::Truths;

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

}  // namespace

void run_nodes(const Plan& plan, const Block& block, std::uint32_t first, std::uint32_t last,
               Workspace& workspace) {
  NodeRunner(plan, block, workspace).run(first, last);
}

}  // namespace checker::batch
