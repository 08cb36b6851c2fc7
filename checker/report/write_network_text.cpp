#include "checker/report/write_network_text.h"

#include <algorithm>
#include <string>
#include <vector>

#include "checker/report/text_parts.h"
#include "checker/report/wording.h"
#include "dsl/sema/words.h"
#include <fmt/core.h>

namespace checker {
namespace {

class NetworkText {
 public:
  NetworkText(std::ostream& out, const NetworkReport& report, const TextStyle& style)
      : page_(out, style), report_(report), network_(report.network) {}

  void write() {
    const std::string& name = report_.design.title();
    page_.paragraph(0, kIndent,
                    {{name, Ink::Strong},
                     {fmt::format(" ({}), as of {} ({})", report_.design.file_name,
                                  dsl::format_date(network_.as_of), report_.as_of_source)}});
    page_.gap();
    page_.paragraph(0, 0,
                    {{"On whom the design depends, and how far each is from it. "
                      "Score: dependence (0 to 4) times misalignment."}});
    write_deciding();
    write_single_points();
    write_risks();
    write_members();
  }

 private:
  void write_deciding() {
    heading(page_, "WHO DECIDES");
    if (network_.deciding.empty()) {
      page_.paragraph(kIndent, 0,
                      {{"Nobody, as far as can be told: nothing stands against the design with a "
                        "member that it depends on, and no decision is due."}});
    }
    int place = 0;
    for (const std::size_t i : network_.deciding) {
      const NetworkMember& member = network_.members[i];
      page_.paragraph(kIndent, kIndent,
                      {{fmt::format("{}. {}", ++place, member_text(member)), Ink::Strong},
                       {": " + deciding_reason(member)}});
    }
  }

  // "3 conflicts, 1 approval due; score 36, 48 if decided against".
  static std::string deciding_reason(const NetworkMember& member) {
    std::vector<std::string> parts;
    const auto add = [&](Outcome outcome, const char* singular, const char* plural) {
      const auto count = static_cast<std::size_t>(member.count(outcome));
      if (count > 0) parts.push_back(counted(count, singular, plural));
    };
    add(Outcome::Conflict, "conflict", "conflicts");
    add(Outcome::Thinned, "principle not kept", "principles not kept");
    add(Outcome::NeedsApproval, "approval due", "approvals due");
    add(Outcome::NeedsJudgment, "judgment due", "judgments due");
    if (member.misalignment.stance > 0) parts.emplace_back("a stance against the design");
    return fmt::format("{}; {}", listed(parts, parts.size()), score_text(member));
  }

  static std::string score_text(const NetworkMember& member) {
    const int now = member.score();
    const int then = member.score_decided_against();
    if (now == then) return fmt::format("score {}", now);
    return fmt::format("score {}, {} if decided against", now, then);
  }

  void write_single_points() {
    if (network_.single_points.empty()) return;
    heading(page_, "WHAT IT WOULD FALL WITH");
    for (const SinglePoint& point : network_.single_points) {
      const std::string place =
          point.span ? in_brackets(location_of(*point.span, report_.sources)) : std::string();
      page_.paragraph(kIndent, kIndent,
                      {{single_point_text(point, report_.program)}, {place, Ink::Dim}});
    }
  }

  void write_risks() {
    std::vector<const FeatureAtLarge*> risks;
    for (const FeatureAtLarge& feature : network_.features) {
      if (feature.at_risk) risks.push_back(&feature);
    }
    if (risks.empty()) return;
    heading(page_, "FEATURES AT RISK");
    page_.paragraph(kIndent, 0,
                    {{"A member that the design cannot do without hinders each of these."}});
    for (const FeatureAtLarge* feature : risks) {
      std::vector<std::string> who;
      for (const std::size_t i : feature->hindering) who.push_back(network_.members[i].title);
      labelled(page_, kIndent, feature_text(feature->title), listed(who, 4));
    }
  }

  void write_members() {
    heading(page_, "MEMBERS, THE HIGHEST SCORE FIRST");
    std::vector<std::string> waiting;
    std::vector<std::string> quiet;
    for (const NetworkMember& member : network_.members) {
      const int unknown = member.count(Outcome::CannotTell);
      if (member.misalignment.decided_against() > 0) {
        write_member(member);
      } else if (unknown > 0) {
        waiting.push_back(fmt::format("{}, {}", member_text(member), unknown));
      } else {
        quiet.push_back(member_text(member));
      }
    }
    write_rest(
        "Nothing that is known stands between the design and these, but so many of their norms "
        "cannot be told yet; `leeway check` asks for the facts",
        waiting);
    write_rest("Nothing stands between the design and these", quiet);
  }

  void write_rest(const std::string& what, const std::vector<std::string>& members) {
    if (members.empty()) return;
    page_.gap();
    page_.paragraph(kIndent, kIndent, {{what + ":"}});
    for (const std::string& each : members) page_.paragraph(2 * kIndent, kIndent, {{each}});
  }

  void write_member(const NetworkMember& member) {
    page_.gap();
    page_.paragraph(kIndent, kIndent,
                    {{member_text(member), Ink::Strong},
                     {fmt::format(" [{}]", member.name), Ink::Dim},
                     {": " + score_text(member)}});
    labelled(page_, 2 * kIndent, "dependence", dependence_text(member));
    if (!member.holds.empty()) labelled(page_, 2 * kIndent, "holds", words_text(member.holds));
    if (member.stance) labelled(page_, 2 * kIndent, "stance", stance_text(member.stance));
    labelled(page_, 2 * kIndent, "misalignment", misalignment_text(member.misalignment));
    std::vector<std::string> good;
    for (const NetworkFeature& feature : member.features) {
      if (feature.stance == FeatureStance::HoldsUp) {
        good.push_back(feature_text(feature.title));
      } else {
        write_feature(feature);
      }
    }
    if (!good.empty()) labelled(page_, 2 * kIndent, "holds up", joined(good));
    write_ways_around(member);
    for (const NetworkRecord& record : member.records) {
      if (!record.alternative.empty()) {
        labelled(page_, 2 * kIndent, "could stand in for it", record.alternative);
      }
    }
  }

  void write_feature(const NetworkFeature& feature) {
    if (!feature.hinders.empty()) {
      labelled(page_, 2 * kIndent, "hinders",
               fmt::format("{}: {}", feature_text(feature.title), hinders_text(feature)));
      for (const NetworkNorm& norm : feature.hinders) {
        page_.paragraph(3 * kIndent, kIndent, {{norm_text(norm)}});
      }
    }
    if (!feature.open.empty()) {
      labelled(page_, 2 * kIndent, "open",
               fmt::format("{}: {}", feature_text(feature.title), open_text(feature)));
    }
  }

  // "Days of school (blocked)".
  static std::string norm_text(const NetworkNorm& norm) {
    const std::string how = norm.outcome == Outcome::Thinned
                                ? "a principle"
                                : std::string(dsl::effect_word(norm.effect));
    return fmt::format("{} ({}{})", norm.title, how,
                       norm.hangs_on_facts ? "; whether it is this one's cannot be told" : "");
  }

  void write_ways_around(const NetworkMember& member) {
    std::vector<std::string> others;
    bool itself = false;
    for (const WayAround& way : member.ways_around) {
      if (!way.somebody_else) {
        itself = true;
      } else if (std::find(others.begin(), others.end(), way.by_title) == others.end()) {
        others.push_back(way.by_title);
      }
    }
    if (itself) labelled(page_, 2 * kIndent, "may itself grant relief from", ways_text(member));
    if (!others.empty()) {
      labelled(page_, 2 * kIndent, "others may grant relief", joined(others));
    }
  }

  static std::string ways_text(const NetworkMember& member) {
    std::vector<std::string> titles;
    for (const WayAround& way : member.ways_around) {
      const bool told = std::find(titles.begin(), titles.end(), way.from.title) != titles.end();
      if (!way.somebody_else && !told) titles.push_back(way.from.title);
    }
    return joined(titles);
  }

  static std::string dependence_text(const NetworkMember& member) {
    switch (member.dependence_from) {
      case DependenceFrom::Design: return fmt::format("{}, as the design says", *member.dependence);
      case DependenceFrom::Norms:
        return fmt::format("{}, assumed from what its rules can do", *member.dependence);
      case DependenceFrom::Nothing: return "not known; say it in `network`";
    }
    return {};
  }

  // "7 (conflicts 4, pressure 1, stance 2); not counted: approvals due 8".
  static std::string misalignment_text(const Misalignment& it) {
    std::vector<std::string> parts;
    const auto add = [&](int weight, const char* of) {
      if (weight > 0) parts.push_back(fmt::format("{} {}", of, weight));
    };
    const auto comma_list = [&] {
      std::string text;
      for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
      parts.clear();
      return text;
    };
    add(it.conflicts, "conflicts");
    add(it.pressure, "pressure");
    add(it.stance, "stance");
    std::string text = std::to_string(it.now());
    if (!parts.empty()) text += fmt::format(" ({})", comma_list());
    add(it.approvals, "approvals due");
    add(it.judgments, "judgments due");
    add(it.cannot_tell, "what cannot be told");
    return parts.empty() ? text : fmt::format("{}; not counted: {}", text, comma_list());
  }

  static std::string words_text(const std::vector<std::string>& words) {
    std::vector<std::string> spaced_words;
    spaced_words.reserve(words.size());
    for (const std::string& word : words) spaced_words.push_back(spaced(word));
    return listed(spaced_words, spaced_words.size());
  }

  // Titles that may hold commas and an `and`.
  static std::string joined(const std::vector<std::string>& titles) {
    std::string text;
    for (const std::string& title : titles) text += (text.empty() ? "" : "; ") + title;
    return text;
  }

  TerminalPage page_;
  const NetworkReport& report_;
  const ValueNetwork& network_;
};

}  // namespace

void write_network_text(std::ostream& out, const NetworkReport& report, const TextStyle& style) {
  NetworkText(out, report, style).write();
}

}  // namespace checker
