// The batch engine gives the verdicts of the evaluator on generated rules and designs.
#include "tests/property/batch_equality.h"
#include "tests/property/generated_batch.h"

namespace {

using batch_equality::Counts;
using batch_equality::Lines;
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
    checker::batch::Judge judge(engine);
    generated::BatchDesigns designs(seed);
    Lines lines;
    for (int i = 0; i < 70; ++i) lines.add(designs.line());
    batch_equality::check_equal(engine, judge, lines.inputs(), counts);
    stats.add(judge.stats());
  }
  // Both ways are taken, and both by many.
  CHECK(counts.judged > 3000);
  CHECK(counts.faulty > 300);
  CHECK(stats.straight * 3 > stats.designs);
  CHECK(stats.straight < stats.designs);
  CHECK(total(stats.left) * 2 < stats.pairs);
}
