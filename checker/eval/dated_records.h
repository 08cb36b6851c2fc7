// Which of a design's dated records counts: decisions, determinations, readings.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "dsl/core/date.h"

namespace checker {

template <typename Record>
bool has_ended(const Record& record, dsl::Date as_of) {
  return record.until && *record.until < as_of;
}

// Of the records that were made by the date and that `counts` takes, the index of the latest; of
// several of one day, or without a day, that which stands last.
template <typename Record, typename Counts>
std::optional<std::uint32_t> latest_made(const std::vector<Record>& records, dsl::Date as_of,
                                         const Counts& counts) {
  std::optional<std::uint32_t> latest;
  for (std::uint32_t i = 0; i < records.size(); ++i) {
    const Record& record = records[i];
    const bool made = !record.on || *record.on <= as_of;
    if (!made || !counts(record)) continue;
    if (!latest || records[*latest].on <= record.on) latest = i;
  }
  return latest;
}

}  // namespace checker
