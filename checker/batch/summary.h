// What many designs come to: counts by decision, verdict, norm and stakeholder.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "checker/batch/decide_block.h"

namespace checker::batch {

struct Summary {
  std::uint64_t designs = 0;  // with those that have a fault
  std::uint64_t faulty = 0;
  std::uint64_t conflict = 0;  // designs by their decision
  std::uint64_t undecided = 0;
  std::uint64_t clear = 0;
  std::uint64_t nothing_applies = 0;
  std::vector<std::array<std::uint64_t, kOutcomeCount>> by_norm;  // designs, by NormId and Outcome
  std::vector<std::uint64_t> by_stakeholder;  // designs with a conflict that it may enforce

  explicit Summary(const dsl::Program& program);

  void add(const dsl::Program& program, const BlockAnswer& block, const Decisions& decisions);
  void add(const Summary& other);
};

// So many faults a summary for people tells.
inline constexpr std::size_t kShownFaults = 20;

// For people: the norms that most designs conflict with come first. `first_faults` are as
// `fault_text` gives them, `kShownFaults` or all that there are.
std::string summary_text(const dsl::Program& program, const Summary& summary,
                         std::span<const std::string> first_faults);

// For programs: all of it, as one line of JSON. Between the beginning and the rest stand all faults
// as `fault_json` gives them, with commas; they may be too many to be held.
std::string_view summary_json_begin();
std::string summary_json_rest(const dsl::Program& program, const Summary& summary);

// How much the flat program judged, and what it left to the evaluator.
std::string stats_text(const dsl::Program& program, const Stats& stats);

}  // namespace checker::batch
