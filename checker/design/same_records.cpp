#include "checker/design/same_records.h"

#include <algorithm>
#include <tuple>

namespace checker {

bool same_records(const Design& first, const Design& second) {
  const auto same = [](const auto& one, const auto& other, auto parts) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [&](const auto& a, const auto& b) { return parts(a) == parts(b); });
  };
  return same(first.reliefs, second.reliefs,
              [](const Relief& each) {
                return std::tuple(each.norm_name, each.by, each.from, each.until);
              }) &&
         same(first.approvals, second.approvals,
              [](const ApprovalRecord& each) {
                return std::tuple(each.norm_name, each.result, each.on, each.until);
              }) &&
         same(first.determinations, second.determinations,
              [](const Determination& each) {
                return std::tuple(each.norm_name, each.by, each.holds, each.on, each.until);
              }) &&
         same(first.readings, second.readings, [](const ChosenReading& each) {
           return std::tuple(each.term_name, each.reading, each.by, each.on, each.until);
         });
}

}  // namespace checker
