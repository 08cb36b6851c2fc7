#include "checker/report/differing_rules.h"

#include <algorithm>
#include <array>
#include <utility>

#include "checker/report/rule_texts.h"

namespace checker {
namespace {

std::optional<RuleText> text_of_part(const PartText* part) {
  if (part == nullptr) return std::nullopt;
  return RuleText{part->text, part->place};
}

DifferingRule differing(const PartText* first, const PartText* second) {
  const PartText& named = second == nullptr ? *first : *second;
  return {named.part, named.name, text_of_part(first), text_of_part(second)};
}

// Takes out what both have, each as often as both do.
void drop_common(std::vector<PartText>& first, std::vector<PartText>& second) {
  std::erase_if(first, [&](const PartText& each) {
    const auto same = std::find_if(second.begin(), second.end(), [&](const PartText& other) {
      return other.part == each.part && other.text == each.text;
    });
    if (same == second.end()) return false;
    second.erase(same);
    return true;
  });
}

// With how many words two texts begin alike.
std::ptrdiff_t common_words(const std::string& a, const std::string& b) {
  const auto end = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
  return std::count(a.begin(), end, ' ');
}

// What the part has become on the other side: the one of its name, else the one that begins most
// like it, else the one in its place where neither side has more parts. nullptr: nothing.
const PartText* partner(const PartText& part, const std::vector<PartText>& own,
                        const std::vector<PartText>& others) {
  std::vector<const PartText*> candidates;
  for (const PartText& each : others) {
    if (each.part != part.part) continue;
    if (!part.name.empty() && each.name == part.name) return &each;
    // An enablement of another name is another one.
    if (part.part != RulePart::Lift) candidates.push_back(&each);
  }
  const PartText* best = nullptr;
  std::ptrdiff_t most = 0;
  for (const PartText* each : candidates) {
    const std::ptrdiff_t words = common_words(each->text, part.text);
    if (words <= most) continue;
    most = words;
    best = each;
  }
  if (best != nullptr || own.size() != others.size()) return best;
  const PartText& opposite = others[static_cast<std::size_t>(&part - own.data())];
  return std::find(candidates.begin(), candidates.end(), &opposite) == candidates.end() ? nullptr
                                                                                        : &opposite;
}

std::optional<DifferingRule> first_difference(std::vector<PartText> first,
                                              std::vector<PartText> second) {
  drop_common(first, second);
  const auto pair = [&](bool deciding) -> std::optional<DifferingRule> {
    for (const PartText& each : second) {
      if (each.decides || !deciding) return differing(partner(each, second, first), &each);
    }
    for (const PartText& each : first) {
      if (each.decides || !deciding) return differing(&each, partner(each, first, second));
    }
    return std::nullopt;
  };
  const auto found = pair(true);
  return found ? found : pair(false);
}

// What both use under one name and what it is to each.
template <typename Take>
void each_difference(const std::vector<PartText>& first, const std::vector<PartText>& second,
                     Take take) {
  for (const PartText& each : second) {
    const auto same = std::find_if(first.begin(), first.end(),
                                   [&](const PartText& other) { return is_same(other, each); });
    if (same != first.end() && same->text != each.text) take(differing(&*same, &each));
  }
}

bool is_same(const std::optional<RuleText>& a, const std::optional<RuleText>& b) {
  if (!a || !b) return !a && !b;
  return a->text == b->text && same_line(a->place, b->place);
}

// A row of a table that is for several grades is told once.
bool is_told(const std::vector<DifferingRule>& rules, const DifferingRule& rule) {
  return std::any_of(rules.begin(), rules.end(), [&](const DifferingRule& each) {
    return each.part == rule.part && is_same(each.first, rule.first) &&
           is_same(each.second, rule.second);
  });
}

}  // namespace

std::string_view rule_part_word(RulePart part) {
  static constexpr std::array<std::string_view, 11> kWords = {
      "in_force",    "pack",   "applies",   "for_each",   "exception", "lift",
      "requirement", "effect", "parameter", "definition", "fact"};
  return kWords[static_cast<std::size_t>(part)];
}

std::vector<DifferingRule> differing_rules(const Judged& first, const Judged& second, Stage stage) {
  std::vector<DifferingRule> rules;
  if (auto own = first_difference(own_texts(first, stage), own_texts(second, stage))) {
    rules.push_back(std::move(*own));
  }
  const UsedTexts used_first = used_texts(first, stage);
  const UsedTexts used_second = used_texts(second, stage);
  each_difference(used_first.texts, used_second.texts, [&](DifferingRule rule) {
    if (rules.empty()) rules.push_back(std::move(rule));
  });
  each_difference(used_first.values, used_second.values, [&](DifferingRule rule) {
    if (!is_told(rules, rule)) rules.push_back(std::move(rule));
  });
  return rules;
}

std::optional<DifferingRule> differing_effect(const Judged& first, const Judged& second) {
  const PartText before = effect_of(first);
  const PartText after = effect_of(second);
  if (before.text == after.text) return std::nullopt;
  return differing(&before, &after);
}

}  // namespace checker
