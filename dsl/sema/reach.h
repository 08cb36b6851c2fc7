// Which norms the targets of an enablement or of a declared relief mean.
#pragma once

#include <vector>

#include "dsl/sema/typed_program.h"

namespace dsl {

// The norms that some target means and that can be lifted at all, in the order of declaration. An
// approval is meant by its name only: a waiver of rules grants nothing that a body decides.
// A pack means its own norms, not those of the packs below it: who is free of a state's rules is
// not free of a district's.
std::vector<NormId> norms_meant(const std::vector<LiftTarget>& targets, const TypedProgram& typed);

// Those that the enablement lifts: what it cannot lift left out.
std::vector<NormId> norms_lifted(const Norm& enablement, const TypedProgram& typed);

// Those that it would lift, but says that it cannot.
std::vector<NormId> norms_kept(const Norm& enablement, const TypedProgram& typed);

// Those that the relief reaches: what it cannot reach left out.
std::vector<NormId> norms_reached(const DeclaredRelief& relief, const TypedProgram& typed);

// Those that it says it cannot reach, also where `reaches` does not speak of them.
std::vector<NormId> norms_out_of_reach(const DeclaredRelief& relief, const TypedProgram& typed);

// Why a norm is out of reach, in the words of the rules: of the clause that names the norm, else of
// the first that means it and gives a reason. Empty where none does.
std::string why_out_of_reach(const std::vector<ReachLimit>& limits, NormId id,
                             const TypedProgram& typed);

// For each norm the enablements that lift it, both in the order of declaration.
std::vector<std::vector<NormId>> lifted_by(const TypedProgram& typed);

bool is_meant(NormId id, const std::vector<LiftTarget>& targets, const TypedProgram& typed);

}  // namespace dsl
