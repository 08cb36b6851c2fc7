// The conditions of a plan over a block: which designs they are known to hold of, and which not.
#pragma once

#include <cstdint>
#include <vector>

#include "checker/batch/block.h"
#include "checker/batch/plan.h"

namespace checker::batch {

// Room for the masks of a plan's nodes, used again for every block.
struct Workspace {
  struct Truths {
    Mask holds;
    Mask fails;
  };
  std::vector<Truths> nodes;
};

// The two masks that a reference means.
struct Side {
  const Mask& holds;
  const Mask& fails;
};

inline Side side(Ref ref, const Workspace& workspace) {
  const Workspace::Truths& truths = workspace.nodes[ref.node()];
  return ref.is_negated() ? Side{truths.fails, truths.holds} : Side{truths.holds, truths.fails};
}

// Works out the nodes from `first` to before `last`, for which the workspace has room. What they
// are made of has been worked out.
void run_nodes(const Plan& plan, const Block& block, std::uint32_t first, std::uint32_t last,
               Workspace& workspace);

}  // namespace checker::batch
