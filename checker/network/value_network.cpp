#include "checker/network/value_network.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "checker/eval/evaluate.h"
#include "checker/eval/parties.h"
#include "checker/network/network_norm.h"
#include "checker/network/network_records.h"
#include "checker/network/single_points.h"

namespace checker {
namespace {

using dsl::NormKind;
using dsl::StakeholderId;

void add_weight(const NetworkNorm& norm, Misalignment& to) {
  switch (norm.outcome) {
    case Outcome::Conflict:
      (norm.effect == dsl::Effect::Pressure ? to.pressure : to.conflicts) += norm.weight;
      break;
    case Outcome::Thinned: to.pressure += norm.weight; break;
    case Outcome::NeedsApproval: to.approvals += norm.weight; break;
    case Outcome::NeedsJudgment: to.judgments += norm.weight; break;
    case Outcome::CannotTell: to.cannot_tell += norm.weight; break;
    default: break;
  }
}

// Outcomes as they stand in their enumeration, strongest first; then by weight.
bool is_stronger(const NetworkNorm& a, const NetworkNorm& b) {
  if (a.outcome != b.outcome) return a.outcome < b.outcome;
  return a.weight > b.weight;
}

class Builder {
 public:
  Builder(const dsl::Program& program, const Design& design, const std::vector<Verdict>& verdicts,
          dsl::Date as_of)
      : program_(program),
        design_(design),
        verdicts_(verdicts),
        evaluator_(program, design, as_of),
        held_by_(program.typed().stakeholders.size()) {
    let_norms_be_asked(evaluator_);
    network_.as_of = as_of;
  }

  ValueNetwork build() {
    for (const Verdict& verdict : verdicts_) {
      if (verdict.outcome != Outcome::DoesNotApply) give_to_holders(verdict);
    }
    const std::vector<NamedMember> records = network_records(program_, design_);
    std::map<std::uint32_t, std::vector<NetworkRecord>> named;
    for (const NamedMember& each : records) named[each.id.index].push_back(each.record);
    for (std::uint32_t i = 0; i < held_by_.size(); ++i) {
      if (held_by_[i].empty() && !named.contains(i)) continue;
      network_.members.push_back(member({i}, std::move(named[i])));
    }
    std::stable_sort(network_.members.begin(), network_.members.end(), comes_first);
    add_features();
    network_.single_points = single_points(program_, design_, verdicts_, records);
    add_deciding();
    return std::move(network_);
  }

 private:
  // Who has something to do with a norm here: enforces it, decides it, judges it.
  void give_to_holders(const Verdict& verdict) {
    const dsl::Norm& norm = program_.norm(verdict.norm);
    const NetworkNorm entry = network_norm(program_, verdict);
    if (norm.kind == NormKind::Enablement) {
      give_enablement(norm, entry);
      return;
    }
    std::set<StakeholderId> given;
    const auto give = [&](StakeholderId id, bool hangs_on_facts) {
      if (!id.valid() || !given.insert(id).second) return;
      NetworkNorm held = entry;
      held.hangs_on_facts = hangs_on_facts;
      held_by_[id.index].push_back(std::move(held));
    };
    give(norm.decided_by, false);
    for (const EnforcerHere& here : enforcers_here(evaluator_, norm)) {
      give(norm.enforced[here.index].by, here.hangs_on_facts);
    }
    for (const VerdictPart& part : verdict.parts) {
      for (const std::uint32_t judgment : part.judgments) {
        give(program_.typed().judgments[judgment].by, false);
      }
    }
  }

  // An enablement is nobody's to enforce: it holds up the design with those whose norms it may
  // lift, and else with those who hold other norms of its pack on its topic.
  void give_enablement(const dsl::Norm& enablement, const NetworkNorm& entry) {
    std::set<StakeholderId> given;
    const auto give_to_enforcers = [&](const dsl::Norm& norm) {
      for (const EnforcerHere& here : enforcers_here(evaluator_, norm)) {
        given.insert(norm.enforced[here.index].by);
      }
    };
    for (const Verdict& verdict : verdicts_) {
      if (verdict.outcome == Outcome::DoesNotApply) continue;
      const auto& lifting = program_.lifted_by(verdict.norm);
      if (std::find(lifting.begin(), lifting.end(), entry.id) != lifting.end()) {
        give_to_enforcers(program_.norm(verdict.norm));
      }
    }
    if (given.empty() && enablement.topic.valid()) {
      for (const Verdict& verdict : verdicts_) {
        const dsl::Norm& norm = program_.norm(verdict.norm);
        const bool is_akin = norm.pack == enablement.pack && norm.topic == enablement.topic;
        if (is_akin && verdict.outcome != Outcome::DoesNotApply) give_to_enforcers(norm);
      }
    }
    for (const StakeholderId id : given) held_by_[id.index].push_back(entry);
  }

  NetworkMember member(StakeholderId id, std::vector<NetworkRecord> records) {
    const dsl::Stakeholder& stakeholder = program_.stakeholder(id);
    const std::vector<NetworkNorm>& norms = held_by_[id.index];
    NetworkMember made;
    made.id = id;
    made.name = stakeholder.name;
    made.title = dsl::title_or_name(stakeholder);
    made.kind = stakeholder.kind;
    made.holds = stakeholder.holds;
    made.upholds = stakeholder.upholds;
    made.records = std::move(records);
    add_dependence(norms, made);
    for (const NetworkNorm& norm : norms) add_weight(norm, made.misalignment);
    if (made.stance && *made.stance < 0) made.misalignment.stance = -*made.stance * kStanceWeight;
    add_features(norms, made);
    add_ways_around(made);
    return made;
  }

  // Stated, else assumed from the strongest thing that the member's norms can do to the design.
  // That a design could not live a week without somebody is never assumed.
  void add_dependence(const std::vector<NetworkNorm>& norms, NetworkMember& to) const {
    for (const NetworkRecord& record : to.records) {
      if (record.dependence)
        to.dependence = std::max(to.dependence.value_or(0), *record.dependence);
      if (record.stance) to.stance = std::min(to.stance.value_or(*record.stance), *record.stance);
    }
    if (to.dependence) {
      to.dependence_from = DependenceFrom::Design;
      return;
    }
    int strongest = 0;
    for (const NetworkNorm& norm : norms) {
      const NormKind kind = program_.norm(norm.id).kind;
      if (kind == NormKind::Principle || kind == NormKind::Enablement) continue;
      strongest = std::max(strongest, norm.weight);
    }
    if (strongest == 0) return;
    to.dependence = std::clamp(strongest - 1, 1, kCannotDoWithout);
    to.dependence_from = DependenceFrom::Norms;
  }

  NetworkFeature feature(dsl::TopicId topic) const {
    NetworkFeature made;
    made.topic = topic;
    if (topic.valid()) {
      made.id = program_.typed().topics[topic.index].name;
      made.title = program_.typed().topics[topic.index].title;
    }
    return made;
  }

  void add_features(const std::vector<NetworkNorm>& norms, NetworkMember& to) const {
    std::map<dsl::TopicId, NetworkFeature> by_topic;
    for (const NetworkNorm& norm : norms) {
      const dsl::TopicId topic = program_.norm(norm.id).topic;
      NetworkFeature& at = by_topic.try_emplace(topic, feature(topic)).first->second;
      if (is_failure(norm.outcome)) {
        at.hinders.push_back(norm);
        at.weight += norm.weight;
      } else {
        (is_undecided(norm.outcome) ? at.open : at.holds_up).push_back(norm);
      }
    }
    for (auto& [topic, each] : by_topic) {
      if (!each.hinders.empty()) {
        each.stance = FeatureStance::Hinders;
      } else {
        each.stance = each.open.empty() ? FeatureStance::HoldsUp : FeatureStance::Open;
      }
      for (auto* const part : {&each.hinders, &each.open}) {
        std::stable_sort(part->begin(), part->end(), is_stronger);
      }
      to.features.push_back(std::move(each));
    }
    std::stable_sort(to.features.begin(), to.features.end(),
                     [](const NetworkFeature& a, const NetworkFeature& b) {
                       if (a.stance != b.stance) return a.stance < b.stance;
                       return a.weight > b.weight;
                     });
  }

  void add_ways_around(NetworkMember& to) {
    for (const NetworkNorm& conflict : to.conflicts()) {
      for (const ReliefRouteHere& route : relief_routes_here(evaluator_, conflict.id)) {
        to.ways_around.push_back(
            {conflict, route.by, program_.stakeholder(route.by).title, route.by != to.id});
      }
    }
  }

  static bool comes_first(const NetworkMember& a, const NetworkMember& b) {
    if (a.score() != b.score()) return a.score() > b.score();
    if (a.score_decided_against() != b.score_decided_against()) {
      return a.score_decided_against() > b.score_decided_against();
    }
    if (a.misalignment.cannot_tell != b.misalignment.cannot_tell) {
      return a.misalignment.cannot_tell > b.misalignment.cannot_tell;
    }
    return a.dependence.value_or(0) > b.dependence.value_or(0);
  }

  // The features that the members have, over all of them.
  void add_features() {
    std::map<dsl::TopicId, FeatureAtLarge> by_topic;
    for (std::size_t i = 0; i < network_.members.size(); ++i) {
      const NetworkMember& member = network_.members[i];
      for (const NetworkFeature& each : member.features) {
        FeatureAtLarge& at = by_topic[each.topic];
        at.topic = each.topic;
        at.id = each.id;
        at.title = each.title;
        switch (each.stance) {
          case FeatureStance::Hinders:
            at.hindering.push_back(i);
            if (member.dependence.value_or(0) >= kCannotDoWithout) at.at_risk = true;
            break;
          case FeatureStance::Open: at.open.push_back(i); break;
          case FeatureStance::HoldsUp: at.holding_up.push_back(i); break;
        }
      }
    }
    for (auto& [topic, each] : by_topic) network_.features.push_back(std::move(each));
    std::stable_sort(network_.features.begin(), network_.features.end(),
                     [](const FeatureAtLarge& a, const FeatureAtLarge& b) {
                       if (a.at_risk != b.at_risk) return a.at_risk;
                       return a.hindering.size() > b.hindering.size();
                     });
  }

  void add_deciding() {
    constexpr std::size_t kAlways = 2;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < network_.members.size(); ++i) {
      if (network_.members[i].score_decided_against() > 0) order.push_back(i);
    }
    const auto score = [&](std::size_t i) { return network_.members[i].score_decided_against(); };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return score(a) > score(b); });
    if (order.size() > kAlways) {
      const bool third_counts = 2 * score(order[kAlways]) >= score(order.front());
      order.resize(third_counts ? kAlways + 1 : kAlways);
    }
    network_.deciding = std::move(order);
  }

  const dsl::Program& program_;
  const Design& design_;
  const std::vector<Verdict>& verdicts_;
  Evaluator evaluator_;
  std::vector<std::vector<NetworkNorm>> held_by_;  // by stakeholder, in the order of the rules
  ValueNetwork network_;
};

}  // namespace

int NetworkMember::count(Outcome outcome) const {
  std::size_t sum = 0;
  for (const NetworkFeature& feature : features) {
    for (const auto* part : {&feature.hinders, &feature.open, &feature.holds_up}) {
      sum += static_cast<std::size_t>(
          std::count_if(part->begin(), part->end(),
                        [&](const NetworkNorm& norm) { return norm.outcome == outcome; }));
    }
  }
  return static_cast<int>(sum);
}

std::vector<NetworkNorm> NetworkMember::conflicts() const {
  std::vector<NetworkNorm> all;
  for (const NetworkFeature& feature : features) {
    all.insert(all.end(), feature.hinders.begin(), feature.hinders.end());
  }
  std::stable_sort(all.begin(), all.end(), is_stronger);
  return all;
}

ValueNetwork build_value_network(const dsl::Program& program, const Design& design,
                                 const std::vector<Verdict>& verdicts, dsl::Date as_of) {
  return Builder(program, design, verdicts, as_of).build();
}

}  // namespace checker
