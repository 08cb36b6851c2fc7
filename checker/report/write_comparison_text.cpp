#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "checker/report/text_parts.h"
#include "checker/report/wording.h"
#include "checker/report/write_comparison.h"
#include "dsl/sema/words.h"
#include <fmt/core.h>

namespace checker {
namespace {

// Past so many norms with one cause the rest of the undecided ones are counted.
constexpr std::size_t kMostOpen = 8;
constexpr std::size_t kMostCauses = 3;

std::string place_text(const std::optional<Location>& place) {
  return place ? in_brackets(*place) : "";
}

// "`school.state` is NY (--as:1), not IA (design.yaml:12)"; "not not stated" would be hard to read.
std::string fact_text(const DifferingFact& fact) {
  const std::string_view link =
      fact.first.starts_with("not ") ? "; on the first side it is" : ", not";
  return fmt::format("`{}` is {}{}{} {}{}", fact.fact, fact.second, place_text(fact.second_place),
                     link, fact.first, place_text(fact.first_place));
}

// "what the norm requires differs", "the value of `year_days` differs".
std::string rule_text(const DifferingRule& rule) {
  switch (rule.part) {
    case RulePart::InForce: return "when the norm is in force differs";
    case RulePart::Pack: return fmt::format("when the rules of `{}` apply differs", rule.name);
    case RulePart::Applies: return "when the norm applies differs";
    case RulePart::ForEach: return "what the norm is asked of differs";
    case RulePart::Exception: return fmt::format("the exception \"{}\" differs", rule.name);
    case RulePart::Lift: return fmt::format("what lifts the norm, `{}`, differs", rule.name);
    case RulePart::Requirement: return "what the norm requires differs";
    case RulePart::Effect: return "what a conflict with the norm comes to differs";
    case RulePart::Parameter: return fmt::format("the value of `{}` differs", rule.name);
    case RulePart::Definition: return fmt::format("the definition `{}` differs", rule.name);
    case RulePart::Fact: return fmt::format("how `{}` is worked out differs", rule.name);
  }
  return {};
}

// "f.days at least 160 days (a.rules:43)", "`year_days` is 170 days (a.rules:35)".
std::string side_text(const DifferingRule& rule, const std::optional<RuleText>& side) {
  if (!side) return "nothing of the kind";
  const bool is_named = rule.part == RulePart::Parameter || rule.part == RulePart::Definition ||
                        rule.part == RulePart::Fact;
  return (is_named ? fmt::format("`{}` is ", rule.name) : "") + side->text +
         in_brackets(side->place);
}

// What the rules of each side say.
Lines rule_lines(const ChangedNorm& norm) {
  Lines lines;
  for (std::size_t i = 0; i < norm.rules.size() && i < kMostCauses; ++i) {
    const DifferingRule& rule = norm.rules[i];
    lines.push_back({"first rules", side_text(rule, rule.first)});
    lines.push_back({"second rules", side_text(rule, rule.second)});
  }
  return lines;
}

std::string cause_text(const ChangedNorm& norm) {
  std::string text;
  const auto add = [&text](const auto& all, auto words, const char* one, const char* more) {
    for (std::size_t i = 0; i < all.size() && i < kMostCauses; ++i) {
      text += (text.empty() ? "" : "; ") + words(all[i]);
    }
    if (all.size() > kMostCauses) text += "; and " + counted(all.size() - kMostCauses, one, more);
  };
  add(norm.facts, fact_text, "other fact", "other facts");
  add(norm.rules, rule_text, "other part of the rules", "other parts of the rules");
  if (!norm.because.empty()) text += (text.empty() ? "" : "; ") + norm.because;
  return text;
}

// Why some norms come out otherwise.
struct Cause {
  std::string text;
  Lines lines;
  std::vector<const ChangedNorm*> norms;
};

bool is_same(const Lines& a, const Lines& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const LabelledLine& x, const LabelledLine& y) { return x.text == y.text; });
}

// Those with the most norms first.
std::vector<Cause> by_cause(const std::vector<ChangedNorm>& norms) {
  std::vector<Cause> causes;
  for (const ChangedNorm& norm : norms) {
    Cause cause{cause_text(norm), rule_lines(norm), {&norm}};
    const auto at = std::find_if(causes.begin(), causes.end(), [&](const Cause& each) {
      return each.text == cause.text && is_same(each.lines, cause.lines);
    });
    if (at == causes.end()) {
      causes.push_back(std::move(cause));
    } else {
      at->norms.push_back(&norm);
    }
  }
  std::stable_sort(causes.begin(), causes.end(),
                   [](const Cause& a, const Cause& b) { return a.norms.size() > b.norms.size(); });
  return causes;
}

class ComparisonText {
 public:
  ComparisonText(std::ostream& out, const Comparison& comparison, const TextStyle& style)
      : page_(out, style), comparison_(comparison) {}

  void write() {
    side("first", comparison_.first);
    side("second", comparison_.second);
    page_.gap();
    page_.paragraph(0, 0, {{answer()}});
    section("APPEARS: CONFLICTS OF THE SECOND ALONE", comparison_.appears, Ink::Red, false);
    section("FALLS AWAY: CONFLICTS OF THE FIRST ALONE", comparison_.falls_away, Ink::Green, false);
    section("LEFT OPEN: CONFLICTS OF THE FIRST THAT ARE UNDECIDED ON THE SECOND",
            comparison_.left_open, Ink::Yellow, false);
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
    add(comparison_.left_open, "conflict is left open on the second side",
        "conflicts are left open on the second side");
    add(comparison_.otherwise, "conflict stands otherwise", "conflicts stand otherwise");
    add(comparison_.opens, "norm is undecided on the second side alone",
        "norms are undecided on the second side alone");
    add(comparison_.closes, "norm is no longer undecided", "norms are no longer undecided");
    if (parts.empty()) return "No conflict and no open question differs between the two.";
    std::string text = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i) text += "; " + parts[i];
    return text + ".";
  }

  // Norms with one and the same cause stand below it: the same facts and the same texts.
  void section(const char* title, const std::vector<ChangedNorm>& norms, Ink ink, bool is_short) {
    if (norms.empty()) return;
    heading(page_, fmt::format("{} ({})", title, norms.size()));
    for (const Cause& cause : by_cause(norms)) {
      const std::vector<const ChangedNorm*>& group = cause.norms;
      page_.gap();
      page_.paragraph(kIndent, kIndent, {{sentence("Because " + cause.text)}});
      write_lines(page_, 3 * kIndent, cause.lines);
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
      page_.paragraph(2 * kIndent, kIndent,
                      {{norm.title, Ink::Strong},
                       {fmt::format(": {} (first: {}){}", short_text(norm.second),
                                    short_text(norm.first), place_where_alone(norm))}});
      return;
    }
    page_.paragraph(
        2 * kIndent, kIndent,
        {{norm.title, ink},
         {fmt::format(" [{}]{}{}", norm.norm, by_text(norm), place_where_alone(norm))}});
    labelled(page_, 3 * kIndent, "first", norm.first_text);
    labelled(page_, 3 * kIndent, "second", norm.second_text);
  }

  static std::string short_text(const std::optional<Outcome>& outcome) {
    if (!outcome) return "not in the rules";
    return spaced(outcome_word(*outcome));
  }

  // Where a norm stands that only one side's rules have.
  static std::string place_where_alone(const ChangedNorm& norm) {
    if (norm.first_place && norm.second_place) return "";
    return place_text(norm.first_place ? norm.first_place : norm.second_place);
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

  TerminalPage page_;
  const Comparison& comparison_;
};

}  // namespace

void write_comparison_text(std::ostream& out, const Comparison& comparison,
                           const TextStyle& style) {
  ComparisonText(out, comparison, style).write();
}

}  // namespace checker
