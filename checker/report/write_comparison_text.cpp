#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "checker/report/layout.h"
#include "checker/report/text_parts.h"
#include "checker/report/wording.h"
#include "checker/report/write_comparison.h"
#include "dsl/sema/words.h"
#include <fmt/core.h>

namespace checker {
namespace {

// Past so many norms with one cause the rest of the undecided ones are counted.
constexpr std::size_t kMostOpen = 8;
constexpr std::size_t kMostFacts = 3;

std::string place_text(const std::optional<Location>& place) {
  return place ? in_brackets(*place) : "";
}

// "`school.state` is NY (--as:1), not IA (design.yaml:12)".
std::string fact_text(const DifferingFact& fact) {
  return fmt::format("`{}` is {}{}, not {}{}", fact.fact, fact.second,
                     place_text(fact.second_place), fact.first, place_text(fact.first_place));
}

std::string cause_text(const ChangedNorm& norm) {
  std::vector<std::string> facts;
  for (const DifferingFact& fact : norm.facts) facts.push_back(fact_text(fact));
  std::string text;
  for (std::size_t i = 0; i < facts.size() && i < kMostFacts; ++i) {
    text += (text.empty() ? "" : "; ") + facts[i];
  }
  if (facts.size() > kMostFacts) {
    text += "; and " + counted(facts.size() - kMostFacts, "other fact", "other facts");
  }
  if (!norm.because.empty()) text += (text.empty() ? "" : "; ") + norm.because;
  return text;
}

class ComparisonText {
 public:
  ComparisonText(std::ostream& out, const Comparison& comparison, const TextStyle& style)
      : page_(out, style.width, style.color), comparison_(comparison) {}

  void write() {
    side("first", comparison_.first);
    side("second", comparison_.second);
    page_.gap();
    page_.paragraph(0, 0, {{answer()}});
    section("APPEARS: CONFLICTS OF THE SECOND ALONE", comparison_.appears, Ink::Red, false);
    section("FALLS AWAY: CONFLICTS OF THE FIRST ALONE", comparison_.falls_away, Ink::Green, false);
    section("STANDS AGAINST BOTH, BUT OTHERWISE", comparison_.otherwise, Ink::Strong, false);
    section("UNDECIDED ON THE SECOND SIDE ALONE", comparison_.opens, Ink::Yellow, true);
    section("NO LONGER UNDECIDED", comparison_.closes, Ink::Strong, true);
    section("OTHER CHANGES", comparison_.others, Ink::Strong, true);
    if (comparison_.untold == 0) return;
    page_.gap();
    page_.paragraph(0, 0,
                    {{fmt::format("{} on one side alone and {} nothing of the design there.",
                                  counted(static_cast<std::size_t>(comparison_.untold),
                                          "more norm applies", "more norms apply"),
                                  comparison_.untold == 1 ? "asks" : "ask")}});
  }

 private:
  void side(const char* which, const ComparisonSide& side) {
    page_.paragraph(0, kIndent,
                    {{fmt::format("{}: ", which), Ink::Dim},
                     {side.label, Ink::Strong},
                     {fmt::format(" ({}), as of {} ({}), {}", side.design_file,
                                  dsl::format_date(side.as_of), side.as_of_source,
                                  counted(static_cast<std::size_t>(side.conflicts), "conflict",
                                          "conflicts"))}});
  }

  std::string answer() const {
    std::vector<std::string> parts;
    const auto add = [&](const std::vector<ChangedNorm>& norms, const char* one, const char* more) {
      if (!norms.empty()) parts.push_back(counted(norms.size(), one, more));
    };
    add(comparison_.appears, "conflict appears", "conflicts appear");
    add(comparison_.falls_away, "conflict falls away", "conflicts fall away");
    add(comparison_.otherwise, "conflict stands otherwise", "conflicts stand otherwise");
    add(comparison_.opens, "norm is undecided on the second side alone",
        "norms are undecided on the second side alone");
    add(comparison_.closes, "norm is no longer undecided", "norms are no longer undecided");
    if (parts.empty()) return "No conflict and no open question differs between the two.";
    std::string text = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i) text += "; " + parts[i];
    return text + ".";
  }

  // Norms with one and the same cause stand below it.
  void section(const char* title, const std::vector<ChangedNorm>& norms, Ink ink, bool is_short) {
    if (norms.empty()) return;
    heading(page_, fmt::format("{} ({})", title, norms.size()));
    std::vector<std::pair<std::string, std::vector<const ChangedNorm*>>> by_cause;
    for (const ChangedNorm& norm : norms) {
      const std::string cause = cause_text(norm);
      const auto at = std::find_if(by_cause.begin(), by_cause.end(),
                                   [&](const auto& group) { return group.first == cause; });
      if (at == by_cause.end()) {
        by_cause.push_back({cause, {&norm}});
      } else {
        at->second.push_back(&norm);
      }
    }
    std::stable_sort(by_cause.begin(), by_cause.end(), [](const auto& a, const auto& b) {
      return a.second.size() > b.second.size();
    });
    for (const auto& [cause, group] : by_cause) {
      page_.gap();
      page_.paragraph(kIndent, kIndent, {{sentence("Because " + cause)}});
      const std::size_t most = is_short ? std::min(group.size(), kMostOpen) : group.size();
      for (std::size_t i = 0; i < most; ++i) write_norm(*group[i], ink, is_short);
      if (most < group.size()) {
        page_.paragraph(
            2 * kIndent, kIndent,
            {{fmt::format("and {} more (all of them: --format json)", group.size() - most)}});
      }
    }
  }

  void write_norm(const ChangedNorm& norm, Ink ink, bool is_short) {
    if (is_short) {
      page_.paragraph(
          2 * kIndent, kIndent,
          {{norm.title, Ink::Strong},
           {fmt::format(": {} (first: {})", short_text(norm.second), short_text(norm.first))}});
      return;
    }
    page_.paragraph(2 * kIndent, kIndent,
                    {{norm.title, ink}, {fmt::format(" [{}]{}", norm.norm, by_text(norm))}});
    labelled(page_, 3 * kIndent, "first", norm.first_text);
    labelled(page_, 3 * kIndent, "second", norm.second_text);
  }

  static std::string short_text(const std::optional<Outcome>& outcome) {
    if (!outcome) return "not in the rules";
    return spaced(outcome_word(*outcome));
  }

  static std::string by_text(const ChangedNorm& norm) {
    std::vector<std::string> titles;
    for (const Party& party : norm.enforced) {
      if (std::find(titles.begin(), titles.end(), party.title) == titles.end()) {
        titles.push_back(party.title);
      }
    }
    return titles.empty() ? "" : ", " + listed(titles, 3);
  }

  Page page_;
  const Comparison& comparison_;
};

}  // namespace

void write_comparison_text(std::ostream& out, const Comparison& comparison,
                           const TextStyle& style) {
  ComparisonText(out, comparison, style).write();
}

}  // namespace checker
