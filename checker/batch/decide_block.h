// What a block's designs come to, each as `decide_run` would say.
#pragma once

#include "checker/batch/engine.h"
#include "checker/eval/decision.h"

namespace checker::batch {

// Each design's decision, as masks of a block; a design in none of them has a fault.
struct Decisions {
  Mask conflict{};
  Mask undecided{};
  Mask clear{};
  Mask nothing_applies{};

  // Of a design without a fault.
  Decision of(std::size_t design) const;
};

// Without a baseline: `fail_on.known` does not count.
Decisions decide_block(const dsl::Program& program, const BlockAnswer& block,
                       const FailOn& fail_on);

}  // namespace checker::batch
