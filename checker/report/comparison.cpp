#include "checker/report/comparison.h"

#include <algorithm>
#include <map>
#include <utility>

#include "checker/design/same_records.h"
#include "checker/eval/evaluate.h"
#include "checker/eval/fact_path.h"
#include "checker/report/changes.h"
#include "checker/report/entries.h"
#include "checker/report/fact_words.h"
#include "checker/report/turning_points.h"
#include "checker/report/verdict_lines.h"
#include "checker/report/wording.h"
#include <fmt/core.h>

namespace checker {
namespace {

using dsl::NormId;

std::vector<FactReading> readings_at(const Explanation& explanation, Stage stage) {
  std::vector<FactReading> readings;
  for (const Derivation* each : derivations_at(explanation, stage)) {
    add_readings(readings, readings_of(*each));
  }
  return readings;
}

// One side, with what tells of its facts.
struct Side {
  explicit Side(const ReportInput& side)
      : input(side), words(side), reader(side.program, side.design, side.as_of), entries(side) {}

  const ReportInput& input;
  FactWords words;
  Evaluator reader;
  Entries entries;
};

class Comparer {
 public:
  Comparer(const ReportInput& first, const ReportInput& second)
      : first_(first), second_(second), same_rules_(&first.program == &second.program) {}

  Comparison compare() {
    describe(first_.input, comparison_.first);
    describe(second_.input, comparison_.second);
    if (same_rules_) find_turns();
    for (const Verdict& verdict : second_.input.verdicts) {
      const std::string& name = second_.input.program.norm(verdict.norm).name;
      const NormId before = first_.input.program.find_norm(name);
      add(before.valid() ? &first_.input.verdicts[before.index] : nullptr, &verdict);
    }
    for (const Verdict& verdict : first_.input.verdicts) {
      const std::string& name = first_.input.program.norm(verdict.norm).name;
      if (!second_.input.program.find_norm(name).valid()) add(&verdict, nullptr);
    }
    for (auto* const part :
         {&comparison_.appears, &comparison_.falls_away, &comparison_.left_open}) {
      std::stable_sort(part->begin(), part->end(), [](const ChangedNorm& a, const ChangedNorm& b) {
        return a.effect < b.effect;
      });
    }
    return std::move(comparison_);
  }

 private:
  static void describe(const ReportInput& input, ComparisonSide& side) {
    side.design_name = input.design.title();
    side.design_file = input.design.file_name;
    side.as_of = input.as_of;
    side.as_of_source = input.as_of_source;
    side.conflicts = count(input.verdicts).of(Outcome::Conflict);
  }

  // What turns each norm between the two dates, by norm.
  void find_turns() {
    const dsl::Date from = std::min(first_.input.as_of, second_.input.as_of);
    const dsl::Date to = std::max(first_.input.as_of, second_.input.as_of);
    if (from == to) return;
    const ReportInput& input = second_.input;
    std::vector<std::optional<Outcome>> outcomes;
    for (const Verdict& verdict : evaluate(input.program, input.design, from)) {
      outcomes.emplace_back(verdict.outcome);
    }
    walk(turning_points(input.program, input.design, from, to), input.program, input.design,
         outcomes, [&](const Turn& turn) {
           if (turn.before == turn.after) return;
           std::string& text = turns_[turn.norm.index];
           text += fmt::format("{}on {} {}", text.empty() ? "" : "; ", dsl::format_date(turn.date),
                               turn_text(turn, input.program, input.design));
         });
  }

  void add(const Verdict* before, const Verdict* after) {
    const Outcome was = before == nullptr ? Outcome::DoesNotApply : before->outcome;
    const Outcome is = after == nullptr ? Outcome::DoesNotApply : after->outcome;
    const bool stood = was == Outcome::Conflict;
    const bool stands = is == Outcome::Conflict;
    if (was == is && !stands) return;
    if (!stood && !stands && !is_undecided(was) && !is_undecided(is) && !is_told_change(was, is)) {
      ++comparison_.untold;
      return;
    }
    ChangedNorm changed = describe(before, after);
    if (stood && stands) {
      if (changed.first_text != changed.second_text)
        explain_into(before, after, comparison_.otherwise, changed);
    } else if (stands) {
      explain_into(before, after, comparison_.appears, changed);
    } else if (stood) {
      auto& gone = is_undecided(is) ? comparison_.left_open : comparison_.falls_away;
      explain_into(before, after, gone, changed);
    } else if (is_undecided(is)) {
      explain_into(before, after, comparison_.opens, changed);
    } else if (is_undecided(was)) {
      explain_into(before, after, comparison_.closes, changed);
    } else {
      explain_into(before, after, comparison_.others, changed);
    }
  }

  ChangedNorm describe(const Verdict* before, const Verdict* after) {
    ChangedNorm changed;
    const auto take = [&](Side& side, const Verdict* verdict, std::optional<Outcome>& outcome,
                          std::string& text, std::optional<Location>& place) {
      if (verdict == nullptr) {
        text = "is not in the rules";
        return VerdictEntry{};
      }
      VerdictEntry entry = side.entries.verdict(*verdict);
      outcome = verdict->outcome;
      place = entry.rule_location;
      text = text_of(entry, side.input.program.norm(verdict->norm));
      return entry;
    };
    const VerdictEntry first =
        take(first_, before, changed.first, changed.first_text, changed.first_place);
    const VerdictEntry second =
        take(second_, after, changed.second, changed.second_text, changed.second_place);
    const bool first_tells = after == nullptr || changed.first == Outcome::Conflict;
    const VerdictEntry& telling =
        first_tells && changed.second != Outcome::Conflict ? first : second;
    changed.norm = telling.norm;
    changed.title = telling.title;
    if (!telling.citations.empty()) changed.citation = telling.citations.front().text;
    changed.effect = telling.effect;
    for (const EnforcementEntry& each : telling.enforced) changed.enforced.push_back(each.by);
    if (changed.enforced.empty() && telling.decided_by) {
      changed.enforced.push_back(*telling.decided_by);
    }
    return changed;
  }

  // "stands against the design (costs): 12 days per year short; grades 9..12".
  static std::string text_of(const VerdictEntry& entry, const dsl::Norm& norm) {
    const PartEntry& part = entry.main();
    std::string text = outcome_text(entry.outcome, norm);
    std::vector<std::string> more;
    const bool is_conflict = entry.outcome == Outcome::Conflict;
    if (is_conflict && part.leeway) more.push_back(part.leeway->text);
    if (is_conflict && !part.effect_amount.empty()) more.push_back(part.effect_amount);
    if (is_conflict && !part.grades.empty()) more.push_back(grades_text(part.grades));
    if (!part.reason.empty()) more.push_back(part.reason);
    if (part.lifted_by) more.push_back(fmt::format("by \"{}\"", part.lifted_by->title));
    if (!part.exception.empty()) more.push_back(fmt::format("\"{}\"", part.exception));
    if (part.relief && part.outcome == Outcome::Relieved) {
      more.push_back(granter_text(*part.relief));
    }
    for (std::size_t i = 0; i < more.size(); ++i) text += (i == 0 ? ": " : "; ") + more[i];
    return text;
  }

  void explain_into(const Verdict* before, const Verdict* after, std::vector<ChangedNorm>& to,
                    ChangedNorm& changed) {
    if (before == nullptr) {
      changed.because = "it is only in the second rules";
    } else if (after == nullptr) {
      changed.because = "it is only in the first rules";
    } else if (is_relief_alone(*before, *after)) {
      changed.because = after->outcome == Outcome::Relieved
                            ? "only the second side has a relief from it on record"
                            : "only the first side has a relief from it on record";
    } else {
      add_differences(*before, *after, changed);
      add_other_cause(*before, *after, changed);
    }
    to.push_back(std::move(changed));
  }

  // Both stand but for a relief that one side does not have at all. A declared one that cannot
  // reach the norm is none from it.
  bool is_relief_alone(const Verdict& before, const Verdict& after) const {
    const auto stands_without = [](const Verdict& verdict, const Side& side) {
      const VerdictPart& part = verdict.main();
      return part.outcome == Outcome::Conflict &&
             (!part.relief || (part.reason == Reason::ReliefOutOfReach &&
                               side.input.design.reliefs[*part.relief].declared.valid()));
    };
    return (before.outcome == Outcome::Relieved && stands_without(after, second_)) ||
           (after.outcome == Outcome::Relieved && stands_without(before, first_));
  }

  // The first stage that differs tells why: by the facts, by the rules or by both. Two conflicts
  // may also come to something else.
  void add_differences(const Verdict& before, const Verdict& after, ChangedNorm& changed) const {
    const Judged first = judged(first_.input, before);
    const Judged second = judged(second_.input, after);
    add_first_difference(first, second, changed);
    if (same_rules_ || before.outcome != Outcome::Conflict || after.outcome != Outcome::Conflict) {
      return;
    }
    if (auto effect = differing_effect(first, second)) changed.rules.push_back(std::move(*effect));
  }

  void add_first_difference(const Judged& first, const Judged& second, ChangedNorm& changed) const {
    for (const StageToCompare& each : stages_to_compare(first, second)) {
      if (!same_rules_ && each.rules_matter) {
        changed.rules = differing_rules(first, second, each.stage);
      }
      for (const FactReading& reading : readings_at(second.explanation, each.stage)) {
        add_if_different(second_, reading.ref, changed);
      }
      for (const FactReading& reading : readings_at(first.explanation, each.stage)) {
        add_if_different(first_, reading.ref, changed);
      }
      if (!changed.facts.empty() || !changed.rules.empty()) return;
    }
  }

  static Judged judged(const ReportInput& input, const Verdict& verdict) {
    return {input, explain(input.program, input.design, verdict.norm, input.as_of)};
  }

  // The same fact by the rules of the other side; nullopt where they or the design have none.
  static std::optional<FactRef> same_fact(const FactRef& ref, const ReportInput& from,
                                          const ReportInput& to) {
    FactRef same = ref;
    const dsl::FactDeclaration& declaration = from.program.fact(ref.fact);
    dsl::FactId list;
    if (declaration.owner.valid()) {
      list = to.program.find_fact(from.program.full_name(declaration.owner));
      if (!list.valid()) return std::nullopt;
      same.fact = to.program.find_field(list, declaration.name);
    } else {
      same.fact = to.program.find_fact(declaration.name);
    }
    if (!same.fact.valid()) return std::nullopt;
    if (list.valid() && ref.item >= 0 &&
        static_cast<std::size_t>(ref.item) >= to.design.lists[list.index].records.size()) {
      return std::nullopt;
    }
    return same;
  }

  void add_if_different(const Side& from, const FactRef& ref, ChangedNorm& changed) const {
    const auto in_first = same_fact(ref, from.input, first_.input);
    const auto in_second = same_fact(ref, from.input, second_.input);
    // What one side's rules do not know is told by their text.
    if ((!in_first || !in_second) && !changed.rules.empty()) return;
    DifferingFact fact;
    fact.fact = fact_path(ref, from.input.program);
    const auto tell = [](const Side& side, const std::optional<FactRef>& there, std::string& value,
                         std::optional<Location>& place) {
      if (!there) {
        value = "not there";
        return;
      }
      const FactReading reading = side.reader.read(*there);
      value = side.words.value(reading);
      if (reading.span) place = location_of(*reading.span, side.input.sources);
    };
    tell(first_, in_first, fact.first, fact.first_place);
    tell(second_, in_second, fact.second, fact.second_place);
    const bool told =
        std::any_of(changed.facts.begin(), changed.facts.end(),
                    [&](const DifferingFact& each) { return each.fact == fact.fact; });
    if (fact.first != fact.second && !told) changed.facts.push_back(std::move(fact));
  }

  void add_other_cause(const Verdict& before, const Verdict& after, ChangedNorm& changed) const {
    if (const auto turn = turns_.find(after.norm.index); turn != turns_.end()) {
      changed.because = turn->second;
      return;
    }
    if (!changed.facts.empty() || !changed.rules.empty()) return;
    if (before.main().approval.has_value() != after.main().approval.has_value()) {
      changed.because = after.main().approval
                            ? "only the second side has a decision on it on record"
                            : "only the first side has a decision on it on record";
    } else if (!same_rules_ && first_.input.as_of != second_.input.as_of) {
      changed.because = "the dates differ, or the rules of the two sides on it";
    } else if (!same_rules_) {
      changed.because = "the rules of the two sides differ on it, or on a value that it asks for";
    } else if (first_.input.as_of != second_.input.as_of) {
      changed.because = "the dates differ";
    } else if (!same_records(first_.input.design, second_.input.design)) {
      changed.because = "what is on record differs: reliefs, approvals, determinations or readings";
    } else {
      changed.because = "something differs that it hangs on by way of another norm";
    }
  }

  Side first_;
  Side second_;
  bool same_rules_;
  std::map<std::uint32_t, std::string> turns_;
  Comparison comparison_;
};

}  // namespace

Comparison compare(const ReportInput& first, const std::string& first_label,
                   const ReportInput& second, const std::string& second_label) {
  Comparison comparison = Comparer(first, second).compare();
  comparison.first.label = first_label;
  comparison.second.label = second_label;
  return comparison;
}

}  // namespace checker
