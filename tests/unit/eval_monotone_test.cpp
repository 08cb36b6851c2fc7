// What is known stays so, and what is asked suffices: filling in unknown facts of every type never
// changes an answer, and a fact that is not named never changes a verdict.
//
// The property tests hold this for verdicts over finite facts, exhaustively; here random
// expressions over numbers, times, grades, sets and lists are tried, by seed.
#include <random>

#include "checker/eval/evaluate.h"
#include "checker/eval/evaluator.h"
#include "tests/support/compiled.h"
#include <catch2/catch.hpp>

namespace {

using checker::Design;
using checker::FactValue;
using checker::Outcome;
using dsl::FactState;
using dsl::Value;

constexpr const char* kVocabulary = R"(
choice color "A color" of red, green
stakeholder body "A body"
  kind body_kind
vocabulary design "Generated"
group f "Facts"
  fact a, b    yes/no "Yes or no"
  fact n, m    count "Numbers"
  fact t       time "A time"
  fact g       grade "A grade"
  fact gs, hs  set of grade "Grades"
  fact c       color "A color"
  fact cs      set of color "Colors"
  fact x       text "A text"
list items of item "Items"
  fact good    yes/no "Good"
  fact size    count "Size"
  fact color   color "Color"
)";

// Expressions of the two types that matter; `item` says whether the variable `i` is bound.
class Expressions {
 public:
  explicit Expressions(std::mt19937& random) : random_(random) {}

  std::string condition(int depth, bool item = false) {
    if (depth == 0) return atom(item);
    const auto inner = [&] { return condition(depth - 1, item); };
    switch (pick(8)) {
      case 0: return "(" + inner() + " and " + inner() + ")";
      case 1: return "(" + inner() + " or " + inner() + ")";
      case 2: return "(not " + inner() + ")";
      case 3: return "(if " + inner() + " then " + inner() + " else " + inner() + ")";
      case 4: return "(" + number(depth - 1, item) + comparison() + number(depth - 1, item) + ")";
      case 5:
        return "(" + number(depth - 1, item) + " between " + number(0, item) + " and " +
               number(0, item) + ")";
      case 6: return item ? inner() : quantifier(depth - 1);
      default: return atom(item);
    }
  }

  std::string number(int depth, bool item) {
    if (depth == 0) return item && pick(2) == 0 ? "i.size" : one_of({"f.n", "f.m", "0", "1", "2"});
    const auto inner = [&] { return number(depth - 1, item); };
    switch (pick(7)) {
      case 0: return "(" + inner() + " + " + inner() + ")";
      case 1: return "(" + inner() + " - " + inner() + ")";
      case 2: return "(" + inner() + " * " + inner() + ")";
      case 3:
        return "(if " + condition(depth - 1, item) + " then " + inner() + " else " + inner() + ")";
      case 4: return item ? inner() : aggregate(depth - 1);
      case 5: return "(count of " + grades() + ")";
      default: return inner();
    }
  }

 private:
  int pick(int count) { return std::uniform_int_distribution<int>(0, count - 1)(random_); }
  std::string one_of(std::initializer_list<const char*> words) {
    return *(words.begin() + pick(static_cast<int>(words.size())));
  }

  std::string comparison() {
    return one_of({" at least ", " at most ", " more than ", " less than ", " is ", " is not "});
  }
  std::string grades() { return one_of({"f.gs", "f.hs", "9..10"}); }
  std::string where(int depth) { return pick(2) == 0 ? "" : " where " + condition(depth, true); }
  std::string quantifier(int depth) {
    switch (pick(3)) {
      case 0:
        return "(every i in items" + where(depth) + " satisfies " + condition(depth, true) + ")";
      case 1: return "(some i in items" + where(depth) + ")";
      default: return "(no i in items" + where(depth) + ")";
    }
  }
  std::string aggregate(int depth) {
    if (pick(3) == 0) return "(count of i in items" + where(depth) + ")";
    return "(" + one_of({"sum of ", "min of ", "max of "}) + number(0, true) + " for i in items" +
           where(depth) + ")";
  }

  std::string atom(bool item) {
    if (item && pick(2) == 0) {
      return one_of({"i.good", "i.color is red", "i.color is f.c", "i.size is present",
                     "i.size is f.n", "i.color within f.cs"});
    }
    switch (pick(6)) {
      case 0:
        return one_of({"f.a", "f.b", "f.a is f.b", "f.c is red", "f.c is not green", "f.x is \"p\"",
                       "f.c is one of green, red", "f.n is one of 1, f.m"});
      case 1: return "(" + grades() + one_of({" includes ", " excludes "}) + "f.g)";
      case 2: return "(f.g within " + grades() + ")";
      case 3:
        return "(" + one_of({"f.gs", "f.hs"}) +
               one_of({" includes ", " excludes ", " overlaps ", " within ", " is "}) + grades() +
               ")";
      case 4:
        return one_of({"f.n is present", "f.gs is absent", "items is present", "f.c is absent",
                       "f.t is present"});
      default:
        return one_of({"f.t before 9:00 am", "f.t within 8:00 am..9:00 am", "f.n within 1..2",
                       "f.g at least 9", "f.cs includes f.c", "f.cs excludes red",
                       "f.cs overlaps f.cs"});
    }
  }

  std::mt19937& random_;
};

class Designs {
 public:
  Designs(const dsl::Program& program, std::mt19937& random) : program_(program), random_(random) {}

  // Facts in every state, about half of them missing.
  Design partial() {
    Design design = Design::empty(program_);
    complete(design, false);
    return design;
  }

  // Gives what is missing a value or says that there is none; all of it, or half.
  void complete(Design& design, bool all) {
    const auto& facts = program_.typed().facts;
    for (std::uint32_t i = 0; i < facts.size(); ++i) {
      if (facts[i].owner.valid()) continue;
      if (facts[i].type.kind == dsl::TypeKind::List) {
        complete(design.lists[i], facts[i], all);
      } else {
        complete(design.facts[i], facts[i].type, all);
      }
    }
  }

 private:
  int pick(int count) { return std::uniform_int_distribution<int>(0, count - 1)(random_); }
  static bool is_missing(FactState state) {
    return state == FactState::NotStated || state == FactState::Unknown;
  }

  void complete(checker::ListFacts& list, const dsl::FactDeclaration& declaration, bool all) {
    if (is_missing(list.state)) {
      if (!all && pick(2) == 0) return;
      list.state = pick(5) == 0 ? FactState::Absent : FactState::Stated;
      if (list.state == FactState::Absent) return;
      list.records.resize(static_cast<std::size_t>(pick(3)));
      for (checker::RecordFacts& record : list.records)
        record.fields.resize(declaration.fields.size());
    }
    for (checker::RecordFacts& record : list.records) {
      for (const dsl::FactId field : declaration.fields) {
        const dsl::FactDeclaration& fact = program_.fact(field);
        complete(record.fields[fact.position], fact.type, all);
      }
    }
  }

  void complete(FactValue& fact, const dsl::Type& type, bool all) {
    if (!is_missing(fact.state)) return;
    if (!all && pick(2) == 0) {
      fact.state = pick(2) == 0 ? FactState::Unknown : FactState::NotStated;
      return;
    }
    const bool may_be_absent = type.kind != dsl::TypeKind::Boolean;
    if (may_be_absent && pick(4) == 0) {
      fact.state = pick(2) == 0 ? FactState::Absent : FactState::NotApplicable;
      return;
    }
    fact.state = FactState::Stated;
    fact.value = value(type);
  }

  Value value(const dsl::Type& type) {
    switch (type.kind) {
      case dsl::TypeKind::Boolean: return pick(2) == 0;
      case dsl::TypeKind::Count: return dsl::Rational(pick(4));
      case dsl::TypeKind::Time:
        return dsl::TimeOfDay{static_cast<std::int16_t>(450 + pick(5) * 30)};
      case dsl::TypeKind::Grade:
        // 10 to 12 are the grades 8 to 10.
        if (type.is_set) return dsl::GradeSet::from_bits(static_cast<std::uint16_t>(pick(8) << 10));
        return dsl::Grade{static_cast<std::uint8_t>(10 + pick(3))};
      case dsl::TypeKind::Choice: {
        if (!type.is_set) return dsl::ChoiceValue{static_cast<std::uint16_t>(pick(2))};
        dsl::ChoiceSet set;
        for (std::uint16_t i = 0; i < 2; ++i) {
          if (pick(2) == 0) set.members.push_back({i});
        }
        return set;
      }
      default: return std::string(pick(2) == 0 ? "p" : "q");
    }
  }

  const dsl::Program& program_;
  std::mt19937& random_;
};

const dsl::Date kDay = test_support::date(2026, 1, 1);

// Twenty norms, every third of them for each record or each grade unless `plain`.
std::string random_norms(Expressions& expressions, bool plain) {
  std::string rules = kVocabulary;
  for (int i = 0; i < 20; ++i) {
    const int kind = plain ? 0 : i % 3;
    rules += "regulation r" + std::to_string(i) + " \"R\"\n  enforced by body\n";
    if (kind == 1) rules += "  for each i in items\n";
    if (kind == 2) rules += "  for each grade in f.gs where grade within f.hs or f.a\n";
    rules += "  applies when " + expressions.condition(1) + "\n  require " +
             expressions.condition(2, kind == 1) + "\n  unless \"e\" when " +
             expressions.condition(1) + "\n";
  }
  return rules;
}

// Gives `design` the values that `other` has for the facts that a verdict names.
void take_needed(Design& design, const Design& other, const checker::Verdict& verdict,
                 const dsl::Program& program) {
  for (const checker::FactRef& need : verdict.main().needs) {
    const dsl::FactDeclaration& fact = program.fact(need.fact);
    if (fact.owner.valid()) {
      const auto item = static_cast<std::size_t>(need.item);
      design.lists[fact.owner.index].records[item].fields[fact.position] =
          other.lists[fact.owner.index].records[item].fields[fact.position];
    } else {
      design.facts[need.fact.index] = other.facts[need.fact.index];
      design.lists[need.fact.index] = other.lists[need.fact.index];
    }
  }
}

}  // namespace

TEST_CASE("filling_in_unknown_facts_of_any_type_never_changes_a_known_value") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    std::mt19937 random(seed);
    Expressions expressions(random);
    std::string rules = kVocabulary;
    for (int i = 0; i < 60; ++i) {
      rules += "define d" + std::to_string(i) + " yes/no\n  \"D\"\n  as " +
               expressions.condition(3) + "\n";
      rules += "define n" + std::to_string(i) + " count\n  \"N\"\n  as " +
               expressions.number(2, false) + "\n";
    }
    test_support::Compiled world(rules);
    Designs designs(*world.program, random);
    for (int round = 0; round < 30; ++round) {
      Design before = designs.partial();
      Design after = before;
      designs.complete(after, round % 2 == 0);
      checker::Evaluator known(*world.program, before, kDay);
      checker::Evaluator filled(*world.program, after, kDay);
      for (const dsl::Definition& definition : world.program->typed().definitions) {
        checker::Frame frame(definition.frame_size);
        const auto first = known.evaluate(definition.body, frame);
        if (!first.known() && !first.absent) continue;
        checker::Frame other(definition.frame_size);
        const auto second = filled.evaluate(definition.body, other);
        INFO("seed " << seed << ", " << definition.name << " in\n" << rules);
        REQUIRE(second.value == first.value);
        REQUIRE(second.absent == first.absent);
      }
    }
  }
}

TEST_CASE("filling_in_unknown_facts_of_any_type_never_makes_or_mends_a_conflict") {
  for (unsigned seed = 101; seed <= 108; ++seed) {
    std::mt19937 random(seed);
    Expressions expressions(random);
    const std::string rules = random_norms(expressions, false);
    test_support::Compiled world(rules);
    Designs designs(*world.program, random);
    for (int round = 0; round < 30; ++round) {
      const Design before = designs.partial();
      Design after = before;
      designs.complete(after, round % 2 == 0);
      const auto known = checker::evaluate(*world.program, before, kDay);
      const auto filled = checker::evaluate(*world.program, after, kDay);
      for (std::size_t i = 0; i < known.size(); ++i) {
        if (known[i].outcome == Outcome::CannotTell) continue;
        INFO("seed " << seed << ", round " << round << ", r" << i << " "
                     << checker::outcome_word(known[i].outcome) << " then "
                     << checker::outcome_word(filled[i].outcome) << " in\n"
                     << rules);
        REQUIRE((known[i].outcome == Outcome::Conflict) ==
                (filled[i].outcome == Outcome::Conflict));
      }
    }
  }
}

TEST_CASE("what_is_not_named_never_changes_a_verdict") {
  for (unsigned seed = 1001; seed <= 1012; ++seed) {
    std::mt19937 random(seed);
    Expressions expressions(random);
    const std::string rules = random_norms(expressions, true);
    test_support::Compiled world(rules);
    Designs designs(*world.program, random);
    for (int round = 0; round < 15; ++round) {
      const Design partial = designs.partial();
      for (const checker::Verdict& verdict : checker::evaluate(*world.program, partial, kDay)) {
        if (verdict.outcome != Outcome::CannotTell) continue;
        Design one = partial;
        designs.complete(one, true);
        Design other = partial;
        designs.complete(other, true);
        take_needed(other, one, verdict, *world.program);
        const auto stands = [&](const Design& design) {
          return checker::evaluate_norm(*world.program, design, verdict.norm, kDay).outcome ==
                 Outcome::Conflict;
        };
        INFO("seed " << seed << ", round " << round << ", "
                     << world.program->norm(verdict.norm).name << " in\n"
                     << rules);
        REQUIRE(stands(one) == stands(other));
      }
    }
  }
}
