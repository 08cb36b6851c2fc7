#include "checker/report/timeline.h"

#include <algorithm>
#include <utility>

#include "checker/eval/evaluate.h"
#include "checker/eval/evaluator.h"
#include "checker/eval/parties.h"
#include "checker/report/changes.h"
#include "checker/report/fact_words.h"
#include "checker/report/turning_points.h"

namespace checker {
namespace {

using dsl::Date;
using dsl::Norm;

bool is_conflict(const TimelineSpan& span) { return span.outcome == Outcome::Conflict; }

bool is_told(const std::vector<TimelineSpan>& spans) {
  for (std::size_t i = 1; i < spans.size(); ++i) {
    if (is_told_change(spans[i - 1].outcome, spans[i].outcome)) return true;
  }
  return false;
}

Date first_conflict(const TimelineNorm& norm) {
  return std::find_if(norm.spans.begin(), norm.spans.end(), is_conflict)->first;
}

class TimelineBuilder {
 public:
  TimelineBuilder(const dsl::Program& program, const Design& design, Date from, Date to)
      : program_(program),
        design_(design),
        from_(from),
        to_(to),
        evaluator_(program, design, from) {
    let_norms_be_asked(evaluator_);
  }

  Timeline build(const std::vector<Verdict>& verdicts) {
    std::vector<std::optional<Outcome>> outcomes(verdicts.size());
    std::vector<std::vector<TimelineSpan>> spans(verdicts.size());
    for (const Verdict& verdict : verdicts) {
      // No date brings a design into a pack that its facts keep it out of.
      if (verdict.main().reason == Reason::OutOfPack) continue;
      outcomes[verdict.norm.index] = verdict.outcome;
      spans[verdict.norm.index] = {{from_, to_, verdict.outcome, ""}};
    }
    walk(turning_points(program_, design_, from_, to_), program_, design_, outcomes,
         [&](const Turn& turn) {
           if (turn.before == turn.after) return;
           auto& of_norm = spans[turn.norm.index];
           of_norm.back().last = Date{turn.date.days - 1};
           of_norm.push_back({turn.date, to_, turn.after, turn_text(turn, program_, design_)});
         });
    return sorted(std::move(spans));
  }

 private:
  Timeline sorted(std::vector<std::vector<TimelineSpan>> spans) {
    Timeline timeline;
    timeline.design_name = design_.title();
    timeline.design_file = design_.file_name;
    timeline.from = from_;
    timeline.to = to_;
    for (std::uint32_t i = 0; i < spans.size(); ++i) {
      const Norm& norm = program_.norm({i});
      const bool stands = norm.kind != dsl::NormKind::Principle &&
                          std::any_of(spans[i].begin(), spans[i].end(), is_conflict);
      if (!stands && !is_told(spans[i])) continue;
      (stands ? timeline.conflicts : timeline.others).push_back(entry(norm, std::move(spans[i])));
    }
    std::stable_sort(timeline.conflicts.begin(), timeline.conflicts.end(),
                     [](const TimelineNorm& a, const TimelineNorm& b) {
                       const Date first_of_a = first_conflict(a);
                       const Date first_of_b = first_conflict(b);
                       if (first_of_a != first_of_b) return first_of_a < first_of_b;
                       return a.effect < b.effect;
                     });
    std::stable_sort(timeline.others.begin(), timeline.others.end(),
                     [](const TimelineNorm& a, const TimelineNorm& b) {
                       return a.spans[1].first < b.spans[1].first;
                     });
    return timeline;
  }

  TimelineNorm entry(const Norm& norm, std::vector<TimelineSpan> spans) {
    TimelineNorm made;
    made.norm = norm.name;
    made.title = dsl::title_or_name(norm);
    if (!norm.citations.empty()) made.citation = norm.citations.front().text;
    made.effect = norm.effect;
    for (const EnforcerHere& here : enforcers_here(evaluator_, norm)) {
      made.enforced.push_back(party_of(norm.enforced[here.index].by, program_));
    }
    if (made.enforced.empty() && norm.decided_by.valid()) {
      made.enforced.push_back(party_of(norm.decided_by, program_));
    }
    made.spans = std::move(spans);
    return made;
  }

  const dsl::Program& program_;
  const Design& design_;
  Date from_;
  Date to_;
  Evaluator evaluator_;
};

}  // namespace

Timeline build_timeline(const dsl::Program& program, const Design& design,
                        const std::vector<Verdict>& verdicts, Date from, Date to) {
  Timeline timeline = TimelineBuilder(program, design, from, to).build(verdicts);
  timeline.undecided =
      static_cast<int>(std::count_if(verdicts.begin(), verdicts.end(), [](const Verdict& verdict) {
        return is_undecided(verdict.outcome);
      }));
  return timeline;
}

}  // namespace checker
