// The ids by which the parts of a program name each other: places in its tables.
#pragma once

#include "dsl/core/id.h"
#include "dsl/sema/type.h"

namespace dsl {

struct TypedExpr;
struct Pack;
struct Stakeholder;
struct Topic;
struct Parameter;
struct Definition;
struct Norm;
struct DeclaredRelief;

using ExprId = Id<TypedExpr>;
using PackId = Id<Pack>;
using StakeholderId = Id<Stakeholder>;
using TopicId = Id<Topic>;
using ParameterId = Id<Parameter>;
using DefinitionId = Id<Definition>;
using NormId = Id<Norm>;
using ReliefId = Id<DeclaredRelief>;

}  // namespace dsl
