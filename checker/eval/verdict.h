// The outcome of norms on a design: what a report tells and an exit code is made of.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checker/eval/derivation.h"
#include "checker/eval/leeway.h"
#include "dsl/program/program.h"

namespace checker {

// Strongest first: what a norm with several parts is summed up as.
enum class Outcome : std::uint8_t {
  Conflict,
  NeedsApproval,
  NeedsJudgment,
  CannotTell,
  Thinned,
  Relieved,
  Excepted,
  Lifted,
  Enabled,
  Clear,
  DoesNotApply,
};
inline constexpr int kOutcomeCount = 11;

// Why a norm does not apply, or what more there is to say of an outcome.
enum class Reason : std::uint8_t {
  None,
  NotYetInForce,  // `in force from` lies after the as-of date
  NoLongerInForce,
  OutOfPack,   // the pack's `applies when` is false
  OutOfScope,  // the norm's own is
  NoInstance,  // `for each` has nothing to run over
  Refused,     // an approval: the body said no
  ApprovalExpired,
  ReliefExpired,     // a conflict: a relief on record has ended
  ReliefNotYet,      // a conflict: a relief on record has not begun
  Suspended,         // out of force for a time
  Pending,           // not enacted
  ReliefOutOfReach,  // a conflict: the rules say that a relief on record cannot reach the norm
};

// Why a norm does not bind on the date, as far as its own dates and suspensions say; None: it may.
Reason out_of_time(const dsl::Norm& norm, dsl::Date as_of);

// Whether a relief on record is why: one that does nothing on the date, or for this norm.
constexpr bool is_about_relief(Reason reason) {
  return reason == Reason::ReliefExpired || reason == Reason::ReliefNotYet ||
         reason == Reason::ReliefOutOfReach;
}

// Whether something about the norm is still to be found out or decided.
constexpr bool is_undecided(Outcome outcome) {
  return outcome == Outcome::NeedsApproval || outcome == Outcome::NeedsJudgment ||
         outcome == Outcome::CannotTell;
}

// Whether the norm's requirements do not hold, and nothing makes up for it.
constexpr bool is_failure(Outcome outcome) {
  return outcome == Outcome::Conflict || outcome == Outcome::Thinned;
}

// Whether the norm's requirements do not hold, and something of the rules makes up for it.
constexpr bool is_held_off(Outcome outcome) {
  return outcome == Outcome::Excepted || outcome == Outcome::Lifted;
}

// How far one of a norm's alternatives is from holding.
struct AlternativeResult {
  std::uint32_t index = 0;       // into the norm's alternatives
  std::optional<Leeway> leeway;  // where a comparison decides it
};

// What comes out under one reading of a term.
struct ReadingResult {
  std::uint32_t definition = 0;
  std::uint32_t reading = 0;
  Outcome outcome{};
};

// One outcome for some of a norm's instances: grades, or records of a list.
struct VerdictPart {
  Outcome outcome{};
  Reason reason = Reason::None;
  dsl::GradeSet grades;              // the grades meant, where the norm runs over grades
  std::vector<std::uint32_t> items;  // the records meant, where it runs over a list
  std::optional<Leeway> leeway;
  std::vector<FactRef> needs;  // CannotTell: the missing facts that can change the outcome
  std::vector<std::uint32_t> judgments;       // the judgments that are missing
  std::vector<std::uint32_t> open_terms;      // definitions on whose reading the outcome hangs
  std::vector<ReadingResult> readings_apart;  // what each reading of the first of them gives
  std::vector<FactRef> hangs_on;  // CannotTell: the missing facts that say whether it applies
  std::vector<Cause> faults;      // calculations that could not be done
  std::vector<dsl::ExprId> failed_conditions;   // what of the requirement does not hold
  std::vector<AlternativeResult> alternatives;  // where none of the norm's holds, nearest first
  std::optional<dsl::Value> effect_amount;      // of a conflict, where the norm works one out
  std::optional<std::uint32_t> exception;       // Excepted: which of the norm's
  dsl::NormId lifted_by;                        // Lifted
  std::optional<std::uint32_t> relief;          // index into the design's reliefs
  std::optional<std::uint32_t> approval;        // index into the design's approvals
  std::vector<dsl::NormId> waits_for;           // NeedsApproval: approvals that must come first
  std::vector<FactReading> failed_readings;     // what of the design makes them fail
  std::vector<FactReading> readings;            // what of the design decided it
};

struct Verdict {
  dsl::NormId norm;
  Outcome outcome{};               // of the first part
  std::vector<VerdictPart> parts;  // strongest first, never empty; like ones merged

  const VerdictPart& main() const { return parts.front(); }
};

// `conflict`, `does_not_apply`: the words of reports and of `expect`.
std::string_view outcome_word(Outcome outcome);
std::optional<Outcome> parse_outcome(std::string_view word);

// `not_yet_in_force`, ...; empty for None.
std::string_view reason_word(Reason reason);

}  // namespace checker
