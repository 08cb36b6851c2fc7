// Which norms an enablement can lift, and which a declared relief can reach.
#pragma once

#include "dsl/sema/typed_program.h"

namespace dsl {

// A pack is its own norms, not those of the packs below it: what frees a school from a state's rules
// does not free it from its district's. An approval is lifted by its name only, since a waiver of
// rules grants nothing that a body decides; an enablement and a principle are not lifted at all.
bool can_lift(const Norm& enablement, NormId norm, const TypedProgram& typed);

enum class ReliefReach : std::uint8_t {
  Named,       // a route of the norm's own, or a declared relief that reaches it
  NotNamed,    // no rule speaks of it
  OutOfReach,  // all that the granter has to give says that it cannot reach the norm
};

// What the relief says of the norm; `cannot reach` counts for norms that `reaches` leaves out, too.
ReliefReach reach_of(const DeclaredRelief& relief, NormId norm, const TypedProgram& typed);

}  // namespace dsl
