#include "checker/report/summary.h"

#include <algorithm>
#include <array>

#include "checker/report/digest.h"
#include "checker/report/text_parts.h"
#include "checker/report/wording.h"
#include <fmt/core.h>

namespace checker {
namespace {

std::size_t count_of(const Report& report, Outcome outcome) {
  return static_cast<std::size_t>(report.totals.of(outcome));
}

std::string conflicts_clause(const Report& report) {
  const std::size_t conflicts = count_of(report, Outcome::Conflict);
  if (conflicts == 0) return "No conflict stands against this design";
  const std::size_t harmless = conflicts - count_failing(report);
  std::string text = counted(conflicts, "conflict stands", "conflicts stand");
  text += " against this design";
  if (harmless == 0) return text;
  if (harmless == conflicts) return text + ", but none that fails the check";
  return fmt::format("{} ({} of them {} not fail the check)", text, harmless,
                     harmless == 1 ? "does" : "do");
}

std::string undecided_clause(const Report& report, std::size_t facts) {
  const std::size_t undecided = count_of(report, Outcome::CannotTell);
  std::string text = counted(undecided, "norm", "norms") + " cannot be told";
  if (facts > 0) text += " until " + counted(facts, "fact is known", "facts are known");
  return text;
}

// How the totals speak of each outcome, for one norm and for several.
struct TotalWords {
  std::string_view singular;
  std::string_view plural;
};

constexpr std::array<TotalWords, kOutcomeCount> kTotalWords = {
    {{"conflict", "conflicts"},
     {"needs approval", "need approval"},
     {"needs judgment", "need judgment"},
     {"cannot be told", "cannot be told"},
     {"thinned", "thinned"},
     {"relieved", "relieved"},
     {"excepted", "excepted"},
     {"lifted", "lifted"},
     {"enabled", "enabled"},
     {"clear", "clear"},
     {"does not apply", "do not apply"}}};

}  // namespace

std::string answer_text(const Report& report) {
  if (report.decision == Decision::NothingApplies) {
    return "No norm applies to this design: nothing was checked.";
  }
  std::string text = conflicts_clause(report);
  const std::size_t decisions =
      count_of(report, Outcome::NeedsApproval) + count_of(report, Outcome::NeedsJudgment);
  if (decisions > 0) text += "; " + counted(decisions, "norm needs", "norms need") + " a decision";
  if (count_of(report, Outcome::CannotTell) > 0)
    text += "; " + undecided_clause(report, count_missing_facts(report));
  text += ".";
  const std::size_t clear = count_of(report, Outcome::Clear);
  if (clear > 0) text += " " + counted(clear, "norm is", "norms are") + " clear.";
  return text;
}

std::string packs_text(const Report& report) {
  std::vector<std::string> titles;
  for (const Party& pack : report.packs_in_scope) titles.push_back(pack.title);
  return listed(titles, titles.size());
}

std::string uncovered_text(const UncoveredEntry& entry) {
  std::vector<std::string> titles;
  for (const Party& pack : entry.packs) titles.push_back(pack.title);
  return fmt::format("no rules for `{}` {}{}: the packs in use that go by it are for {}",
                     entry.fact, entry.value, in_brackets(entry.location),
                     listed(titles, titles.size()));
}

std::string totals_text(const Totals& totals) {
  std::string text;
  for (std::size_t i = 0; i < kTotalWords.size(); ++i) {
    const auto count = static_cast<std::size_t>(totals.by_outcome.at(i));
    if (count == 0) continue;
    const TotalWords& words = kTotalWords.at(i);
    text += (text.empty() ? "" : ", ") + counted(count, words.singular, words.plural);
  }
  const auto norms = static_cast<std::size_t>(totals.norms);
  return fmt::format("Totals: {} ({})", text.empty() ? "nothing" : text,
                     counted(norms, "norm", "norms"));
}

std::string filter_text(const Report& report) {
  if (report.filter.empty()) return {};
  const bool shows_any =
      std::any_of(report.verdicts.begin(), report.verdicts.end(), [](const VerdictEntry& verdict) {
        return std::any_of(verdict.parts.begin(), verdict.parts.end(), [](const PartEntry& part) {
          return part.shown && part.outcome != Outcome::DoesNotApply;
        });
      });
  const bool is_empty = !shows_any && report.asked_for.empty() && report.pending.empty();
  return fmt::format(
      "Filtered: what follows shows {}; the counts and the exit are of everything.{}",
      report.filter, is_empty ? " No norm that applies is among it." : "");
}

std::string none_pending_text(const Report& report) {
  if (!report.pending_asked_for || !report.pending.empty()) return {};
  const std::string shown = report.filter.empty() ? "" : " that the filter lets through";
  return fmt::format("Not enacted: the rules have no such norm about this design{}.", shown);
}

std::string baseline_text(const Report& report) {
  if (!report.baseline) return {};
  const BaselineEntry& baseline = *report.baseline;
  if (!baseline.holds_design) {
    return fmt::format("{} tells nothing of this design: all its conflicts count as new.",
                       baseline.file);
  }
  const auto clause = [](std::size_t count, std::string_view rest) {
    return fmt::format("{} {} {}", count, count == 1 ? "is" : "are", rest);
  };
  const auto added = static_cast<std::size_t>(baseline.added);
  std::string text = fmt::format("Compared with {}: {} new", baseline.file,
                                 counted(added, "conflict is", "conflicts are"));
  if (baseline.known > 0) {
    text += "; " + clause(static_cast<std::size_t>(baseline.known), "known and");
    text += baseline.known == 1 ? " does not fail the check" : " do not fail the check";
  }
  if (!baseline.gone.empty()) {
    constexpr std::size_t kNamed = 5;
    text += fmt::format("; {}: {}", clause(baseline.gone.size(), "gone"),
                        listed(baseline.gone, kNamed));
  }
  return text + ".";
}

}  // namespace checker
