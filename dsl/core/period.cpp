#include "dsl/core/period.h"

namespace dsl {

std::string period_in_words(const Period& period) {
  if (period.from && period.until) {
    return "from " + format_date(*period.from) + " until " + format_date(*period.until);
  }
  if (period.from) return "from " + format_date(*period.from) + " on";
  if (period.until) return "until " + format_date(*period.until);
  return {};
}

}  // namespace dsl
