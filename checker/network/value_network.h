// The value network of a design: on whom it depends, how far each of them is from what it proposes,
// and which of them decide. docs/value_network.md gives the measure, its reasons and its limits.
//
// A value like a report: no printing, no text that needs a layout. Whoever draws it needs this
// header alone; ids lead on to the program and the verdicts for the rest.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "checker/design/design.h"
#include "checker/eval/verdict.h"
#include "dsl/program/program.h"

namespace checker {

// The scale of the vocabulary: 0 (not at all) to 4 (not a week without).
inline constexpr int kMostDependence = 4;
// From here on the design cannot do without the member.
inline constexpr int kCannotDoWithout = 3;
// What a conflict weighs by its effect, in the order of dsl::Effect; a principle that is thinned
// weighs as the last.
inline constexpr std::array<int, 4> kEffectWeights = {4, 3, 2, 1};
// What each step of a stance against the design (-1, -2) adds to a member's misalignment.
inline constexpr int kStanceWeight = 2;

// One norm as one member holds it.
struct NetworkNorm {
  dsl::NormId id;
  std::string name;
  std::string title;  // the name where it has none
  Outcome outcome{};
  dsl::Effect effect{};
  int weight = 0;               // by its effect; 0 for an enablement
  bool hangs_on_facts = false;  // whether it is this member's cannot be told yet
};

enum class FeatureStance : std::uint8_t {
  Hinders,  // a conflict, pressure included, or a principle that is thinned
  Open,     // nothing hinders, but something waits for a decision or for facts
  HoldsUp,  // all that it holds is clear, or expressly allows
};

// How a member stands to one feature of the design: a topic of the rules.
struct NetworkFeature {
  dsl::TopicId topic;  // invalid: norms without a topic
  std::string id;
  std::string title;
  FeatureStance stance{};
  int weight = 0;                     // of `hinders`, together
  std::vector<NetworkNorm> hinders;   // strongest first
  std::vector<NetworkNorm> open;      // approvals, then judgments, then what cannot be told
  std::vector<NetworkNorm> holds_up;  // clear and enabled; relieved, excepted and lifted too
};

// What the design's own list `network` says of a member. Empty or nullopt: not stated.
struct NetworkRecord {
  std::string name;
  std::vector<std::string> gives;
  std::string asks_for;  // `requires`
  std::vector<std::string> prizes;
  std::optional<int> dependence;
  std::string power;
  std::optional<int> stance;           // -2 (against) to 2 (for)
  std::optional<dsl::Rational> share;  // 0.8 for 80 %
  std::optional<dsl::Date> ends;
  bool end_unknown = false;  // somebody looked and does not know
  std::string instrument;
  std::string alternative;
  dsl::Span span;
};

enum class DependenceFrom : std::uint8_t {
  Design,  // its own `network`
  Norms,   // assumed, from what the member's norms can do to the design
  Nothing,
};

// How far a member is from the design. All weights but the last are of effects.
struct Misalignment {
  int conflicts = 0;    // of blocked, costs and unrecognised
  int pressure = 0;     // of conflicts with the effect pressure, and of thinned principles
  int stance = 0;       // of a recorded stance against the design
  int approvals = 0;    // not in `now`: a free decision is due
  int judgments = 0;    // not in `now`: somebody has to judge
  int cannot_tell = 0;  // not in `now`: facts are missing

  int now() const { return conflicts + pressure + stance; }
  // If every decision that is due went against the design.
  int decided_against() const { return now() + approvals + judgments; }
};

// Who could free the design from one of the member's conflicts.
struct WayAround {
  NetworkNorm from;
  dsl::StakeholderId by;
  std::string by_title;
  bool somebody_else = false;  // not the member itself
};

struct NetworkMember {
  dsl::StakeholderId id;
  std::string name;
  std::string title;
  std::string kind;
  std::vector<std::string> holds;
  std::vector<std::string> upholds;
  std::vector<NetworkRecord> records;  // one for each time that the design names it

  std::optional<int> dependence;  // the greatest of the records; nullopt: not known
  DependenceFrom dependence_from = DependenceFrom::Nothing;
  std::optional<int> stance;  // the least of the records
  Misalignment misalignment;

  std::vector<NetworkFeature> features;  // hindered first, by weight
  std::vector<WayAround> ways_around;    // in the order of the conflicts

  // Dependence times misalignment; 0 where the dependence is not known.
  int score() const { return dependence.value_or(0) * misalignment.now(); }
  // The same, if every decision that is due went against the design.
  int score_decided_against() const {
    return dependence.value_or(0) * misalignment.decided_against();
  }
  int count(Outcome outcome) const;
  // Its conflicts and thinned principles, strongest first.
  std::vector<NetworkNorm> conflicts() const;
};

// A feature, over all members.
struct FeatureAtLarge {
  dsl::TopicId topic;
  std::string id;
  std::string title;
  bool at_risk = false;                // a member that the design cannot do without hinders it
  std::vector<std::size_t> hindering;  // into `members`
  std::vector<std::size_t> open;
  std::vector<std::size_t> holding_up;
};

enum class SinglePointKind : std::uint8_t {
  Relief,    // verdicts hang on one relief on record
  Approval,  // one body decides freely, or its decision ends
  Support,   // what one member gives: most of it, or the only one, or with an end
  Law,       // verdicts hang on one enablement that ends
};

// What the design would fall with.
struct SinglePoint {
  SinglePointKind kind{};
  dsl::StakeholderId by;  // who holds it; invalid: nobody is named
  std::string title;      // of the member, the relief's norm, the approval or the enablement
  std::vector<std::string> gives;           // Support: what it gives
  std::vector<std::string> only_source_of;  // Support: gifts that nobody else gives
  std::optional<dsl::Rational> share;       // Support, where stated
  std::optional<dsl::Date> ends;            // its last day
  bool end_unknown = false;                 // Support: stated as unknown
  std::vector<NetworkNorm> norms;           // those that hang on it
  std::optional<dsl::Span> span;            // of the design
};

struct ValueNetwork {
  dsl::Date as_of;
  // By score, then by score if decided against, then by what cannot be told, then by dependence,
  // then in the order of the rules.
  std::vector<NetworkMember> members;
  std::vector<FeatureAtLarge> features;  // at risk first, then by how many hinder it
  std::vector<SinglePoint> single_points;
  // The two or three members that decide: by score if decided against; into `members`. A third
  // only where its score is at least half of the first one's. May be fewer.
  std::vector<std::size_t> deciding;
};

// `verdicts` as of `evaluate`, one for each norm.
ValueNetwork build_value_network(const dsl::Program& program, const Design& design,
                                 const std::vector<Verdict>& verdicts, dsl::Date as_of);

}  // namespace checker
