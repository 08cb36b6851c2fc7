#include "checker/batch/summary.h"

#include <algorithm>
#include <numeric>

#include "checker/batch/json_text.h"
#include "dsl/core/rational.h"
#include <fmt/core.h>

namespace checker::batch {
namespace {

// The indexes of what is not 0, the largest first.
std::vector<std::uint32_t> largest_first(const std::vector<std::uint64_t>& counts) {
  std::vector<std::uint32_t> order(counts.size());
  std::iota(order.begin(), order.end(), 0U);
  std::erase_if(order, [&](std::uint32_t i) { return counts[i] == 0; });
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return counts[a] > counts[b]; });
  return order;
}

std::vector<std::uint64_t> conflicts_of(const Summary& summary) {
  std::vector<std::uint64_t> conflicts;
  for (const auto& norm : summary.by_norm) {
    conflicts.push_back(norm[static_cast<std::size_t>(Outcome::Conflict)]);
  }
  return conflicts;
}

std::uint64_t total_of(const Summary& summary, std::size_t outcome) {
  std::uint64_t total = 0;
  for (const auto& norm : summary.by_norm) total += norm[outcome];
  return total;
}

constexpr std::size_t kShownRows = 20;

std::string for_people(std::uint64_t count) {
  return dsl::format_for_people(dsl::Rational(static_cast<std::int64_t>(count)));
}

}  // namespace

Summary::Summary(const dsl::Program& program)
    : by_norm(program.typed().norms.size()), by_stakeholder(program.typed().stakeholders.size()) {}

void Summary::add(const dsl::Program& program, const BlockAnswer& block,
                  const Decisions& decisions) {
  designs += block.answers.size();
  faulty += static_cast<std::uint64_t>(
      std::count_if(block.answers.begin(), block.answers.end(),
                    [](const Answer& answer) { return answer.fault.has_value(); }));
  conflict += count_bits(decisions.conflict);
  undecided += count_bits(decisions.undecided);
  clear += count_bits(decisions.clear);
  nothing_applies += count_bits(decisions.nothing_applies);
  std::vector<Mask> enforced(by_stakeholder.size());
  for (std::uint32_t n = 0; n < by_norm.size(); ++n) {
    const NormOutcomes& outcomes = (*block.outcomes)[n];
    for (std::size_t o = 0; o < kOutcomeCount; ++o) {
      by_norm[n][o] += count_bits(outcomes.by_outcome[o]);
    }
    const Mask& conflicts = outcomes.of(Outcome::Conflict);
    for (const dsl::Enforcement& each : program.norm({n}).enforced) {
      join(enforced[each.by.index], conflicts);
    }
  }
  for (std::size_t s = 0; s < enforced.size(); ++s) by_stakeholder[s] += count_bits(enforced[s]);
}

void Summary::add(const Summary& other) {
  designs += other.designs;
  faulty += other.faulty;
  conflict += other.conflict;
  undecided += other.undecided;
  clear += other.clear;
  nothing_applies += other.nothing_applies;
  for (std::size_t n = 0; n < by_norm.size(); ++n) {
    for (std::size_t o = 0; o < kOutcomeCount; ++o) by_norm[n][o] += other.by_norm[n][o];
  }
  for (std::size_t s = 0; s < by_stakeholder.size(); ++s) {
    by_stakeholder[s] += other.by_stakeholder[s];
  }
}

std::string summary_text(const dsl::Program& program, const Summary& summary,
                         std::span<const std::string> first_faults) {
  std::string text = fmt::format(
      "{} {}: {} with a conflict, {} undecided, {} clear, {} to which nothing applies, "
      "{} that could not be read\n",
      for_people(summary.designs), summary.designs == 1 ? "design" : "designs",
      for_people(summary.conflict), for_people(summary.undecided), for_people(summary.clear),
      for_people(summary.nothing_applies), for_people(summary.faulty));
  if (!first_faults.empty()) text += "\nDesigns that could not be read\n";
  for (const std::string& fault : first_faults) text += "  " + fault + '\n';
  if (summary.faulty > first_faults.size()) {
    text += fmt::format("  and {} more; `--format json` tells all of them\n",
                        summary.faulty - first_faults.size());
  }
  text += "\nVerdicts, over all norms\n";
  for (std::size_t o = 0; o < kOutcomeCount; ++o) {
    const std::uint64_t total = total_of(summary, o);
    if (total > 0)
      text += fmt::format("{:>12}  {}\n", total, outcome_word(static_cast<Outcome>(o)));
  }
  const auto table = [&](const std::string& title, const std::vector<std::uint64_t>& counts,
                         const auto& name) {
    const std::vector<std::uint32_t> order = largest_first(counts);
    if (order.empty()) return;
    text += "\n" + title + "\n";
    for (std::size_t i = 0; i < std::min(order.size(), kShownRows); ++i) {
      text += fmt::format("{:>12}  {}\n", counts[order[i]], name(order[i]));
    }
    if (order.size() > kShownRows) text += fmt::format("{:>12}  more\n", order.size() - kShownRows);
  };
  table("Norms, by the designs that conflict with them", conflicts_of(summary),
        [&](std::uint32_t n) { return program.norm({n}).name + "  " + program.norm({n}).title; });
  table("Stakeholders, by the designs that conflict with what they enforce", summary.by_stakeholder,
        [&](std::uint32_t s) { return program.stakeholder({s}).title; });
  return text;
}

std::string_view summary_json_begin() { return R"({"faults":[)"; }

std::string summary_json_rest(const dsl::Program& program, const Summary& summary) {
  std::string json = fmt::format(
      "],\"designs\":{},\"errors\":{},\"decisions\":{{\"conflict\":{},\"undecided\":{},\"clear\":{}"
      ","
      "\"nothing_applies\":{}}},\"verdicts\":{{",
      summary.designs, summary.faulty, summary.conflict, summary.undecided, summary.clear,
      summary.nothing_applies);
  for (std::size_t o = 0; o < kOutcomeCount; ++o) {
    json += fmt::format("{}\"{}\":{}", o > 0 ? "," : "", outcome_word(static_cast<Outcome>(o)),
                        total_of(summary, o));
  }
  json += "},\"norms\":{";
  for (std::uint32_t n = 0; n < summary.by_norm.size(); ++n) {
    json += fmt::format("{}{}:{{", n > 0 ? "," : "", quoted(program.norm({n}).name));
    bool first = true;
    for (std::size_t o = 0; o < kOutcomeCount; ++o) {
      if (summary.by_norm[n][o] == 0) continue;
      json += fmt::format("{}\"{}\":{}", first ? "" : ",", outcome_word(static_cast<Outcome>(o)),
                          summary.by_norm[n][o]);
      first = false;
    }
    json += "}";
  }
  json += "},\"stakeholders\":{";
  bool first = true;
  for (std::uint32_t s = 0; s < summary.by_stakeholder.size(); ++s) {
    if (summary.by_stakeholder[s] == 0) continue;
    json += fmt::format("{}{}:{}", first ? "" : ",", quoted(program.stakeholder({s}).name),
                        summary.by_stakeholder[s]);
    first = false;
  }
  return json + "}}\n";
}

std::string stats_text(const dsl::Program& program, const Stats& stats) {
  const std::uint64_t left =
      std::accumulate(stats.left.begin(), stats.left.end(), std::uint64_t{0});
  std::string text = fmt::format(
      "{} of {} designs read straight into columns, {} as documents\n"
      "{} of {} verdicts by the flat program, {} by the evaluator\n",
      stats.straight, stats.designs, stats.documents, stats.pairs - std::min(left, stats.pairs),
      stats.pairs, left);
  const std::vector<std::uint32_t> order = largest_first(stats.left);
  for (std::size_t i = 0; i < std::min(order.size(), kShownRows); ++i) {
    text += fmt::format("{:>12}  {}\n", stats.left[order[i]], program.norm({order[i]}).name);
  }
  return text;
}

}  // namespace checker::batch
