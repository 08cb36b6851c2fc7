#include "checker/report/verdict_stages.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>

namespace checker {
namespace {

using dsl::Truth;

constexpr std::array<Stage, 6> kStages = {Stage::Force,      Stage::Pack,  Stage::Scope,
                                          Stage::Exceptions, Stage::Lifts, Stage::Requirements};

void add(const std::optional<Derivation>& derivation, std::vector<const Derivation*>& to) {
  if (derivation) to.push_back(&*derivation);
}

Truth truth_of_part(const std::optional<Derivation>& derivation) {
  return derivation ? truth_of(derivation->result) : Truth::True;
}

// What comes out at a stage, by instance; under no name what does not hang on one.
std::map<std::string, Truth> truths_at(const Judged& judged, Stage stage) {
  const Explanation& explanation = judged.explanation;
  std::map<std::string, Truth> truths;
  if (stage == Stage::Force) {
    truths[""] = explanation.in_force;
  } else if (stage == Stage::Pack) {
    truths[""] = truth_of_part(explanation.pack);
  } else if (stage == Stage::Lifts) {
    truths[""] = Truth::False;
    for (const ExplainedLift& lift : explanation.lifts) truths[""] = truths[""] | lift.lifts;
  } else if (stage == Stage::Scope) {
    truths[""] = truth_of_part(explanation.applies);
    for (const ExplainedInstance& instance : explanation.instances) {
      truths["for " + instance.label] = truth_of_part(instance.filter);
    }
  } else {
    for (const ExplainedInstance& instance : explanation.instances) {
      const bool asks = stage == Stage::Requirements;
      Truth truth = dsl::truth(asks);
      for (const Derivation& each : conditions_at(instance, stage)) {
        const Truth part = truth_of(each.result);
        truth = asks ? truth & part : truth | part;
      }
      truths[instance.label] = truth;
    }
  }
  return truths;
}

bool comes_out_otherwise(const Judged& first, const Judged& second, Stage stage) {
  const std::map<std::string, Truth> before = truths_at(first, stage);
  const std::map<std::string, Truth> after = truths_at(second, stage);
  // Whom the norm is about is a matter of its scope alone.
  if (stage == Stage::Scope) return before != after;
  return std::any_of(before.begin(), before.end(), [&](const auto& each) {
    const auto same = after.find(each.first);
    return same != after.end() && same->second != each.second;
  });
}

}  // namespace

const std::vector<Derivation>& conditions_at(const ExplainedInstance& instance, Stage stage) {
  return stage == Stage::Requirements ? instance.requirements : instance.exceptions;
}

std::vector<const Derivation*> derivations_at(const Explanation& explanation, Stage stage) {
  std::vector<const Derivation*> all;
  if (stage == Stage::Force) add(explanation.begins, all);
  if (stage == Stage::Pack) add(explanation.pack, all);
  if (stage == Stage::Scope) {
    add(explanation.applies, all);
    add(explanation.domain, all);
  }
  if (stage == Stage::Lifts) {
    for (const ExplainedLift& lift : explanation.lifts) {
      add(lift.begins, all);
      add(lift.pack, all);
      add(lift.applies, all);
      for (const Derivation& each : lift.exceptions) all.push_back(&each);
    }
  }
  for (const ExplainedInstance& instance : explanation.instances) {
    if (stage == Stage::Scope) add(instance.filter, all);
    if (stage != Stage::Requirements && stage != Stage::Exceptions) continue;
    for (const Derivation& each : conditions_at(instance, stage)) all.push_back(&each);
  }
  return all;
}

std::vector<StageToCompare> stages_to_compare(const Judged& first, const Judged& second) {
  std::vector<StageToCompare> stages;
  std::vector<StageToCompare> others;
  for (const Stage stage : kStages) {
    const bool turns = comes_out_otherwise(first, second, stage);
    (turns ? stages : others).push_back({stage, turns});
  }
  if (stages.empty()) {
    // Two conflicts differ by what is asked, two open questions by whatever is asked for. A relief
    // or an approval is on record beside the norm and no matter of what it says.
    const auto both = [&](auto test) {
      return test(first.verdict().outcome) && test(second.verdict().outcome);
    };
    const bool conflicts = both([](Outcome outcome) { return outcome == Outcome::Conflict; });
    const bool open = both(is_undecided);
    for (StageToCompare& each : others) {
      each.rules_matter = open || (conflicts && each.stage == Stage::Requirements);
    }
    std::stable_partition(others.begin(), others.end(), [&](const StageToCompare& each) {
      return conflicts && each.rules_matter;
    });
  }
  stages.insert(stages.end(), others.begin(), others.end());
  return stages;
}

}  // namespace checker
