#include "checker/report/filter.h"

#include <algorithm>

#include "checker/report/wording.h"

namespace checker {
namespace {

template <typename T>
bool holds(const std::vector<T>& all, const T& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

// Who enforces the norm, decides on it, or has to judge it.
bool is_about(const VerdictEntry& verdict, const std::vector<std::string>& stakeholders) {
  if (stakeholders.empty()) return true;
  if (verdict.decided_by && holds(stakeholders, verdict.decided_by->id)) return true;
  for (const EnforcementEntry& each : verdict.enforced) {
    if (holds(stakeholders, each.by.id)) return true;
  }
  for (const PartEntry& part : verdict.parts) {
    for (const JudgmentEntry& each : part.judgments) {
      if (holds(stakeholders, each.by.id)) return true;
    }
  }
  return false;
}

bool is_asked_for(const VerdictEntry& verdict, const Filter& filter) {
  return is_about(verdict, filter.stakeholders) &&
         (filter.topics.empty() || holds(filter.topics, verdict.topic));
}

std::string filter_text(const Filter& filter) {
  std::vector<std::string> clauses;
  if (!filter.only.empty()) {
    std::vector<std::string> words;
    for (const Outcome outcome : filter.only) words.push_back(spaced(outcome_word(outcome)));
    clauses.push_back("only " + listed(words, words.size()));
  }
  if (!filter.stakeholders.empty()) {
    clauses.push_back("only norms of " + listed(filter.stakeholders, filter.stakeholders.size()));
  }
  if (!filter.topics.empty()) {
    clauses.push_back("only norms on " + listed(filter.topics, filter.topics.size()));
  }
  return listed(clauses, clauses.size());
}

}  // namespace

Report narrowed(Report report, const Filter& filter) {
  if (filter.empty()) return report;
  report.filter = filter_text(filter);
  report.asked_for = filter.only;
  std::vector<std::string> norms;
  for (VerdictEntry& verdict : report.verdicts) {
    const bool asked_for = is_asked_for(verdict, filter);
    if (asked_for) norms.push_back(verdict.norm);
    for (PartEntry& part : verdict.parts) {
      part.shown = asked_for && (filter.only.empty() || holds(filter.only, part.outcome));
    }
  }
  std::erase_if(report.pending, [&](const VerdictEntry& verdict) {
    return !filter.only.empty() || !is_asked_for(verdict, filter);
  });
  std::erase_if(report.changes, [&](const ChangeEntry& change) {
    return !filter.only.empty() ||
           std::none_of(change.norms.begin(), change.norms.end(),
                        [&](const std::string& norm) { return holds(norms, norm); });
  });
  std::erase_if(report.ends, [&](const EndEntry& end) {
    return !filter.only.empty() || !filter.topics.empty() ||
           (!filter.stakeholders.empty() && !holds(filter.stakeholders, end.by.id));
  });
  return report;
}

}  // namespace checker
