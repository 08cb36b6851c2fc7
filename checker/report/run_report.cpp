#include "checker/report/run_report.h"

namespace checker {

Totals totals_of(std::span<const Report> reports) {
  Totals all;
  for (const Report& report : reports) {
    for (std::size_t i = 0; i < all.by_outcome.size(); ++i) {
      all.by_outcome.at(i) += report.totals.by_outcome.at(i);
    }
    all.norms += report.totals.norms;
  }
  return all;
}

}  // namespace checker
