#include "checker/report/baseline.h"

#include <algorithm>

#include "dsl/core/grade.h"
#include "dsl/text/display_text.h"

namespace checker {
namespace {

bool all_known(const std::set<std::string>& known, const std::vector<std::string>& now) {
  return std::all_of(now.begin(), now.end(), [&](const std::string& record) {
    return known.contains(record_name(record));
  });
}

bool all_known(const std::set<std::string>& known, dsl::GradeSet now) {
  for (std::uint8_t i = 0; i < dsl::kGradeCount; ++i) {
    if (now.contains({i}) && !known.contains(dsl::format_grade({i}))) return false;
  }
  return true;
}

}  // namespace

bool covers(const KnownConflict& known, const VerdictEntry& conflict) {
  return std::all_of(conflict.parts.begin(), conflict.parts.end(), [&](const PartEntry& part) {
    return part.outcome != Outcome::Conflict ||
           (all_known(known.grades, part.grades) && all_known(known.records, part.records));
  });
}

std::string record_name(std::string_view record) {
  const std::size_t open = record.find(" (");
  if (open == std::string_view::npos || !record.ends_with(')')) return dsl::printable(record);
  return dsl::printable(record.substr(open + 2, record.size() - open - 3));
}

}  // namespace checker
