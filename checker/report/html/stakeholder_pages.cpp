// A page for each stakeholder: what it holds and cares for, what stands between it and the design,
// and what to ask it.
#include <algorithm>

#include "checker/report/digest.h"
#include "checker/report/html/sections.h"
#include "checker/report/network_report.h"
#include "checker/report/text_parts.h"
#include "checker/report/wording.h"
#include <fmt/core.h>

namespace checker::html {
namespace {

constexpr std::size_t kMostTitles = 12;

// All that a report has to do with one stakeholder. Pointers point into the report.
struct Dossier {
  const StakeholderEntry* who = nullptr;
  const NetworkMember* member = nullptr;
  std::vector<const VerdictEntry*> conflicts;
  std::vector<const VerdictEntry*> thinned;
  std::vector<PartOfNorm> decides;
  std::vector<PartOfNorm> judges;
  std::vector<std::pair<const VerdictEntry*, const ReliefRouteEntry*>> grants;
  std::vector<std::string> questions;  // open ones of the design that are put to it
  std::vector<std::string> undecided;  // titles of its norms that cannot be told
  std::size_t clear = 0;

  // Whether a meeting with it is due: it is in the way, or decides.
  bool decides_or_hinders() const {
    return !conflicts.empty() || !decides.empty() || !judges.empty();
  }
  // Whether there is more to it than norms that cannot be told.
  bool is_party() const {
    return decides_or_hinders() || (member != nullptr && !member->records.empty()) ||
           !thinned.empty() || !grants.empty();
  }
  // The higher, the earlier it stands.
  int weight() const { return (decides_or_hinders() ? 1 : 0) + (is_party() ? 1 : 0); }
  bool is_empty() const {
    // The map and its table lead to whoever is there.
    const bool is_shown = member != nullptr && (member->misalignment.decided_against() > 0 ||
                                                member->count(Outcome::CannotTell) > 0);
    return !is_shown && !is_party() && questions.empty() && undecided.empty();
  }
};

class Dossiers {
 public:
  explicit Dossiers(const Report& report) : report_(report) {
    const NetworkEntry& network = *report.network;
    // Those of the network first, in its order.
    for (const NetworkMember& member : network.network.members) add(member.name, &member);
    for (const StakeholderEntry& each : network.stakeholders) add(each.id, nullptr);
    for (const VerdictEntry& verdict : report.verdicts) file(verdict);
    for (const QuestionGroup& group : questions_by_whom(report)) {
      if (group.whom == nullptr) continue;
      Dossier* to = find(group.whom->id);
      if (to == nullptr) continue;
      for (const OpenQuestion& each : group.questions) to->questions.push_back(each.text);
    }
  }

  // Without those that have nothing to do with the design; first whom a meeting is due with, last
  // those with whom nothing is to be settled.
  std::vector<Dossier> filled() && {
    std::erase_if(all_, [](const Dossier& each) { return each.is_empty(); });
    std::stable_sort(all_.begin(), all_.end(),
                     [](const Dossier& a, const Dossier& b) { return a.weight() > b.weight(); });
    return std::move(all_);
  }

 private:
  Dossier* find(const std::string& id) {
    const auto found = std::find_if(all_.begin(), all_.end(),
                                    [&](const Dossier& each) { return each.who->id == id; });
    return found == all_.end() ? nullptr : &*found;
  }

  void add(const std::string& id, const NetworkMember* member) {
    const auto& entries = report_.network->stakeholders;
    const auto entry = std::find_if(entries.begin(), entries.end(),
                                    [&](const StakeholderEntry& each) { return each.id == id; });
    if (entry == entries.end() || find(id) != nullptr) return;
    Dossier dossier;
    dossier.who = &*entry;
    dossier.member = member;
    all_.push_back(dossier);
  }

  void file(const VerdictEntry& verdict) {
    for (const EnforcementEntry& each : verdict.enforced) file_held(verdict, each.by);
    if (verdict.enforced.empty() && verdict.decided_by) file_held(verdict, *verdict.decided_by);
    for (const PartEntry& part : verdict.parts) {
      if (part.outcome == Outcome::NeedsApproval && verdict.decided_by) {
        if (Dossier* to = find(verdict.decided_by->id)) to->decides.push_back({&verdict, &part});
      }
      if (part.outcome != Outcome::NeedsJudgment) continue;
      for (const JudgmentEntry& each : part.judgments) {
        if (Dossier* to = find(each.by.id)) to->judges.push_back({&verdict, &part});
      }
    }
    if (verdict.outcome != Outcome::Conflict) return;
    for (const ReliefRouteEntry& route : verdict.relief_routes) {
      if (Dossier* to = find(route.by.id)) to->grants.emplace_back(&verdict, &route);
    }
  }

  void file_held(const VerdictEntry& verdict, const Party& by) {
    Dossier* to = find(by.id);
    if (to == nullptr) return;
    if (verdict.outcome == Outcome::Conflict) to->conflicts.push_back(&verdict);
    if (verdict.outcome == Outcome::Thinned) to->thinned.push_back(&verdict);
    if (verdict.outcome == Outcome::CannotTell)
      to->undecided.push_back("\"" + verdict.title + "\"");
    if (verdict.outcome == Outcome::Clear) ++to->clear;
  }

  const Report& report_;
  std::vector<Dossier> all_;
};

std::string words_of(const std::vector<std::string>& words) {
  std::vector<std::string> spaced_words;
  spaced_words.reserve(words.size());
  for (const std::string& word : words) spaced_words.push_back(spaced(word));
  return listed(spaced_words, spaced_words.size());
}

void add_row(Lines& lines, const std::string& label, const std::string& text) {
  if (!text.empty()) lines.push_back({label, text});
}

// What the design itself says of it.
void add_record(Lines& lines, const NetworkRecord& record, bool with_name) {
  if (with_name) add_row(lines, "here", record.name);
  add_row(lines, "gives", words_of(record.gives));
  add_row(lines, "asks for", record.asks_for);
  add_row(lines, "prizes", words_of(record.prizes));
  add_row(lines, "power", spaced(record.power));
  add_row(lines, "rests on", record.instrument);
  add_row(lines, "in its place", record.alternative);
  if (record.ends) add_row(lines, "last day", dsl::format_date(*record.ends));
}

Html interest(const Dossier& each) {
  Lines lines;
  add_row(lines, "is", spaced(each.who->kind));
  add_row(lines, "holds", words_of(each.who->holds));
  add_row(lines, "upholds", words_of(each.who->upholds));
  if (each.member != nullptr) {
    if (each.member->dependence) {
      add_row(lines, "dependence",
              fmt::format("{} of {}{}", *each.member->dependence, kMostDependence,
                          each.member->dependence_from == DependenceFrom::Norms
                              ? ", assumed from what its norms can do"
                              : ""));
    }
    if (each.member->stance) add_row(lines, "stance", stance_text(each.member->stance));
    for (const NetworkRecord& record : each.member->records) {
      add_record(lines, record, record.name != each.who->title);
    }
  }
  return rows(lines);
}

Html headed(const char* title, const Html& items) {
  if (items.str().empty()) return {};
  Html all = element("h4", text_of(title));
  return all.add("\n").add(list_of("plain", items));
}

Html item(const Html& content) { return element("li", content).add("\n"); }

Html conflict_item(const VerdictEntry& verdict, const Scope& scope) {
  Html content =
      element("a", {{"href", Scope::link(scope.id_of_norm(verdict.norm))}}, text_of(verdict.title));
  content.add(": ").add(element("span", {{"class", "effect"}}, text_of(effect_text(verdict))));
  if (verdict.main().leeway) content.add_text(", " + verdict.main().leeway->text);
  const Html citation = citations(verdict);
  if (!citation.str().empty()) content.add(" (").add(citation).add(")");
  for (const std::string& remedy : verdict.remedies) {
    content.add(element("p", {{"class", "quiet"}}, prose("Way out: " + remedy)));
  }
  return item(content);
}

Html decision_item(const PartOfNorm& each) {
  Html content = text_of(title_of(each));
  const Html citation = citations(*each.norm);
  if (!citation.str().empty()) content.add(" (").add(citation).add(")");
  for (const JudgmentEntry& judgment : each.part->judgments) {
    content.add(element("p", {{"class", "quiet"}}, text_of(judgment.question)));
  }
  return item(content);
}

Html grant_item(const VerdictEntry& verdict, const ReliefRouteEntry& route) {
  std::string text = "from \"" + verdict.title + "\"";
  if (!route.under.empty()) text += " under " + route.under;
  if (!route.due.empty()) text += ", due " + route.due;
  if (!route.lasting.empty()) text += ", lasting " + route.lasting;
  return item(prose(text));
}

Html page(const Dossier& each, const Scope& scope) {
  Html conflicts;
  for (const VerdictEntry* verdict : each.conflicts) conflicts.add(conflict_item(*verdict, scope));
  Html thinned;
  for (const VerdictEntry* verdict : each.thinned) thinned.add(item(text_of(verdict->title)));
  Html decisions;
  for (const PartOfNorm& part : each.decides) decisions.add(decision_item(part));
  for (const PartOfNorm& part : each.judges) decisions.add(decision_item(part));
  Html grants;
  for (const auto& [verdict, route] : each.grants) grants.add(grant_item(*verdict, *route));
  Html questions;
  for (const std::string& text : each.who->questions) questions.add(item(text_of(text)));
  Html facts;
  for (const std::string& text : each.questions) facts.add(item(text_of(text)));
  Html content("\n");
  content.add(element("h3", text_of(each.who->title))).add("\n").add(interest(each));
  content.add(headed("What stands between it and the design", conflicts));
  content.add(headed("Its principles that the design does not keep", thinned));
  content.add(headed("What it has to decide", decisions));
  content.add(headed("What it can grant relief from", grants));
  content.add(headed("What to talk about", questions));
  content.add(headed("Facts to ask it for", facts));
  std::string rest;
  if (!each.undecided.empty()) {
    rest = fmt::format("{} of its norms cannot be told yet: {}.", each.undecided.size(),
                       listed(each.undecided, kMostTitles));
  }
  if (each.clear > 0) {
    rest += fmt::format("{}{} of its norms {} clear.", rest.empty() ? "" : " ", each.clear,
                        each.clear == 1 ? "is" : "are");
  }
  if (!rest.empty()) content.add(element("p", {{"class", "quiet"}}, prose(rest))).add("\n");
  content.add(
      element("p", {{"class", "notes"}},
              text_of(fmt::format("For a talk about {}, as of {}. Notes:", scope.report.design_name,
                                  dsl::format_date(scope.report.as_of)))));
  return element("article",
                 {{"class", each.decides_or_hinders() ? "who party own-sheet"
                            : each.is_party()         ? "who party"
                                                      : "who"},
                  {"id", scope.id_of_stakeholder(each.who->id)},
                  {"data-by", each.who->id}},
                 content)
      .add("\n");
}

}  // namespace

Section stakeholders_section(const Scope& scope) {
  Section section{"stakeholders", "Stakeholders", 0, {}};
  if (!scope.report.network) return section;
  const std::vector<Dossier> dossiers = Dossiers(scope.report).filled();
  section.count = dossiers.size();
  const auto rest = static_cast<std::size_t>(std::count_if(
      dossiers.begin(), dossiers.end(), [](const Dossier& each) { return !each.is_party(); }));
  if (rest > 0) {
    section.content.add(
        element("p", {{"class", "quiet on-paper"}},
                text_of(fmt::format("Not printed: {} with whom nothing is to be settled. What "
                                    "cannot be told of their norms hangs on the questions.",
                                    counted(rest, "stakeholder", "stakeholders")))));
    section.content.add("\n");
  }
  Html others;
  for (const Dossier& each : dossiers) {
    (each.decides_or_hinders() ? section.content : others).add(page(each, scope));
  }
  if (!others.str().empty()) {
    section.content.add(element("div", {{"class", "others"}}, others)).add("\n");
  }
  return section;
}

}  // namespace checker::html
