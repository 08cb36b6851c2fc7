// The theorems that make three values honest, on generated rules with every completion tried.
#include <functional>
#include <set>

#include "checker/eval/evaluate.h"
#include "checker/eval/evaluator.h"
#include "tests/property/generated_rules.h"
#include "tests/support/compiled.h"
#include <catch2/catch.hpp>

namespace {

using checker::Design;
using checker::Outcome;
using checker::Verdict;
using dsl::FactId;
using dsl::FactState;

// A state of one fact: a value's index, or one of the states without a value.
struct Setting {
  FactState state = FactState::NotStated;
  int value = 0;
};

bool is_choice(int fact) { return fact >= 2; }

// Every way to fill a fact in. `null` is a way for a choice, not for a yes/no fact.
std::vector<Setting> completions(int fact) {
  std::vector<Setting> all = {{FactState::Stated, 0}, {FactState::Stated, 1}};
  if (is_choice(fact)) {
    all.push_back({FactState::Stated, 2});
    all.push_back({FactState::Absent, 0});
  }
  return all;
}

class World {
 public:
  explicit World(unsigned seed)
      : compiled_(std::string(generated::kVocabulary) + generated::Rules(seed).norm()),
        program_(*compiled_.program),
        norm_(program_.find_norm("n")) {
    for (const char* name : {"f.a", "f.b", "f.c", "f.d"})
      facts_.push_back(program_.find_fact(name));
  }

  Verdict judge(const std::vector<Setting>& settings) const {
    return checker::evaluate_norm(program_, design(settings), norm_,
                                  test_support::date(2026, 1, 1));
  }

  Design design(const std::vector<Setting>& settings) const {
    Design made = Design::empty(program_);
    for (std::size_t i = 0; i < settings.size(); ++i) {
      checker::FactValue& fact = made.facts[facts_[i].index];
      fact.state = settings[i].state;
      if (settings[i].state != FactState::Stated) continue;
      if (is_choice(static_cast<int>(i))) {
        fact.value = dsl::ChoiceValue{static_cast<std::uint16_t>(settings[i].value)};
      } else {
        fact.value = settings[i].value == 1;
      }
    }
    return made;
  }

  // The outcomes over all completions of the unknown facts.
  void each_completion(std::vector<Setting> settings, std::size_t from,
                       const std::function<void(const std::vector<Setting>&)>& visit) const {
    while (from < settings.size() && settings[from].state != FactState::NotStated) ++from;
    if (from == settings.size()) {
      visit(settings);
      return;
    }
    for (const Setting& setting : completions(static_cast<int>(from))) {
      settings[from] = setting;
      each_completion(settings, from + 1, visit);
    }
  }

  std::size_t index_of(FactId fact) const {
    return static_cast<std::size_t>(std::find(facts_.begin(), facts_.end(), fact) - facts_.begin());
  }

  const dsl::Program& program() const { return program_; }

 private:
  test_support::Compiled compiled_;
  const dsl::Program& program_;
  dsl::NormId norm_;
  std::vector<FactId> facts_;
};

// Every mix of unknown and known facts, the known ones in every completion.
std::vector<std::vector<Setting>> partial_designs() {
  std::vector<std::vector<Setting>> designs = {{}};
  for (int fact = 0; fact < generated::kFactCount; ++fact) {
    std::vector<std::vector<Setting>> longer;
    std::vector<Setting> choices = completions(fact);
    choices.push_back({});
    for (const auto& design : designs) {
      for (const Setting& setting : choices) {
        longer.push_back(design);
        longer.back().push_back(setting);
      }
    }
    designs = std::move(longer);
  }
  return designs;
}

bool stands(const Verdict& verdict) { return verdict.outcome == Outcome::Conflict; }

// What brute force says: whether all completions agree, and which facts make a difference.
struct Truth {
  bool decided = true;
  bool stands = false;
  std::set<std::size_t> needs;
};

Truth brute_force(const World& world, const std::vector<Setting>& settings) {
  Truth truth;
  bool first = true;
  world.each_completion(settings, 0, [&](const std::vector<Setting>& complete) {
    const bool here = stands(world.judge(complete));
    if (!first && here != truth.stands) truth.decided = false;
    if (first) truth.stands = here;
    first = false;
    for (std::size_t fact = 0; fact < settings.size(); ++fact) {
      if (settings[fact].state != FactState::NotStated) continue;
      for (const Setting& other : completions(static_cast<int>(fact))) {
        std::vector<Setting> changed = complete;
        changed[fact] = other;
        if (stands(world.judge(changed)) != here) truth.needs.insert(fact);
      }
    }
  });
  return truth;
}

}  // namespace

TEST_CASE("a_verdict_is_decided_exactly_when_every_completion_agrees") {
  for (unsigned seed = 1; seed <= 8; ++seed) {
    const World world(seed);
    for (const auto& settings : partial_designs()) {
      const Verdict verdict = world.judge(settings);
      const Truth truth = brute_force(world, settings);
      INFO("seed " << seed);
      REQUIRE((verdict.outcome != Outcome::CannotTell) == truth.decided);
      if (truth.decided) REQUIRE(stands(verdict) == truth.stands);
    }
  }
}

TEST_CASE("cannot_tell_names_exactly_the_facts_that_can_change_the_outcome") {
  for (unsigned seed = 100; seed <= 107; ++seed) {
    const World world(seed);
    for (const auto& settings : partial_designs()) {
      const Verdict verdict = world.judge(settings);
      if (verdict.outcome != Outcome::CannotTell) continue;
      std::set<std::size_t> needs;
      for (const checker::FactRef& need : verdict.main().needs)
        needs.insert(world.index_of(need.fact));
      INFO("seed " << seed);
      REQUIRE(needs == brute_force(world, settings).needs);
    }
  }
}

TEST_CASE("filling_in_an_unknown_never_flips_a_decided_verdict") {
  for (unsigned seed = 200; seed <= 215; ++seed) {
    const World world(seed);
    for (const auto& settings : partial_designs()) {
      const Verdict before = world.judge(settings);
      if (before.outcome == Outcome::CannotTell) continue;
      for (std::size_t fact = 0; fact < settings.size(); ++fact) {
        if (settings[fact].state != FactState::NotStated) continue;
        for (const Setting& setting : completions(static_cast<int>(fact))) {
          std::vector<Setting> filled = settings;
          filled[fact] = setting;
          const Verdict after = world.judge(filled);
          INFO("seed " << seed);
          REQUIRE(after.outcome != Outcome::CannotTell);
          REQUIRE(stands(after) == stands(before));
        }
      }
    }
  }
}

TEST_CASE("a_derivation_has_the_value_that_evaluation_without_one_gives") {
  for (unsigned seed = 300; seed <= 305; ++seed) {
    const World world(seed);
    for (const auto& settings : partial_designs()) {
      const Design design = world.design(settings);
      checker::Evaluator evaluator(world.program(), design, test_support::date(2026, 1, 1));
      for (std::uint32_t i = 0; i < world.program().typed().exprs.size(); ++i) {
        checker::Frame frame;
        checker::Derivation derivation;
        const auto plain = evaluator.evaluate({i}, frame);
        const auto derived = evaluator.evaluate({i}, frame, &derivation);
        REQUIRE(plain.value == derived.value);
        REQUIRE(plain.absent == derived.absent);
        REQUIRE(derivation.result.value == plain.value);
      }
    }
  }
}
