// The words of the design format itself; every other key comes from the vocabulary.
#pragma once

#include <array>
#include <string_view>

namespace checker {

inline constexpr std::string_view kFormatKey = "leeway";

// Facts that the vocabulary usually declares, and that a design may state without it.
inline constexpr std::string_view kNameKey = "name";
inline constexpr std::string_view kStatusKey = "status";
inline constexpr std::string_view kOpensKey = "opens";
inline constexpr std::string_view kAsOfKey = "as_of";

// What is on record for the design.
inline constexpr std::string_view kReliefsKey = "reliefs";
inline constexpr std::string_view kApprovalsKey = "approvals";
inline constexpr std::string_view kDeterminationsKey = "determinations";
inline constexpr std::string_view kReadingsKey = "readings";

// The list of the vocabulary that tells whom the design depends on.
inline constexpr std::string_view kNetworkKey = "network";
inline constexpr std::string_view kMemberField = "member";
inline constexpr std::string_view kGivesField = "gives";
inline constexpr std::string_view kRequiresField = "requires";
inline constexpr std::string_view kPrizesField = "prizes";
inline constexpr std::string_view kDependenceField = "dependence";
inline constexpr std::string_view kPowerField = "power";
inline constexpr std::string_view kStanceField = "stance";
inline constexpr std::string_view kShareField = "share";
inline constexpr std::string_view kEndsField = "ends";
inline constexpr std::string_view kInstrumentField = "instrument";
inline constexpr std::string_view kAlternativeField = "alternative";

// The keys of one record.
inline constexpr std::string_view kNormKey = "norm";
inline constexpr std::string_view kTermKey = "term";
inline constexpr std::string_view kReadingKey = "reading";
inline constexpr std::string_view kByKey = "by";
inline constexpr std::string_view kResultKey = "result";
inline constexpr std::string_view kOnKey = "on";
inline constexpr std::string_view kFromKey = "from";
inline constexpr std::string_view kUntilKey = "until";
inline constexpr std::string_view kReferenceKey = "reference";

// A fact may stand as a mapping: its value, and where that comes from.
inline constexpr std::string_view kValueKey = "value";
inline constexpr std::string_view kConfidenceKey = "confidence";

// Remarks for people, allowed everywhere and never read; so is any key that begins with `x-`.
inline constexpr std::array<std::string_view, 4> kRemarkKeys = {"source", "sources", "note",
                                                                "notes"};
inline constexpr std::string_view kPrivatePrefix = "x-";

constexpr bool is_remark(std::string_view key) {
  for (const std::string_view remark : kRemarkKeys) {
    if (key == remark) return true;
  }
  return key.starts_with(kPrivatePrefix);
}

// The words for a value that is no value.
inline constexpr std::string_view kUnknownWord = "unknown";
inline constexpr std::string_view kNotApplicableWord = "not_applicable";
inline constexpr std::string_view kNullWord = "null";

}  // namespace checker
