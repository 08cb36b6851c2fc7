#include "checker/report/turning_points.h"

#include <algorithm>
#include <set>
#include <utility>

#include "checker/eval/evaluate.h"
#include "checker/report/fact_words.h"
#include "checker/report/reach.h"
#include "checker/report/wording.h"
#include "dsl/core/parallel.h"
#include "dsl/core/school_year.h"
#include <fmt/core.h>

namespace checker {
namespace {

using dsl::Date;
using dsl::NormId;

// The dates on which one norm may turn, and why.
class TurnsOfNorm {
 public:
  TurnsOfNorm(Evaluator& evaluator, Date until, NormId id)
      : program_(evaluator.program()),
        design_(evaluator.design()),
        evaluator_(evaluator),
        until_(until),
        id_(id),
        reach_(program_) {}

  std::map<Date, std::vector<TurnReason>> collect() {
    add_whole(id_);
    // A norm whose verdict is asked for turns this one too, and may ask for others.
    std::size_t looked_at = 0;
    while (looked_at < reach_.norms().size()) {
      const NormId asked = reach_.norms()[looked_at++];
      if (asked != id_) add_periods(asked);
    }
    add_reach();
    add_days();
    return std::move(dates_);
  }

 private:
  void add_at(Date date, TurnReason reason) {
    auto& reasons = dates_[date];
    if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end()) {
      reasons.push_back(reason);
    }
  }

  void add(TurnSource source, std::size_t index, const std::optional<Date>& from,
           const std::optional<Date>& until) {
    const auto at = static_cast<std::uint32_t>(index);
    if (from) add_at(*from, {source, at, false});
    if (until) add_at(Date{until->days + 1}, {source, at, true});
  }

  // Of two versions of a parameter the one that begins tells it.
  void add_version(std::size_t index, const dsl::Period& period) {
    const auto at = static_cast<std::uint32_t>(index);
    if (period.from) add_at(*period.from, {TurnSource::Parameter, at, false});
    if (!period.until) return;
    const Date next{period.until->days + 1};
    const auto& versions = program_.typed().parameters[index].versions;
    const bool is_followed = std::any_of(
        versions.begin(), versions.end(),
        [&](const dsl::ParameterVersion& version) { return version.period.from == next; });
    if (!is_followed) add_at(next, {TurnSource::Parameter, at, true});
  }

  void add_whole(NormId id) {
    const dsl::Norm& norm = program_.norm(id);
    add_periods(id);
    if (norm.for_each) {
      reach_.add(norm.for_each->domain);
      reach_.add(norm.for_each->filter);
    }
    for (const dsl::ExprId requirement : norm.requirements) reach_.add(requirement);
  }

  // What begins and ends of a norm, and of those that lift it.
  void add_periods(NormId id) {
    const dsl::Norm& norm = program_.norm(id);
    add_norm(id, TurnSource::Norm, TurnSource::Suspension);
    for (const NormId enablement : program_.lifted_by(id)) {
      add_norm(enablement, TurnSource::Enablement, TurnSource::Enablement);
    }
    add_records(id, norm);
  }

  void add_norm(NormId id, TurnSource source, TurnSource suspended) {
    const dsl::Norm& norm = program_.norm(id);
    add(source, id.index, norm.in_force.from, norm.in_force.until);
    for (const dsl::Suspension& suspension : norm.suspensions) {
      add(suspended, id.index, suspension.period.from, suspension.period.until);
    }
    add_later_begin(id, source, norm);
    reach_.add(norm.begins_later);
    if (norm.pack.valid()) reach_.add(program_.pack(norm.pack).applies);
    reach_.add(norm.applies);
    for (const dsl::Exception& exception : norm.exceptions) reach_.add(exception.condition);
  }

  // A date of the design may put off the beginning.
  void add_later_begin(NormId id, TurnSource source, const dsl::Norm& norm) {
    if (!norm.begins_later.valid()) return;
    Frame frame(norm.frame_size);
    const Evaluated date = evaluator_.evaluate(norm.begins_later, frame);
    if (date.known()) add(source, id.index, std::get<Date>(*date.value), std::nullopt);
  }

  void add_reach() {
    for (const dsl::ParameterId id : reach_.parameters()) {
      for (const dsl::ParameterVersion& version : program_.typed().parameters[id.index].versions) {
        add_version(id.index, version.period);
      }
    }
    for (const dsl::DefinitionId id : reach_.definitions()) {
      const dsl::Period& in_force = program_.typed().definitions[id.index].in_force;
      add(TurnSource::Definition, id.index, in_force.from, in_force.until);
      for (std::size_t i = 0; i < design_.readings.size(); ++i) {
        const ChosenReading& each = design_.readings[i];
        if (each.term == id) add(TurnSource::Reading, i, each.on, each.until);
      }
    }
    for (const std::uint32_t index : reach_.judgments()) {
      const dsl::Judgment& judgment = program_.typed().judgments[index];
      for (std::size_t i = 0; i < design_.determinations.size(); ++i) {
        const Determination& each = design_.determinations[i];
        if (each.norm == judgment.norm && each.by == judgment.by) {
          add(TurnSource::Determination, i, each.on, each.until);
        }
      }
    }
  }

  // Days that the norm names, as in `as_of_date no earlier than DATE`, and years that it counts by.
  void add_days() {
    for (const dsl::ExprId id : reach_.compared_with_the_day()) {
      if (!is_closed(id)) continue;
      Frame frame;
      const Evaluated value = evaluator_.evaluate(id, frame);
      if (!value.known()) continue;
      if (const Date* day = std::get_if<Date>(&*value.value)) add(TurnSource::Day, 0, *day, *day);
    }
    if (!reach_.goes_by_the_year()) return;
    for (int year = dsl::year_of(evaluator_.as_of()); year <= dsl::year_of(until_); ++year) {
      add(TurnSource::Year, 0, *dsl::make_date(year, 1, 1), std::nullopt);
      add(TurnSource::Year, 0, dsl::school_year_start(*dsl::make_date(year, 12, 31)), std::nullopt);
    }
  }

  // Whether it is the same for every record and every call of a definition.
  bool is_closed(dsl::ExprId id) const {
    if (!id.valid()) return true;
    const dsl::TypedExpr& expr = program_.expr(id);
    return expr.op != dsl::Op::Variable &&
           std::all_of(expr.operands.begin(), expr.operands.end(),
                       [&](dsl::ExprId operand) { return is_closed(operand); });
  }

  void add_records(NormId id, const dsl::Norm& norm) {
    for (std::size_t i = 0; i < design_.reliefs.size(); ++i) {
      const Relief& relief = design_.reliefs[i];
      if (is_from(relief, id, program_)) add(TurnSource::Relief, i, relief.from, relief.until);
    }
    for (std::size_t i = 0; i < design_.approvals.size(); ++i) {
      const ApprovalRecord& approval = design_.approvals[i];
      const bool comes_before =
          std::find(norm.after.begin(), norm.after.end(), approval.norm) != norm.after.end();
      if (approval.norm == id || comes_before) {
        add(TurnSource::Approval, i, approval.on, approval.until);
      }
    }
  }

  const dsl::Program& program_;
  const Design& design_;
  Evaluator& evaluator_;
  Date until_;
  NormId id_;
  Reach reach_;
  std::map<Date, std::vector<TurnReason>> dates_;
};

std::string by_text(dsl::StakeholderId by, const dsl::Program& program) {
  const Party party = party_of(by, program);
  return party.title.empty() ? "" : " by " + party.title;
}

std::string relief_text(const Relief& relief, bool ends, const dsl::Program& program) {
  std::string from = relief.norm_name;
  if (relief.declared.valid()) {
    return fmt::format("the relief \"{}\"{} {}", program.relief(relief.declared).title,
                       by_text(relief.by, program), ends ? "has ended" : "begins");
  }
  if (relief.norm.valid() && !program.norm(relief.norm).title.empty()) {
    from = program.norm(relief.norm).title;
  }
  return fmt::format("the relief from \"{}\"{} {}", from, by_text(relief.by, program),
                     ends ? "has ended" : "begins");
}

std::string approval_text(const ApprovalRecord& approval, bool ends, const dsl::Program& program) {
  const std::string title =
      approval.norm.valid() ? quoted_title(program.norm(approval.norm)) : approval.norm_name;
  if (approval.result == ApprovalResult::Granted) {
    return fmt::format("the approval {} {}", title, ends ? "has ended" : "is granted");
  }
  const bool refused = approval.result == ApprovalResult::Refused;
  return fmt::format("the {} of {} {}", refused ? "refusal" : "request", title,
                     ends ? "has ended" : "is on record");
}

// "\"Minutes a year\" becomes 54,000 minutes per year" where there is one value for all.
std::string parameter_text(const TurnReason& reason, Date date, const dsl::Program& program) {
  const dsl::Parameter& parameter = program.typed().parameters[reason.index];
  const std::string title =
      fmt::format("\"{}\"", parameter.meaning.empty() ? parameter.name : parameter.meaning);
  if (reason.ends) return title + " has no value from here on";
  for (const dsl::ParameterVersion& version : parameter.versions) {
    if (version.period.from != date || version.values.size() != 1) continue;
    return fmt::format(
        "{} becomes {}", title,
        dsl::format_value(version.values.front().value, parameter.type, program.types()));
  }
  return title + " has other values";
}

}  // namespace

TurningPoints turning_points(const dsl::Program& program, const Design& design, Date after,
                             Date until) {
  TurningPoints points;
  Evaluator evaluator(program, design, after);
  let_norms_be_asked(evaluator);
  const auto count = static_cast<std::uint32_t>(program.typed().norms.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    for (auto& [date, reasons] : TurnsOfNorm(evaluator, until, NormId{i}).collect()) {
      if (after < date && date <= until) points[date].push_back({NormId{i}, std::move(reasons)});
    }
  }
  return points;
}

void walk(const TurningPoints& points, const dsl::Program& program, const Design& design,
          std::vector<std::optional<Outcome>>& outcomes,
          const std::function<void(const Turn&)>& at) {
  struct DateJudged {
    Date date;
    std::vector<NormId> norms;
    std::vector<const TurningNorm*> told;
    std::vector<Outcome> after;
  };
  std::vector<DateJudged> dates;
  for (const auto& [date, turning] : points) {
    DateJudged& judged = dates.emplace_back();
    judged.date = date;
    for (const TurningNorm& each : turning) {
      if (!outcomes[each.norm.index]) continue;
      judged.norms.push_back(each.norm);
      judged.told.push_back(&each);
    }
  }
  // No date's outcomes hang on those of another.
  dsl::for_each_in_parallel(dates.size(), 2, [&](std::size_t i) {
    dates[i].after = outcomes_of(program, design, dates[i].norms, dates[i].date);
  });
  for (const DateJudged& judged : dates) {
    for (std::size_t i = 0; i < judged.norms.size(); ++i) {
      std::optional<Outcome>& outcome = outcomes[judged.norms[i].index];
      const Outcome before = *outcome;
      outcome = judged.after[i];
      at({judged.date, judged.norms[i], before, judged.after[i], judged.told[i]->reasons});
    }
  }
}

std::string turn_text(const TurnReason& reason, Date date, NormId norm, const dsl::Program& program,
                      const Design& design) {
  const auto& typed = program.typed();
  switch (reason.source) {
    case TurnSource::Norm: {
      const std::string it =
          reason.index == norm.index ? "it" : quoted_title(program.norm({reason.index}));
      return fmt::format("{} {}", it, reason.ends ? "ends" : "comes into force");
    }
    case TurnSource::Suspension: {
      const std::string it =
          reason.index == norm.index ? "it" : quoted_title(program.norm({reason.index}));
      return fmt::format("{} is {}suspended", it, reason.ends ? "no longer " : "");
    }
    case TurnSource::Enablement:
      return fmt::format("{}, which may lift it, {}", quoted_title(program.norm({reason.index})),
                         reason.ends ? "ends" : "begins");
    case TurnSource::Parameter: return parameter_text(reason, date, program);
    case TurnSource::Definition: {
      const dsl::Definition& definition = typed.definitions[reason.index];
      return fmt::format("the meaning of \"{}\" {}",
                         definition.meaning.empty() ? definition.name : definition.meaning,
                         reason.ends ? "ends" : "comes into force");
    }
    case TurnSource::Reading:
      return fmt::format("the reading of `{}`{} {}", design.readings[reason.index].term_name,
                         by_text(design.readings[reason.index].by, program),
                         reason.ends ? "no longer counts" : "counts");
    case TurnSource::Determination:
      return fmt::format("the determination{} {}",
                         by_text(design.determinations[reason.index].by, program),
                         reason.ends ? "no longer counts" : "counts");
    case TurnSource::Relief: return relief_text(design.reliefs[reason.index], reason.ends, program);
    case TurnSource::Approval:
      return approval_text(design.approvals[reason.index], reason.ends, program);
    case TurnSource::Day:
      return reason.ends ? "a day that it goes by has passed" : "a day that it goes by has come";
    case TurnSource::Year: return "a new year begins, and it counts by years";
  }
  return {};
}

std::string turn_text(const Turn& turn, const dsl::Program& program, const Design& design) {
  std::string text;
  for (const TurnReason& reason : turn.reasons) {
    text += (text.empty() ? "" : "; ") + turn_text(reason, turn.date, turn.norm, program, design);
  }
  return text;
}

}  // namespace checker
