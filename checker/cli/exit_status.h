// The exit codes of every verb, and what they mean to whoever reads them.
#pragma once

#include <string_view>

#include "checker/eval/decision.h"

namespace checker {

// Published in docs/semantics.md; a code is never given a second meaning.
enum class ExitStatus : int {
  Success = 0,
  Conflict = 1,
  Undecided = 2,
  RuleFault = 3,
  DesignFault = 4,
  NothingChecked = 5,
  Usage = 64,
  Internal = 70,
};

// `conflict`: for JSON.
std::string_view exit_word(ExitStatus status);

// "at least one conflict": for people.
std::string_view exit_sentence(ExitStatus status);

ExitStatus exit_status(Decision decision);

// Of several, the one that counts: a fault before a finding, since an incomplete run is no finding.
// 70 > 64 > 3 > 4 > 5 > 1 > 2 > 0.
ExitStatus worse(ExitStatus a, ExitStatus b);

}  // namespace checker
