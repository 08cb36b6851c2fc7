// The clauses of declarations as written; each opens with its keyword.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "dsl/syntax/ast_expression.h"

namespace dsl::ast {

struct UsesClause : Node {
  std::vector<Name> packs;
};
struct VerifiedClause : Node {
  DateText on;
};
struct CiteClause : Node {
  Text citation;
  std::optional<Url> url;
};
struct SourceClause : Node {
  Url url;
};
struct TopicClause : Node {
  Name topic;
};
// `status pending "House File 9, introduced"`; a norm without it is enacted.
struct StatusClause : Node {
  Name status;
  std::optional<Text> note;
};
struct ConfidenceClause : Node {
  Name level;  // verified, recalled
  std::optional<Text> note;
};
struct NoteClause : Node {
  Text text;
};
struct RemedyClause : Node {
  Text text;
};
struct EnforcedClause : Node {
  Name stakeholder;
  std::optional<Expr> condition;
  std::vector<Name> through;
  std::optional<Text> mechanism;
};
struct UpheldClause : Node {
  Name stakeholder;
};
// `from later of 2022-07-01 and contract.ends`, or a date alone.
struct InForceFrom {
  DateText date;
  std::optional<Expr> or_later;
};
struct InForceClause : Node {
  std::optional<InForceFrom> from;
  std::optional<DateText> until;
};
// `suspended from 2020-03-13 until 2021-06-30 "the emergency order"`
struct SuspendedClause : Node {
  DateText from;
  std::optional<DateText> until;
  std::optional<Text> reason;
};
struct AppliesClause : Node {
  Expr condition;
};
struct ForEachClause : Node {
  Name variable;
  Name list;
  std::optional<Expr> filter;
};
struct RequireClause : Node {
  Expr condition;
};
struct ForbidClause : Node {
  Expr condition;
};
// One of several ways to meet the norm, with a title of its own.
struct AlternativeClause : Node {
  Text title;
  Expr condition;
  std::optional<CiteClause> cite;
};
// `but not "title" when C`: what takes an exception away again.
struct ButNot : Node {
  Text title;
  Expr condition;
  std::optional<CiteClause> cite;
};
struct UnlessClause : Node {
  Text title;
  Expr condition;
  std::optional<CiteClause> cite;
  std::vector<ButNot> but_not;
};

enum class LiftKind : std::uint8_t { Norm, Pack, Topic, Enforcer };

struct LiftTarget : Node {
  LiftKind kind{};
  Name name;
};
struct LiftsClause : Node {
  std::vector<LiftTarget> targets;
};
struct CannotLiftClause : Node {
  std::vector<LiftTarget> targets;
  std::optional<Text> reason;
};
struct EffectClause : Node {
  Name effect;
  std::optional<Text> description;
  std::optional<Expr> amount;
};
// How often a relief can be had again.
struct Renewal : Node {
  std::string times;  // digits; empty: without a limit
};
struct ReliefClause : Node {
  Name granter;
  std::optional<Expr> condition;
  std::optional<Name> applicant;
  std::optional<Text> vote;
  std::optional<Text> under;
  std::optional<Text> due;
  std::optional<Number> lasting;
  std::optional<Renewal> renewal;
  std::optional<Text> note;
  std::vector<Name> repeated;  // parts that stand a second time, an error
};
// Clauses of a declared relief.
struct GrantedClause : Node {
  Name stakeholder;
  std::optional<Expr> condition;
};
struct AppliedClause : Node {
  Name stakeholder;
};
struct ReachesClause : Node {
  std::vector<LiftTarget> targets;
};
struct CannotReachClause : Node {
  std::vector<LiftTarget> targets;
  std::optional<Text> reason;
};
struct LastingClause : Node {
  Number period;
  std::optional<Renewal> renewal;
};
struct DueClause : Node {
  Text when;
};
// Clauses of an approval, and of a declared relief.
struct VoteClause : Node {
  Text majority;
};
struct TieClause : Node {
  Text rule;
};
struct AppealClause : Node {
  Name stakeholder;
  std::optional<Number> within;
  std::optional<Text> note;
};
struct DecidedClause : Node {
  Name stakeholder;
  std::optional<Number> within;
};
struct AfterClause : Node {
  Name approval;
};
// Stakeholder clauses.
struct KindClause : Node {
  Name kind;
};
struct HoldsClause : Node {
  std::vector<Name> holdings;
};
struct UpholdsClause : Node {
  std::vector<Name> values;
};
struct AskClause : Node {
  Text question;
  std::optional<Name> whom;
};
// Definition clauses.
struct AsClause : Node {
  Expr body;
};
// `reading strict "In person" as EXPRESSION`: one of several ways to understand a term.
struct ReadingClause : Node {
  Name name;
  Text title;
  Expr body;
};
// What stood where a clause was expected; its error has been reported.
struct BrokenClause : Node {};

using Clause =
    std::variant<UsesClause, VerifiedClause, CiteClause, SourceClause, TopicClause,
                 ConfidenceClause, NoteClause, RemedyClause, EnforcedClause, UpheldClause,
                 InForceClause, AppliesClause, ForEachClause, RequireClause, UnlessClause,
                 LiftsClause, CannotLiftClause, EffectClause, ReliefClause, DecidedClause,
                 AfterClause, KindClause, HoldsClause, UpholdsClause, AskClause, AsClause,
                 StatusClause, SuspendedClause, ForbidClause, AlternativeClause, GrantedClause,
                 AppliedClause, ReachesClause, CannotReachClause, LastingClause, DueClause,
                 VoteClause, TieClause, AppealClause, ReadingClause, BrokenClause>;

Span span_of(const Clause& clause);

}  // namespace dsl::ast
