#include "checker/batch/decide_block.h"

namespace checker::batch {

Decision Decisions::of(std::size_t design) const {
  if (has_bit(conflict, design)) return Decision::Conflict;
  if (has_bit(undecided, design)) return Decision::Undecided;
  return has_bit(clear, design) ? Decision::Clear : Decision::NothingApplies;
}

Decisions decide_block(const dsl::Program& program, const BlockAnswer& block,
                       const FailOn& fail_on) {
  Decisions decisions;
  Mask applied{};
  Mask sound{};
  for (std::size_t i = 0; i < block.answers.size(); ++i) {
    if (!block.answers[i].fault) set_bit(sound, i);
  }
  for (std::uint32_t n = 0; n < block.outcomes->size(); ++n) {
    const dsl::Norm& norm = program.norm({n});
    if (!binds(norm)) continue;
    const NormOutcomes& outcomes = (*block.outcomes)[n];
    for (std::size_t w = 0; w < kWords; ++w) {
      applied[w] |= sound[w] & ~outcomes.of(Outcome::DoesNotApply)[w];
    }
    if (!fail_on.effects.contains(norm.effect)) continue;
    join(decisions.conflict, outcomes.of(Outcome::Conflict));
    for (std::size_t o = 0; o < kOutcomeCount; ++o) {
      if (is_undecided(static_cast<Outcome>(o))) join(decisions.undecided, outcomes.by_outcome[o]);
    }
  }
  for (std::size_t w = 0; w < kWords; ++w) {
    decisions.undecided[w] &= ~decisions.conflict[w];
    const std::uint64_t open = sound[w] & ~decisions.conflict[w] & ~decisions.undecided[w];
    decisions.clear[w] = open & applied[w];
    decisions.nothing_applies[w] = open & ~applied[w];
  }
  return decisions;
}

}  // namespace checker::batch
