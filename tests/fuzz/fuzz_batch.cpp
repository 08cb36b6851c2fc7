// Any bytes as lines of designs: each line gets a fault or one verdict of each norm, and nothing is
// read or written where it should not be.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "checker/batch/engine.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/property/generated_batch.h"
#include "tests/support/compiled.h"

namespace {

using checker::batch::Engine;
using checker::batch::Input;

struct World {
  test_support::Compiled rules;
  Engine engine;

  World()
      : rules(std::string(generated::kBatchVocabulary) + generated::BatchRules(kSeed).norms()),
        engine(*rules.program, {kDate, kDate}) {}

  static constexpr unsigned kSeed = 7;
  static constexpr dsl::Date kDate{20'454};  // 2026-01-01
};

// Each design has exactly one verdict of each norm, or a fault.
void check(const checker::batch::BlockAnswer& block) {
  for (const auto& norm : *block.outcomes) {
    for (std::size_t i = 0; i < block.answers.size(); ++i) {
      int found = 0;
      for (const auto& mask : norm.by_outcome) found += checker::batch::has_bit(mask, i) ? 1 : 0;
      const bool is_right = found == (block.answers[i].fault ? 0 : 1);
      fuzz::require_none(is_right ? "" : "a design has not one verdict of a norm");
    }
  }
}

}  // namespace

// The name that libFuzzer calls.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static World world;
  static checker::batch::Judge judge(world.engine);
  std::string text(reinterpret_cast<const char*>(data), size);
  text.append(checker::batch::kLinePadding, '\n');
  std::vector<Input> inputs;
  for (std::size_t at = 0; at < size && inputs.size() < checker::batch::kBlockDesigns;) {
    const std::size_t end = text.find('\n', at);
    if (end > at) {
      inputs.push_back(
          {std::string_view(text).substr(at, end - at), "fuzz.json", inputs.size() + 1});
    }
    at = end + 1;
  }
  if (!inputs.empty()) check(judge.judge(inputs));
  return 0;
}
