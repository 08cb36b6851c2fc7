#include "checker/report/digest.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>

namespace checker {
namespace {

template <typename T>
void add_once(std::vector<const T*>& all, const T* each) {
  if (std::find(all.begin(), all.end(), each) == all.end()) all.push_back(each);
}

// How far the design falls short in its worst part; 0 where nothing is measured.
dsl::Rational shortfall(const VerdictEntry& verdict) {
  dsl::Rational worst = 0;
  for (const PartEntry& part : verdict.parts) {
    if (part.outcome != Outcome::Conflict || !part.leeway || !part.leeway->share) continue;
    worst = std::min(worst, *part.leeway->share);
  }
  return worst;
}

std::string_view id_of(const Party* party) {
  return party == nullptr ? std::string_view() : std::string_view(party->id);
}

// Where a whole pack hangs on a fact, its norms ask for that fact alone.
const std::vector<NeedEntry>& asked_for(const PartEntry& part) {
  return part.hangs_on.empty() ? part.needs : part.hangs_on;
}

class Questions {
 public:
  void add(const VerdictEntry& norm, const PartEntry& part) {
    for (const NeedEntry& need : asked_for(part)) {
      OpenQuestion& question = find(need.whom ? &*need.whom : nullptr, need.question);
      add_fact(question, need);
      add_once(question.norms, &norm);
    }
    if (!part.hangs_on.empty()) return;
    for (const JudgmentEntry& judgment : part.judgments) {
      add_once(find(&judgment.by, judgment.question).norms, &norm);
    }
  }

  std::vector<QuestionGroup> ordered() && {
    const auto more_hang_on_it = [](const OpenQuestion& a, const OpenQuestion& b) {
      return a.norms.size() > b.norms.size();
    };
    for (QuestionGroup& group : groups_) {
      std::stable_sort(group.questions.begin(), group.questions.end(), more_hang_on_it);
    }
    std::stable_sort(groups_.begin(), groups_.end(),
                     [&](const QuestionGroup& a, const QuestionGroup& b) {
                       return more_hang_on_it(a.questions.front(), b.questions.front());
                     });
    return std::move(groups_);
  }

 private:
  OpenQuestion& find(const Party* whom, const std::string& text) {
    auto group = std::find_if(groups_.begin(), groups_.end(), [&](const QuestionGroup& each) {
      return id_of(each.whom) == id_of(whom);
    });
    if (group == groups_.end()) group = groups_.insert(group, {whom, {}});
    auto question = std::find_if(group->questions.begin(), group->questions.end(),
                                 [&](const OpenQuestion& each) { return each.text == text; });
    if (question == group->questions.end()) {
      question = group->questions.insert(question, {text, {}, {}});
    }
    return *question;
  }

  static void add_fact(OpenQuestion& question, const NeedEntry& need) {
    const bool known = std::any_of(question.facts.begin(), question.facts.end(),
                                   [&](const NeedEntry* each) { return each->fact == need.fact; });
    if (!known) question.facts.push_back(&need);
  }

  std::vector<QuestionGroup> groups_;
};

}  // namespace

bool stronger(const VerdictEntry& a, const VerdictEntry& b) {
  const auto rank = [](const VerdictEntry& each) {
    return std::tuple(!each.added, each.effect, shortfall(each), std::string_view(each.title),
                      std::string_view(each.norm));
  };
  return rank(a) < rank(b);
}

std::vector<ConflictGroup> conflicts_by_stakeholder(const Report& report) {
  std::vector<const VerdictEntry*> conflicts;
  for (const VerdictEntry& verdict : report.verdicts) {
    if (verdict.outcome == Outcome::Conflict && verdict.main().shown) conflicts.push_back(&verdict);
  }
  std::stable_sort(conflicts.begin(), conflicts.end(),
                   [](const auto* a, const auto* b) { return stronger(*a, *b); });
  std::vector<ConflictGroup> groups;
  for (const VerdictEntry* conflict : conflicts) {
    const Party* by = conflict->stakeholder();
    auto group = std::find_if(groups.begin(), groups.end(), [&](const ConflictGroup& each) {
      return id_of(each.by) == id_of(by);
    });
    if (group == groups.end()) group = groups.insert(group, {by, {}});
    group->conflicts.push_back(conflict);
  }
  return groups;
}

std::vector<QuestionGroup> questions_by_whom(const Report& report) {
  Questions questions;
  for (const PartOfNorm& each : parts_with(report, Outcome::CannotTell)) {
    questions.add(*each.norm, *each.part);
  }
  return std::move(questions).ordered();
}

std::size_t count_missing_facts(const Report& report) {
  std::set<std::string_view> facts;
  for (const VerdictEntry& verdict : report.verdicts) {
    if (verdict.outcome != Outcome::CannotTell) continue;
    for (const PartEntry& part : verdict.parts) {
      if (part.outcome != Outcome::CannotTell) continue;
      for (const NeedEntry& need : asked_for(part)) facts.insert(need.fact);
    }
  }
  return facts.size();
}

std::size_t count_failing(const Report& report) {
  const auto count = std::count_if(report.verdicts.begin(), report.verdicts.end(),
                                   [](const VerdictEntry& verdict) {
                                     return verdict.outcome == Outcome::Conflict && verdict.fails;
                                   });
  return static_cast<std::size_t>(count);
}

std::vector<PartOfNorm> parts_with(const Report& report, Outcome outcome) {
  std::vector<PartOfNorm> parts;
  for (const VerdictEntry& verdict : report.verdicts) {
    for (const PartEntry& part : verdict.parts) {
      if (part.outcome == outcome && part.shown) parts.push_back({&verdict, &part});
    }
  }
  return parts;
}

std::vector<PartOfNorm> quiet_parts(const Report& report, Outcome outcome) {
  const auto& asked = report.asked_for;
  if (std::find(asked.begin(), asked.end(), outcome) == asked.end()) return {};
  return parts_with(report, outcome);
}

std::vector<DatedItem> dated_items(const Report& report) {
  std::vector<DatedItem> items;
  for (const ChangeEntry& change : report.changes) {
    DatedItem item{change.date, change.text, change.location, {}, nullptr};
    for (const VerdictEntry& verdict : report.verdicts) {
      const auto& norms = change.norms;
      const bool changes = std::find(norms.begin(), norms.end(), verdict.norm) != norms.end();
      if (changes) item.norms.push_back(&verdict);
    }
    items.push_back(std::move(item));
  }
  for (const EndEntry& end : report.ends) {
    items.push_back({end.date, end.text, end.location, {}, &end.by});
  }
  std::stable_sort(items.begin(), items.end(),
                   [](const DatedItem& a, const DatedItem& b) { return a.date < b.date; });
  return items;
}

const VerdictEntry* if_enacted(const Report& report, const VerdictEntry& verdict) {
  if (!verdict.pending) return nullptr;
  const auto found =
      std::find_if(report.pending.begin(), report.pending.end(),
                   [&](const VerdictEntry& each) { return each.norm == verdict.norm; });
  return found == report.pending.end() ? nullptr : &*found;
}

std::vector<PartOfNorm> tightest(const Report& report, std::size_t most) {
  const auto share = [](const PartOfNorm& each) { return *each.part->leeway->share; };
  std::vector<PartOfNorm> clear;
  for (const VerdictEntry& verdict : report.verdicts) {
    if (verdict.outcome != Outcome::Clear || !verdict.main().shown) continue;
    PartOfNorm least;
    for (const PartEntry& part : verdict.parts) {
      const bool measured = part.outcome == Outcome::Clear && part.leeway && part.leeway->share;
      if (!measured || *part.leeway->share < dsl::Rational(0)) continue;
      const PartOfNorm each{&verdict, &part};
      if (least.part == nullptr || share(each) < share(least)) least = each;
    }
    if (least.part != nullptr) clear.push_back(least);
  }
  std::stable_sort(clear.begin(), clear.end(),
                   [&](const PartOfNorm& a, const PartOfNorm& b) { return share(a) < share(b); });
  if (clear.size() > most) clear.resize(most);
  return clear;
}

}  // namespace checker
