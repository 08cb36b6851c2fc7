#include "checker/report/changes.h"

#include <algorithm>
#include <map>
#include <string>

#include "checker/eval/evaluate.h"
#include "checker/report/fact_words.h"
#include "checker/report/turning_points.h"
#include "checker/report/wording.h"
#include <fmt/core.h>

namespace checker {
namespace {

using dsl::Date;
using dsl::Norm;
using dsl::NormId;

constexpr int kLastYear = 9999;

Date years_later(Date date, int years) {
  const int year = dsl::year_of(date) + years;
  if (year > kLastYear) return *dsl::make_date(kLastYear, 12, 31);
  const auto same_day = dsl::make_date(year, dsl::month_of(date), dsl::day_of(date));
  return same_day ? *same_day : *dsl::make_date(year, 2, 28);
}

bool ended_day_before(const std::optional<Date>& until, Date date) {
  return until && until->days + 1 == date.days;
}

// Whether a turn is worth telling: not when a norm that asks nothing is about something or not.
bool is_told(Outcome before, Outcome after, bool begins) {
  if (begins) return after != Outcome::DoesNotApply;
  const auto is_idle = [](Outcome outcome) {
    return outcome == Outcome::Clear || outcome == Outcome::CannotTell;
  };
  if (before == after) return false;
  return !(before == Outcome::DoesNotApply && is_idle(after)) &&
         !(after == Outcome::DoesNotApply && is_idle(before));
}

class Timeline {
 public:
  explicit Timeline(const ReportInput& input)
      : input_(input), program_(input.program), design_(input.design) {
    outcomes_.resize(program_.typed().norms.size());
    for (const Verdict& verdict : input.verdicts) {
      // No date brings a design into a pack that its facts keep it out of.
      if (verdict.main().reason != Reason::OutOfPack) {
        outcomes_[verdict.norm.index] = verdict.outcome;
      }
    }
  }

  Changes look_ahead() {
    Changes changes;
    changes.horizon = years_later(input_.as_of, kHorizonYears);
    auto points = turning_points(program_, design_, input_.as_of, changes.horizon);
    for (auto& [date, norms] : points) {
      std::erase_if(norms, [&](NormId id) { return !outcomes_[id.index]; });
    }
    std::erase_if(points, [](const auto& point) { return point.second.empty(); });
    add_reliefs(points, changes.horizon);
    if (points.size() > kMaxChangeDates) {
      const auto first_left_out = std::next(points.begin(), kMaxChangeDates);
      changes.horizon = Date{first_left_out->first.days - 1};
      points.erase(first_left_out, points.end());
    }
    for (const auto& [date, norms] : points) {
      add_unknown_reliefs(date, changes.entries);
      const std::vector<Outcome> outcomes = outcomes_of(program_, design_, norms, date);
      for (std::size_t i = 0; i < norms.size(); ++i) {
        turn(date, norms[i], outcomes[i], changes.entries);
      }
    }
    return changes;
  }

 private:
  static bool is_known(const Relief& relief) {
    return relief.norm.valid() || relief.declared.valid();
  }

  // A relief's end is told even where the rules that it is from are not loaded.
  void add_reliefs(std::map<Date, std::vector<NormId>>& points, Date horizon) const {
    for (const Relief& relief : design_.reliefs) {
      if (is_known(relief) || !relief.until) continue;
      const Date end{relief.until->days + 1};
      if (input_.as_of < end && end <= horizon) points.try_emplace(end);
    }
  }

  void add_unknown_reliefs(Date date, std::vector<ChangeEntry>& entries) const {
    for (const Relief& relief : design_.reliefs) {
      if (is_known(relief) || !ended_day_before(relief.until, date)) continue;
      entries.push_back({date, ended_relief(relief, relief.norm_name), relief.norm_name});
    }
  }

  void turn(Date date, NormId id, Outcome after, std::vector<ChangeEntry>& entries) {
    const Norm& norm = program_.norm(id);
    const Outcome before = *outcomes_[id.index];
    outcomes_[id.index] = after;
    const std::string cause = what_ends(norm, id, date);
    const bool begins = norm.in_force.from == date;
    if (cause.empty() && !is_told(before, after, begins)) return;
    entries.push_back({date, sentence(norm, cause, before, after, date), norm.name});
  }

  std::string sentence(const Norm& norm, const std::string& cause, Outcome before, Outcome after,
                       Date date) const {
    const std::string now = outcome_text(after, norm);
    if (!cause.empty()) return before == after ? cause : fmt::format("{}; the norm {}", cause, now);
    const std::string title = fmt::format("\"{}\"", norm.title.empty() ? norm.name : norm.title);
    if (norm.in_force.from == date) return fmt::format("{} begins and {}", title, now);
    if (ended_day_before(norm.in_force.until, date)) {
      return fmt::format("{} ends; until then it {}", title, outcome_text(before, norm));
    }
    return fmt::format("{} {}; until then it {}", title, now, outcome_text(before, norm));
  }

  std::string ended_relief(const Relief& relief, const std::string& from) const {
    const Party by = party_of(relief.by, program_);
    return fmt::format("the relief from \"{}\"{} has ended", from,
                       by.title.empty() ? "" : " by " + by.title);
  }

  // The relief or approval on record that ends the day before; empty when there is none.
  std::string what_ends(const Norm& norm, NormId id, Date date) const {
    const std::string& title = norm.title.empty() ? norm.name : norm.title;
    for (const Relief& relief : design_.reliefs) {
      if (is_from(relief, id, program_) && ended_day_before(relief.until, date))
        return ended_relief(relief, title);
    }
    for (const ApprovalRecord& approval : design_.approvals) {
      const bool granted = approval.result == ApprovalResult::Granted;
      if (approval.norm == id && granted && ended_day_before(approval.until, date)) {
        return fmt::format("the approval \"{}\" has ended", title);
      }
    }
    return {};
  }

  const ReportInput& input_;
  const dsl::Program& program_;
  const Design& design_;
  // By norm, on the date that has been reached; nullopt for norms that no date can turn.
  std::vector<std::optional<Outcome>> outcomes_;
};

}  // namespace

Changes changes_ahead(const ReportInput& input) { return Timeline(input).look_ahead(); }

}  // namespace checker
