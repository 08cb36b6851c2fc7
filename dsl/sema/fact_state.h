// What a design, or a test, says of a fact besides its value.
#pragma once

#include <cstdint>

#include "dsl/sema/type.h"

namespace dsl {

// A fact's four ways of having no plain value, and the plain one.
enum class FactState : std::uint8_t { NotStated, Stated, Absent, Unknown, NotApplicable };

// There is no third answer between yes and no, so a yes/no fact always has one, if only unknown.
inline bool may_have_state(const Type& type, FactState state) {
  const bool has_no_value = state == FactState::Absent || state == FactState::NotApplicable;
  return !has_no_value || type.kind != TypeKind::Boolean;
}

}  // namespace dsl
