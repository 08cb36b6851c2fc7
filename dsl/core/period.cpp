#include "dsl/core/period.h"

namespace dsl {

std::string period_dates(const Period& period) {
  std::string text;
  if (period.from) text = "from " + format_date(*period.from);
  if (period.until) text += (text.empty() ? "until " : " until ") + format_date(*period.until);
  return text;
}

std::string period_in_words(const Period& period) {
  const bool has_no_end = period.from && !period.until;
  return period_dates(period) + (has_no_end ? " on" : "");
}

}  // namespace dsl
