#include "checker/report/changes.h"

#include <algorithm>
#include <string>
#include <utility>

#include "checker/network/network_records.h"
#include "checker/report/fact_words.h"
#include "checker/report/turning_points.h"
#include "checker/report/wording.h"
#include <fmt/core.h>

namespace checker {
namespace {

using dsl::Date;
using dsl::Norm;
using dsl::NormId;

bool ended_day_before(const std::optional<Date>& until, Date date) {
  return until && until->days + 1 == date.days;
}

// Whether a turn is worth telling.
bool is_told(Outcome before, Outcome after, bool begins) {
  return begins ? after != Outcome::DoesNotApply : is_told_change(before, after);
}

class LookAhead {
 public:
  explicit LookAhead(const ReportInput& input)
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
    TurningPoints points = turning_points(program_, design_, input_.as_of, changes.horizon);
    for (auto& [date, norms] : points) {
      std::erase_if(norms, [&](const TurningNorm& each) { return !outcomes_[each.norm.index]; });
    }
    std::erase_if(points, [](const auto& point) { return point.second.empty(); });
    add_unknown_reliefs(points, changes);
    if (points.size() > kMaxChangeDates) {
      const auto first_left_out = std::next(points.begin(), kMaxChangeDates);
      changes.horizon = Date{first_left_out->first.days - 1};
      points.erase(first_left_out, points.end());
      std::erase_if(changes.entries,
                    [&](const ChangeEntry& entry) { return changes.horizon < entry.date; });
    }
    walk(points, program_, design_, outcomes_,
         [&](const Turn& turn) { add(turn, changes.entries); });
    for (const ReliefEnd& end : relief_ends_) complete(end, changes.entries[end.entry]);
    std::stable_sort(changes.entries.begin(), changes.entries.end(),
                     [](const ChangeEntry& a, const ChangeEntry& b) { return a.date < b.date; });
    return changes;
  }

 private:
  // A relief's end is told even where the rules that it is from are not loaded.
  void add_unknown_reliefs(TurningPoints& points, Changes& changes) const {
    for (std::uint32_t i = 0; i < design_.reliefs.size(); ++i) {
      const Relief& relief = design_.reliefs[i];
      if (relief.norm.valid() || relief.declared.valid() || !relief.until) continue;
      const Date end{relief.until->days + 1};
      if (end <= input_.as_of || changes.horizon < end) continue;
      points.try_emplace(end);
      const TurnReason reason{TurnSource::Relief, i, true};
      changes.entries.push_back({end,
                                 turn_text(reason, end, {}, program_, design_),
                                 {relief.norm_name},
                                 location_of(relief.span, input_.sources)});
    }
  }

  // What is told once of a relief on record that ends, though it may be from several norms.
  struct ReliefEnd {
    Date date;
    std::uint32_t relief = 0;
    std::size_t entry = 0;             // its entry
    std::vector<std::string> changed;  // what becomes of each norm whose verdict changes
  };

  void add(const Turn& turn, std::vector<ChangeEntry>& entries) {
    const Norm& norm = program_.norm(turn.norm);
    const TurnReason* const record = what_ends(turn);
    if (record != nullptr && record->source == TurnSource::Relief) {
      add_relief_end(turn, *record, entries);
      return;
    }
    const bool begins = norm.in_force.from == turn.date;
    if (record == nullptr && !is_told(turn.before, turn.after, begins)) return;
    ChangeEntry entry{turn.date, "", {norm.name}};
    if (record == nullptr) {
      entry.text = sentence(norm, turn);
    } else {
      entry.text = turn_text(*record, turn.date, turn.norm, program_, design_);
      if (turn.before != turn.after) entry.text += "; the norm " + outcome_text(turn.after, norm);
      entry.location = location_of(design_.approvals[record->index].span, input_.sources);
    }
    entries.push_back(std::move(entry));
  }

  void add_relief_end(const Turn& turn, const TurnReason& record,
                      std::vector<ChangeEntry>& entries) {
    const Norm& norm = program_.norm(turn.norm);
    const Relief& relief = design_.reliefs[record.index];
    const bool changes = turn.before != turn.after;
    // A norm that asks for the verdict of another may turn with the other's relief.
    if (!changes && !is_from(relief, turn.norm, program_)) return;
    auto end = std::find_if(relief_ends_.begin(), relief_ends_.end(), [&](const ReliefEnd& each) {
      return each.date == turn.date && each.relief == record.index;
    });
    if (end == relief_ends_.end()) {
      end = relief_ends_.insert(end, {turn.date, record.index, entries.size(), {}});
      entries.push_back({turn.date,
                         turn_text(record, turn.date, turn.norm, program_, design_),
                         {},
                         location_of(relief.span, input_.sources)});
    }
    entries[end->entry].norms.push_back(norm.name);
    if (!changes) return;
    end->changed.push_back(fmt::format("{} {}",
                                       turn.norm == relief.norm ? "the norm" : quoted_title(norm),
                                       outcome_text(turn.after, norm)));
  }

  void complete(const ReliefEnd& end, ChangeEntry& entry) const {
    if (!end.changed.empty()) {
      entry.text += "; " + listed(end.changed, end.changed.size());
    } else if (design_.reliefs[end.relief].declared.valid()) {
      entry.text +=
          entry.norms.size() == 1
              ? "; the verdict of the norm that it reaches does not change"
              : fmt::format("; the verdicts of the {} norms that it reaches do not change",
                            entry.norms.size());
    }
  }

  std::string sentence(const Norm& norm, const Turn& turn) const {
    const std::string now = outcome_text(turn.after, norm);
    const std::string title = quoted_title(norm);
    if (norm.in_force.from == turn.date) return fmt::format("{} begins and {}", title, now);
    const std::string until_then = outcome_text(turn.before, norm);
    if (ended_day_before(norm.in_force.until, turn.date)) {
      return fmt::format("{} ends; until then it {}", title, until_then);
    }
    return fmt::format("{} {}; until then it {} ({})", title, now, until_then,
                       turn_text(turn, program_, design_));
  }

  // The relief or approval on record that ends the day before; null when there is none.
  const TurnReason* what_ends(const Turn& turn) const {
    for (const TurnReason& reason : turn.reasons) {
      const bool is_grant = reason.source == TurnSource::Approval &&
                            design_.approvals[reason.index].norm == turn.norm &&
                            design_.approvals[reason.index].result == ApprovalResult::Granted;
      if (reason.ends && (reason.source == TurnSource::Relief || is_grant)) return &reason;
    }
    return nullptr;
  }

  const ReportInput& input_;
  const dsl::Program& program_;
  const Design& design_;
  // By norm, on the date that has been reached; nullopt for norms that no date can turn.
  std::vector<std::optional<Outcome>> outcomes_;
  std::vector<ReliefEnd> relief_ends_;  // in the order of their entries
};

}  // namespace

bool is_told_change(Outcome before, Outcome after) {
  const auto is_idle = [](Outcome outcome) {
    return outcome == Outcome::Clear || outcome == Outcome::CannotTell;
  };
  if (before == after) return false;
  return !(before == Outcome::DoesNotApply && is_idle(after)) &&
         !(after == Outcome::DoesNotApply && is_idle(before));
}

Date years_later(Date date, int years) {
  const auto later = dsl::add_months(date, std::int64_t{12} * years, dsl::MonthEnd::Down);
  return later.value_or(*dsl::make_date(9999, 12, 31));
}

Changes changes_ahead(const ReportInput& input) { return LookAhead(input).look_ahead(); }

std::vector<EndEntry> ends_ahead(const ReportInput& input, dsl::Date horizon) {
  std::vector<EndEntry> ends;
  for (const NamedMember& member : network_records(input.program, input.design)) {
    const NetworkRecord& record = member.record;
    if (!record.ends || *record.ends <= input.as_of || horizon < *record.ends) continue;
    const Party by = party_of(member.id, input.program);
    std::vector<std::string> gifts;
    for (const std::string& each : record.gives) gifts.push_back(spaced(each));
    std::string text = "the last day of what " + (record.name.empty() ? by.title : record.name);
    text += gifts.empty() ? " gives" : " gives: " + listed(gifts, gifts.size());
    ends.push_back({*record.ends, text, by, location_of(record.span, input.sources)});
  }
  std::stable_sort(ends.begin(), ends.end(),
                   [](const EndEntry& a, const EndEntry& b) { return a.date < b.date; });
  return ends;
}

}  // namespace checker
