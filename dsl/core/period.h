// A span of days with open or closed ends.
#pragma once

#include <optional>

#include "dsl/core/date.h"

namespace dsl {

// Both ends belong to the period; an open end is nullopt.
struct Period {
  std::optional<Date> from;
  std::optional<Date> until;

  bool contains(Date date) const { return (!from || *from <= date) && (!until || date <= *until); }
};

}  // namespace dsl
