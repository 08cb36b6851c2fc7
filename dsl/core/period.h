// A span of days with open or closed ends.
#pragma once

#include <optional>
#include <string>

#include "dsl/core/date.h"

namespace dsl {

// Both ends belong to the period; an open end is nullopt.
struct Period {
  std::optional<Date> from;
  std::optional<Date> until;

  bool contains(Date date) const { return (!from || *from <= date) && (!until || date <= *until); }
};

// "from 2020-07-01 until 2026-06-30", with either end alone; empty where it is always.
std::string period_dates(const Period& period);

// "from 2014-07-01 until 2020-06-30", "from 2014-07-01 on"; empty where both ends are open.
std::string period_in_words(const Period& period);

}  // namespace dsl
