// The batch engine gives the verdicts of the evaluator on generated rules and designs.
#include <algorithm>
#include <random>

#include "tests/property/batch_equality.h"
#include "tests/property/generated_batch.h"

namespace {

using batch_equality::Counts;
using batch_equality::Lines;
using checker::batch::Depth;
using checker::batch::Engine;
using test_support::date;

std::uint64_t total(const std::vector<std::uint64_t>& counts) {
  std::uint64_t sum = 0;
  for (const std::uint64_t each : counts) sum += each;
  return sum;
}

}  // namespace

TEST_CASE("on generated rules and designs the batch engine gives the verdicts of the evaluator") {
  Counts counts;
  checker::batch::Stats stats;
  for (unsigned seed = 0; seed < 150; ++seed) {
    const std::string rules =
        std::string(generated::kBatchVocabulary) + generated::BatchRules(seed).norms();
    INFO("seed " << seed << "\n" << rules);
    const test_support::Compiled compiled(rules);
    std::optional<dsl::Date> as_of;
    if (seed % 3 == 0) as_of = date(2026, 1, 1);
    const Engine engine(*compiled.program, {as_of, date(2025, 3, 1)});
    const auto depth = seed % 2 == 0 ? Depth::Verdicts : Depth::Details;
    checker::batch::Judge judge(engine, depth);
    generated::BatchDesigns designs(seed);
    Lines lines;
    for (int i = 0; i < 70; ++i) lines.add(designs.line());
    batch_equality::check_equal(engine, judge, depth, lines.inputs(), counts);
    if (depth == Depth::Verdicts) stats.add(judge.stats());
  }
  // Both ways are taken, and both by many.
  CHECK(counts.judged > 3000);
  CHECK(counts.details > 3000);
  CHECK(counts.faulty > 300);
  CHECK(stats.straight * 3 > stats.designs);
  CHECK(stats.straight < stats.designs);
  CHECK(total(stats.left) * 2 < stats.pairs);
}

TEST_CASE("a damaged line is judged or refused by the batch engine as by the reader of documents") {
  Counts counts;
  std::mt19937 random(6);  // NOLINT(cert-msc32-c,cert-msc51-cpp) the same lines in every run
  const auto pick = [&random](std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
  };
  static constexpr std::string_view kBytes = "{}[]\",:\\0129.-+eEtfn \x01\x7f\xc3\xa9u";
  for (unsigned seed = 0; seed < 20; ++seed) {
    const std::string rules =
        std::string(generated::kBatchVocabulary) + generated::BatchRules(seed).norms();
    const test_support::Compiled compiled(rules);
    const Engine engine(*compiled.program, {date(2026, 1, 1), date(2025, 3, 1)});
    const auto depth = seed % 2 == 0 ? Depth::Verdicts : Depth::Details;
    checker::batch::Judge judge(engine, depth);
    generated::BatchDesigns designs(seed);
    Lines lines;
    for (int i = 0; i < 300; ++i) {
      std::string line = designs.line();
      for (std::size_t times = pick(3); times > 0; --times) {
        const std::size_t at = pick(line.size());
        switch (pick(4)) {
          case 0: line.erase(at, 1 + pick(3)); break;
          case 1: line.insert(at, 1, kBytes[pick(kBytes.size())]); break;
          case 2: line[at] = kBytes[pick(kBytes.size())]; break;
          default: line.resize(std::max<std::size_t>(at, 1)); break;
        }
      }
      std::erase(line, '\n');
      lines.add(line.empty() ? "{" : line);
    }
    INFO("seed " << seed);
    batch_equality::check_equal(engine, judge, depth, lines.inputs(), counts);
  }
  CHECK(counts.judged > 1000);
  CHECK(counts.faulty > 1000);
}
