#include "checker/cli/exit_status.h"

#include <array>

namespace checker {
namespace {

struct Entry {
  ExitStatus status;
  std::string_view word;
  std::string_view sentence;
};

// In the order of precedence, the strongest first.
constexpr std::array<Entry, 8> kEntries = {{
    {ExitStatus::Internal, "internal_error", "an error of the program itself; please report it"},
    {ExitStatus::Usage, "usage", "the command was not understood"},
    {ExitStatus::RuleFault, "rule_fault", "a fault in the rule files"},
    {ExitStatus::DesignFault, "design_fault", "a fault in a design"},
    {ExitStatus::NothingChecked, "nothing_checked",
     "nothing was checked: no rule applied to a design"},
    {ExitStatus::Conflict, "conflict", "at least one conflict"},
    {ExitStatus::Undecided, "undecided",
     "no conflict fails the check, but not every rule could be decided"},
    {ExitStatus::Success, "clear",
     "every rule that applies is decided, and no conflict fails the check"},
}};

std::size_t rank(ExitStatus status) {
  for (std::size_t i = 0; i < kEntries.size(); ++i) {
    if (kEntries.at(i).status == status) return i;
  }
  return 0;
}

}  // namespace

std::string_view exit_word(ExitStatus status) { return kEntries.at(rank(status)).word; }
std::string_view exit_sentence(ExitStatus status) { return kEntries.at(rank(status)).sentence; }

ExitStatus exit_status(Decision decision) {
  switch (decision) {
    case Decision::Clear: return ExitStatus::Success;
    case Decision::Undecided: return ExitStatus::Undecided;
    case Decision::Conflict: return ExitStatus::Conflict;
    case Decision::NothingApplies: return ExitStatus::NothingChecked;
  }
  return ExitStatus::Internal;
}

ExitStatus worse(ExitStatus a, ExitStatus b) { return rank(a) <= rank(b) ? a : b; }

}  // namespace checker
