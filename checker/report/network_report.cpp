#include "checker/report/network_report.h"

#include <algorithm>
#include <vector>

#include "checker/report/wording.h"
#include <fmt/core.h>

namespace checker {
namespace {

std::size_t count_of(const std::vector<NetworkNorm>& norms, Outcome outcome) {
  return static_cast<std::size_t>(
      std::count_if(norms.begin(), norms.end(),
                    [&](const NetworkNorm& norm) { return norm.outcome == outcome; }));
}

void add_count(std::size_t count, std::string_view singular, std::string_view plural,
               std::vector<std::string>& to) {
  if (count > 0) to.push_back(counted(count, singular, plural));
}

std::string all_of(const std::vector<std::string>& items) { return listed(items, items.size()); }

std::string end_text(const SinglePoint& point) {
  if (point.ends) return fmt::format("; its last day is {}", dsl::format_date(*point.ends));
  return point.end_unknown ? "; when it ends is not known" : "";
}

std::string by_text(const SinglePoint& point, const dsl::Program& program) {
  return point.by.valid() ? fmt::format(" by {}", program.stakeholder(point.by).title) : "";
}

std::string support_text(const SinglePoint& point) {
  std::string text = point.title;
  std::vector<std::string> gifts;
  for (const std::string& each : point.only_source_of) gifts.push_back(spaced(each));
  if (point.share) {
    const dsl::Type percent{.kind = dsl::TypeKind::Percent};
    text += fmt::format(" gives {} of what comes of its kind",
                        dsl::format_value(*point.share, percent, {}));
    if (!gifts.empty()) text += fmt::format(", and alone gives {}", all_of(gifts));
  } else if (!gifts.empty()) {
    text += fmt::format(" alone gives {}", all_of(gifts));
  } else {
    text += " cannot be done without";
  }
  return text;
}

}  // namespace

std::string member_text(const NetworkMember& member) {
  std::vector<std::string> names;
  for (const NetworkRecord& record : member.records) {
    if (!record.name.empty() && record.name != member.title) names.push_back(record.name);
  }
  if (names.empty()) return member.title;
  return fmt::format("{} ({})", member.title, all_of(names));
}

std::string stance_text(const std::optional<int>& stance) {
  if (!stance) return "not recorded";
  if (*stance == 0) return "neither for nor against";
  const bool strongly = *stance < -1 || *stance > 1;
  return fmt::format("{}{}", strongly ? "strongly " : "", *stance < 0 ? "against" : "for");
}

std::string hinders_text(const NetworkFeature& feature) {
  std::vector<std::string> parts;
  add_count(count_of(feature.hinders, Outcome::Conflict), "conflict", "conflicts", parts);
  add_count(count_of(feature.hinders, Outcome::Thinned), "principle not kept",
            "principles not kept", parts);
  return all_of(parts);
}

std::string open_text(const NetworkFeature& feature) {
  std::vector<std::string> parts;
  add_count(count_of(feature.open, Outcome::NeedsApproval), "approval", "approvals", parts);
  add_count(count_of(feature.open, Outcome::NeedsJudgment), "judgment", "judgments", parts);
  const std::size_t unknown = count_of(feature.open, Outcome::CannotTell);
  if (unknown > 0) parts.push_back(fmt::format("{} that cannot be told", unknown));
  return all_of(parts);
}

std::string feature_text(const std::string& title) {
  return title.empty() ? "Norms without a topic" : title;
}

std::string single_point_text(const SinglePoint& point, const dsl::Program& program) {
  std::string text;
  switch (point.kind) {
    case SinglePointKind::Relief:
      text = fmt::format("The relief \"{}\"{}: {} on it", point.title, by_text(point, program),
                         counted(point.norms.size(), "norm hangs", "norms hang"));
      break;
    case SinglePointKind::Approval:
      text = fmt::format("\"{}\": {} free decision", point.title,
                         point.by.valid() ? program.stakeholder(point.by).title + ", a" : "a");
      if (point.norms.front().outcome == Outcome::Clear) text += ", granted";
      break;
    case SinglePointKind::Support: text = support_text(point); break;
    case SinglePointKind::Law:
      text = fmt::format("\"{}\": {} by it alone", point.title,
                         counted(point.norms.size(), "norm is lifted", "norms are lifted"));
      break;
  }
  return text + end_text(point);
}

}  // namespace checker
