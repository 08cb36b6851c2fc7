// From when to when each conflict stands against a design, and what changes it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checker/report/report.h"

namespace checker {

// Days on end on which a norm has one outcome.
struct TimelineSpan {
  dsl::Date first;
  dsl::Date last;  // of the timeline, where it lasts longer
  Outcome outcome{};
  std::string because;  // what changed on the first day; empty for the timeline's first
};

struct TimelineNorm {
  std::string norm;
  std::string title;
  std::string citation;  // empty when it has none
  dsl::Effect effect{};
  std::vector<Party> enforced;      // who decides it where nobody enforces it
  std::vector<TimelineSpan> spans;  // in order, without gaps; neighbours differ
};

struct Timeline {
  std::string design_name;
  std::string design_file;
  dsl::Date from;
  dsl::Date to;
  // Norms that stand against the design on some day, principles aside: by the first such day, then
  // by effect, then in the order of the rules.
  std::vector<TimelineNorm> conflicts;
  // Others with a change worth telling, by the first change.
  std::vector<TimelineNorm> others;
  int undecided = 0;  // norms that are undecided on the first day
};

// `verdicts` are those on the first day.
Timeline build_timeline(const dsl::Program& program, const Design& design,
                        const std::vector<Verdict>& verdicts, dsl::Date from, dsl::Date to);

}  // namespace checker
