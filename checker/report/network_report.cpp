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

std::string gifts_text(const std::vector<std::string>& gifts) {
  std::vector<std::string> words;
  words.reserve(gifts.size());
  for (const std::string& each : gifts) words.push_back(spaced(each));
  return all_of(words);
}

// "One foundation gives 60% of its money, and nobody else gives any".
std::string support_text(const SinglePoint& point) {
  const std::string alone = gifts_text(point.only_source_of);
  if (point.share) {
    const dsl::Type percent{.kind = dsl::TypeKind::Percent};
    return fmt::format("{} gives {} of the {}", point.title,
                       dsl::format_value(*point.share, percent, {}),
                       point.gives.empty() ? "support of its kind" : gifts_text(point.gives));
  }
  if (alone.empty()) return fmt::format("{} cannot be done without", point.title);
  return fmt::format("{}: nobody else named gives {}", point.title, alone);
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

std::string dependence_and_score(const NetworkMember& member) {
  const std::string dependence =
      member.dependence
          ? fmt::format("dependence {}{}", *member.dependence,
                        member.dependence_from == DependenceFrom::Norms ? " (assumed)" : "")
          : "dependence not known";
  return fmt::format("{}, score {}", dependence, member.score());
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
      text = fmt::format("The relief from \"{}\"{}: {} on it", point.title, by_text(point, program),
                         counted(point.norms.size(), "norm hangs", "norms hang"));
      break;
    case SinglePointKind::Approval:
      text = fmt::format("\"{}\": a free decision{}, {}", point.title, by_text(point, program),
                         point.norms.front().outcome == Outcome::Clear ? "granted" : "still due");
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
