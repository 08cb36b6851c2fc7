#include "checker/report/differing_rules.h"

#include <algorithm>
#include <array>
#include <utility>

#include "checker/eval/table_lookup.h"
#include "checker/report/wording.h"
#include "dsl/sema/words.h"
#include <fmt/core.h>

namespace checker {
namespace {

using dsl::ExprId;
using dsl::Op;

constexpr const char* kAlways = "always";

// A text of the rules that a stage hangs on.
struct PartText {
  RulePart part{};
  std::string name;
  std::string text;
  Location place;
  bool decides = false;  // the stage comes out as it does because of this part
};

bool is_same(const PartText& a, const PartText& b) { return a.part == b.part && a.name == b.name; }

// ---- the norm's own texts
// ------------------------------------------------------------------------

class OwnTexts {
 public:
  explicit OwnTexts(const Judged& judged)
      : judged_(judged), program_(judged.input.program), sources_(judged.input.sources) {}

  std::vector<PartText> at(Stage stage) {
    const dsl::Norm& norm = judged_.norm();
    switch (stage) {
      case Stage::Force: add(RulePart::InForce, "", force_text(norm), norm.name_span); break;
      case Stage::Pack:
        if (norm.pack.valid()) {
          const dsl::Pack& pack = program_.pack(norm.pack);
          add(RulePart::Pack, pack.name, pack.applies);
        }
        break;
      case Stage::Scope: add_scope(norm); break;
      case Stage::Exceptions: add_exceptions(norm); break;
      case Stage::Lifts: add_lifts(); break;
      case Stage::Requirements: add_requirements(norm); break;
    }
    return std::move(texts_);
  }

  PartText effect() const {
    const dsl::Norm& norm = judged_.norm();
    std::string text_of_effect(effect_word(norm.effect));
    if (norm.effect_amount.valid()) text_of_effect += ", " + text(norm.effect_amount);
    return {RulePart::Effect, "", text_of_effect, location_of(norm.name_span, sources_)};
  }

 private:
  std::string text(ExprId id) const {
    return on_one_line(text_of(program_.expr(id).span, sources_));
  }

  void add(RulePart part, std::string name, std::string text, dsl::Span span,
           bool decides = false) {
    texts_.push_back(
        {part, std::move(name), std::move(text), location_of(span, sources_), decides});
  }

  void add(RulePart part, std::string name, ExprId id, bool decides = false) {
    if (id.valid()) add(part, std::move(name), text(id), program_.expr(id).span, decides);
  }

  void add_scope(const dsl::Norm& norm) {
    add(RulePart::Applies, "", norm.applies);
    if (!norm.for_each) return;
    const dsl::ForEach& each = *norm.for_each;
    const std::string filter = each.filter.valid() ? " where " + text(each.filter) : "";
    add(RulePart::ForEach, "", text(each.domain) + filter, program_.expr(each.domain).span);
  }

  void add_exceptions(const dsl::Norm& norm) {
    for (std::size_t i = 0; i < norm.exceptions.size(); ++i) {
      const bool decides =
          std::any_of(judged_.explanation.instances.begin(), judged_.explanation.instances.end(),
                      [&](const ExplainedInstance& each) {
                        return truth_of(each.exceptions[i].result) != dsl::Truth::False;
                      });
      add(RulePart::Exception, norm.exceptions[i].title, norm.exceptions[i].condition, decides);
    }
  }

  void add_requirements(const dsl::Norm& norm) {
    for (std::size_t i = 0; i < norm.requirements.size(); ++i) {
      const bool decides =
          std::any_of(judged_.explanation.instances.begin(), judged_.explanation.instances.end(),
                      [&](const ExplainedInstance& each) {
                        return truth_of(each.requirements[i].result) != dsl::Truth::True;
                      });
      add(RulePart::Requirement, "", norm.requirements[i], decides);
    }
  }

  void add_lifts() {
    for (const ExplainedLift& lift : judged_.explanation.lifts) {
      const dsl::Norm& enablement = program_.norm(lift.enablement);
      const std::string force = force_text(enablement);
      std::string text_of_lift =
          enablement.applies.valid() ? "when " + text(enablement.applies) : kAlways;
      if (force != kAlways) text_of_lift += "; in force " + force;
      for (const dsl::Exception& each : enablement.exceptions) {
        text_of_lift += fmt::format("; unless \"{}\" when {}", each.title, text(each.condition));
      }
      add(RulePart::Lift, enablement.name, std::move(text_of_lift), enablement.name_span,
          lift.lifts != dsl::Truth::False);
    }
  }

  static std::string period_text(const dsl::Period& period) {
    std::string text;
    if (period.from) text += "from " + dsl::format_date(*period.from);
    if (period.until)
      text += (text.empty() ? "until " : " until ") + dsl::format_date(*period.until);
    return text.empty() ? kAlways : text;
  }

  // In order of weight: what is not enacted has no dates that count.
  std::string force_text(const dsl::Norm& norm) const {
    if (norm.status == dsl::Status::Pending) return "not enacted yet";
    std::string text_of_force = period_text(norm.in_force);
    if (norm.begins_later.valid()) {
      text_of_force += fmt::format(", not before {}", text(norm.begins_later));
    }
    for (const dsl::Suspension& each : norm.suspensions) {
      text_of_force += ", suspended " + period_text(each.period);
    }
    return text_of_force;
  }

  const Judged& judged_;
  const dsl::Program& program_;
  const dsl::SourceMap& sources_;
  std::vector<PartText> texts_;
};

// ---- what the norm's texts use
// -------------------------------------------------------------------

// The definitions, the facts that are worked out and the values of parameters that went into a
// stage, each once, in the order in which they are asked for.
class Used {
 public:
  explicit Used(const Judged& judged)
      : judged_(judged), program_(judged.input.program), sources_(judged.input.sources) {}

  void add(const Derivation& node) {
    if (node.expr.valid()) add_itself(node);
    for (const Derivation& child : node.children) add(child);
  }

  const std::vector<PartText>& texts() const { return texts_; }
  const std::vector<PartText>& values() const { return values_; }

 private:
  void add_itself(const Derivation& node) {
    const dsl::TypedExpr& expr = program_.expr(node.expr);
    switch (expr.op) {
      case Op::Parameter: add_value(node, program_.typed().parameters[expr.index]); break;
      case Op::Definition: add_definition(program_.typed().definitions[expr.index]); break;
      case Op::Fact:
      case Op::FactByGrade:
      case Op::Field: {
        // What the design states is not worked out.
        const dsl::FactDeclaration& fact = program_.fact({expr.index});
        const bool stated = node.reading && node.reading->state == FactState::Stated;
        if (!stated && fact.computed.valid()) add_computed({expr.index}, fact.computed);
        break;
      }
      default: break;
    }
  }

  void add_computed(dsl::FactId fact, ExprId computed) {
    const dsl::Span span = program_.expr(computed).span;
    keep({RulePart::Fact, program_.full_name(fact), on_one_line(text_of(span, sources_)),
          location_of(span, sources_)},
         texts_);
  }

  void add_definition(const dsl::Definition& definition) {
    std::string text;
    for (const ExprId body : bodies_of(definition)) {
      text +=
          (text.empty() ? "" : ", or ") + on_one_line(text_of(program_.expr(body).span, sources_));
    }
    if (!definition.in_force.contains(judged_.input.as_of)) text = "not in force";
    const std::vector<ExprId> bodies = bodies_of(definition);
    const dsl::Span span = bodies.empty() ? definition.span : program_.expr(bodies.front()).span;
    keep({RulePart::Definition, definition.name, text, location_of(span, sources_)}, texts_);
  }

  // The value in force for what was asked, `hours(9)`, at the line that says it.
  void add_value(const Derivation& node, const dsl::Parameter& parameter) {
    PartText value{RulePart::Parameter, parameter.name, "no value that fits",
                   location_of(parameter.span, sources_)};
    std::vector<std::optional<dsl::Value>> keys;
    std::string arguments;
    for (std::size_t i = 0; i < parameter.keys.size() && i < node.children.size(); ++i) {
      keys.push_back(node.children[i].result.value);
      const std::string key =
          keys.back() ? dsl::format_value(*keys.back(), parameter.keys[i], program_.types())
                      : "unknown";
      arguments += (arguments.empty() ? "" : ", ") + key;
    }
    if (!arguments.empty()) value.name += "(" + arguments + ")";
    const auto version =
        std::find_if(parameter.versions.begin(), parameter.versions.end(),
                     [&](const auto& each) { return each.period.contains(judged_.input.as_of); });
    const dsl::Value* found = nullptr;
    if (version != parameter.versions.end()) {
      found = TableLookup(*version, parameter, program_.types()).value_for(std::move(keys));
    }
    if (found != nullptr) {
      value.text = dsl::format_value(*found, parameter.type, program_.types());
      for (const dsl::ParameterValue& row : version->values) {
        if (&row.value == found) value.place = location_of(row.span, sources_);
      }
    }
    keep(std::move(value), values_);
  }

  static void keep(PartText part, std::vector<PartText>& in) {
    const bool is_there = std::any_of(in.begin(), in.end(),
                                      [&](const PartText& each) { return is_same(each, part); });
    if (!is_there) in.push_back(std::move(part));
  }

  const Judged& judged_;
  const dsl::Program& program_;
  const dsl::SourceMap& sources_;
  std::vector<PartText> texts_;
  std::vector<PartText> values_;
};

Used used_at(const Judged& judged, Stage stage) {
  Used used(judged);
  for (const Derivation* each : derivations_at(judged.explanation, stage)) used.add(*each);
  return used;
}

// ---- the two side by side
// ------------------------------------------------------------------------

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
  return a->text == b->text && a->place.file == b->place.file &&
         a->place.start.line == b->place.start.line;
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
  if (auto own = first_difference(OwnTexts(first).at(stage), OwnTexts(second).at(stage))) {
    rules.push_back(std::move(*own));
  }
  const Used used_first = used_at(first, stage);
  const Used used_second = used_at(second, stage);
  each_difference(used_first.texts(), used_second.texts(), [&](DifferingRule rule) {
    if (rules.empty()) rules.push_back(std::move(rule));
  });
  each_difference(used_first.values(), used_second.values(), [&](DifferingRule rule) {
    if (!is_told(rules, rule)) rules.push_back(std::move(rule));
  });
  return rules;
}

std::optional<DifferingRule> differing_effect(const Judged& first, const Judged& second) {
  const PartText before = OwnTexts(first).effect();
  const PartText after = OwnTexts(second).effect();
  if (before.text == after.text) return std::nullopt;
  return differing(&before, &after);
}

}  // namespace checker
