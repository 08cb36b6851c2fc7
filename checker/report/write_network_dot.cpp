#include "checker/report/write_network_dot.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "checker/report/display_text.h"
#include "checker/report/wording.h"
#include <fmt/core.h>

namespace checker {
namespace {

// Okabe and Ito's colours, which people with any colour vision tell apart; light fills of them, so
// that black text stands out.
struct StanceLook {
  std::string_view fill;
  std::string_view line;
  std::string_view style;
  int borders;
  std::string_view mark;
};

const StanceLook& look_of(const std::optional<int>& stance) {
  static constexpr StanceLook kAgainst{"#F6D5BF", "#D55E00", "filled,bold", 2, "against"};
  static constexpr StanceLook kNeutral{"#EEEEEE", "#555555", "filled", 1,
                                       "neither for nor against"};
  static constexpr StanceLook kFor{"#CCE3F1", "#0072B2", "filled,bold", 1, "for"};
  static constexpr StanceLook kNotRecorded{"#FFFFFF", "#555555", "filled,dashed", 1,
                                           "stance not recorded"};
  if (!stance) return kNotRecorded;
  if (*stance == 0) return kNeutral;
  return *stance < 0 ? kAgainst : kFor;
}

// A text between quotes of DOT. Graphviz reads backslashes and HTML entities in labels, so both
// are written as what they are.
std::string quoted(std::string_view text) {
  std::string made = "\"";
  for (const char c : printable(text)) {
    if (c == '&') {
      made += "&amp;";
    } else {
      if (c == '"' || c == '\\') made += '\\';
      made += c;
    }
  }
  return made + '"';
}

// The text in lines of about so many columns, as a label of DOT.
std::string label(const std::vector<std::string>& paragraphs, int columns) {
  std::string made;
  for (const std::string& paragraph : paragraphs) {
    if (!made.empty()) made += "\\n";
    int at = 0;
    std::string_view rest = paragraph;
    while (!rest.empty()) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(rest.size(), word.size() + 1));
      const int width = display_width(word);
      if (at > 0 && at + 1 + width > columns) {
        made += "\\n";
        at = 0;
      }
      if (at > 0) made += ' ';
      at += width + (at > 0 ? 1 : 0);
      const std::string safe = quoted(word);
      made += safe.substr(1, safe.size() - 2);
    }
  }
  return '"' + made + '"';
}

class NetworkDot {
 public:
  NetworkDot(std::ostream& out, const NetworkReport& report)
      : out_(out), report_(report), network_(report.network) {}

  void write() {
    const Design& design = report_.design;
    const std::string& name = design.name.empty() ? design.file_name : design.name;
    out_ << "digraph " << quoted(name) << " {\n"
         << "  graph [rankdir=LR, ranksep=2, nodesep=0.15, fontname=Helvetica, labelloc=t, label="
         << label({"Value network of " + name + ", as of " + dsl::format_date(network_.as_of),
                   caption()},
                  110)
         << "];\n"
         << "  node [fontname=Helvetica, fontsize=11];\n"
         << "  edge [fontname=Helvetica, fontsize=9];\n";
    for (std::size_t i = 0; i < network_.members.size(); ++i) {
      if (is_drawn(network_.members[i])) member(i);
    }
    for (std::size_t i = 0; i < network_.features.size(); ++i) feature(i);
    for (std::size_t i = 0; i < network_.members.size(); ++i) edges(i);
    out_ << "}\n";
  }

 private:
  // Whoever the design names, and with whom something stands against it or is due.
  static bool is_drawn(const NetworkMember& member) {
    return !member.records.empty() || member.misalignment.decided_against() > 0;
  }

  // What only cannot be told would fill the picture.
  static bool is_drawn(const NetworkFeature& feature) {
    return feature.stance == FeatureStance::Hinders ||
           std::any_of(feature.open.begin(), feature.open.end(),
                       [](const NetworkNorm& norm) { return norm.outcome != Outcome::CannotTell; });
  }

  bool is_drawn(const FeatureAtLarge& feature) const {
    return std::any_of(network_.members.begin(), network_.members.end(),
                       [&](const NetworkMember& member) {
                         return std::any_of(member.features.begin(), member.features.end(),
                                            [&](const NetworkFeature& each) {
                                              return each.topic == feature.topic && is_drawn(each);
                                            });
                       });
  }

  std::string caption() const {
    const auto left_out = static_cast<std::size_t>(
        std::count_if(network_.members.begin(), network_.members.end(),
                      [](const NetworkMember& member) { return !is_drawn(member); }));
    std::string text =
        "The larger, the more the design depends on it. Double border: against the design; dashed "
        "border: stance not recorded. Solid line: conflicts, thicker the more they weigh; dashed "
        "line: a decision is due.";
    if (left_out > 0) {
      text += fmt::format(" Left out: {} with whom nothing stands against it or is due.",
                          counted(left_out, "member", "members"));
    }
    return text;
  }

  void member(std::size_t i) {
    const NetworkMember& member = network_.members[i];
    const StanceLook& look = look_of(member.stance);
    const std::string dependence =
        member.dependence
            ? fmt::format("dependence {}{}", *member.dependence,
                          member.dependence_from == DependenceFrom::Norms ? " (assumed)" : "")
            : "dependence not known";
    const int size = member.dependence.value_or(0);
    out_ << fmt::format(
        "  m{} [label={}, tooltip={}, shape=ellipse, width={:.1f}, height={:.2f}, style=\"{}\", "
        "fillcolor=\"{}\", color=\"{}\", peripheries={}];\n",
        i,
        label({member_text(member), fmt::format("{}, score {}", dependence, member.score()),
               std::string(look.mark)},
              26),
        quoted(member.name), 1.6 + 0.4 * size, 0.6 + 0.25 * size, look.style, look.fill, look.line,
        look.borders);
  }

  void feature(std::size_t i) {
    const FeatureAtLarge& feature = network_.features[i];
    if (!is_drawn(feature)) return;
    std::vector<std::string> lines = {feature_text(feature.title)};
    if (feature.at_risk) lines.emplace_back("at risk");
    out_ << fmt::format(
        "  f{} [label={}, tooltip={}, shape=box, style=\"{}\", fillcolor=\"#FFFFFF\", "
        "peripheries={}];\n",
        i, label(lines, 26), quoted(feature.id), feature.at_risk ? "filled,bold" : "filled",
        feature.at_risk ? 2 : 1);
  }

  // Solid where it hinders, the thicker the more its conflicts weigh; dashed where it is open.
  void edges(std::size_t i) {
    for (const NetworkFeature& each : network_.members[i].features) {
      if (!is_drawn(each)) continue;
      const bool hinders = each.stance == FeatureStance::Hinders;
      constexpr int kMostWidth = 12;
      const int width = std::min(std::max(each.weight, 1), kMostWidth);
      out_ << fmt::format("  m{} -> f{} [label={}, style={}, color=\"{}\", penwidth={:.1f}];\n", i,
                          index_of(each.topic),
                          label({hinders ? hinders_text(each) : open_text(each)}, 30),
                          hinders ? "solid" : "dashed", hinders ? "#D55E00" : "#777777",
                          hinders ? 0.5 + 0.5 * width : 1.0);
    }
  }

  std::size_t index_of(dsl::TopicId topic) const {
    const auto at = std::find_if(network_.features.begin(), network_.features.end(),
                                 [&](const FeatureAtLarge& each) { return each.topic == topic; });
    return static_cast<std::size_t>(at - network_.features.begin());
  }

  std::ostream& out_;
  const NetworkReport& report_;
  const ValueNetwork& network_;
};

}  // namespace

void write_network_dot(std::ostream& out, const NetworkReport& report) {
  NetworkDot(out, report).write();
}

}  // namespace checker
