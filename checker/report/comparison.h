// What changes between two designs, or between a design and a change to it or to the rules: what
// appears, what falls away, and why.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checker/report/differing_rules.h"
#include "checker/report/report.h"

namespace checker {

// A fact that both sides' verdicts hang on and that differs between them.
struct DifferingFact {
  std::string fact;
  std::string first;  // as people read it
  std::string second;
  std::optional<Location> first_place;  // nullopt where it is not stated
  std::optional<Location> second_place;
};

struct ChangedNorm {
  std::string norm;
  std::string title;
  std::string citation;
  dsl::Effect effect{};
  std::vector<Party> enforced;   // of the side where it stands, else of the second
  std::optional<Outcome> first;  // nullopt: that side's rules do not have it
  std::optional<Outcome> second;
  std::string first_text;  // "stands against the design (blocked): 20 days short"
  std::string second_text;
  std::optional<Location> first_place;  // of the norm; nullopt: that side's rules do not have it
  std::optional<Location> second_place;
  std::vector<DifferingFact> facts;  // in the order in which the norm reads them
  std::vector<DifferingRule> rules;  // what its verdict hangs on and the two rules say otherwise
  std::string because;               // what else differs: rules, dates, records; may be empty
};

struct ComparisonSide {
  std::string label;  // how the sides are told apart: a name, "school.state=NY"
  std::string design_name;
  std::string design_file;
  dsl::Date as_of;
  std::string as_of_source;
  int conflicts = 0;
};

struct Comparison {
  ComparisonSide first;
  ComparisonSide second;
  std::vector<ChangedNorm> appears;     // conflicts of the second side alone
  std::vector<ChangedNorm> falls_away;  // conflicts of the first side alone, decided on the second
  std::vector<ChangedNorm> left_open;   // conflicts of the first side, undecided on the second
  std::vector<ChangedNorm> otherwise;   // conflicts of both, with another effect, gap or reach
  std::vector<ChangedNorm> opens;   // undecided on the second side alone, and no conflict before
  std::vector<ChangedNorm> closes;  // undecided on the first side alone, and no conflict after
  std::vector<ChangedNorm> others;  // settled on both sides, in another way worth telling
  int untold = 0;  // norms that ask nothing on either side, and apply on one of them alone
};

// Both inputs may have the same program. `first_label` and `second_label` tell the sides apart.
Comparison compare(const ReportInput& first, const std::string& first_label,
                   const ReportInput& second, const std::string& second_label);

}  // namespace checker
