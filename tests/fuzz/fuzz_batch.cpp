// Any bytes as lines of designs: each line gets a fault or one verdict of each norm, and nothing is
// read or written where it should not be. For libFuzzer:
//
//   cmake --preset fuzz && cmake --build --preset fuzz
//   build/fuzz/fuzz_batch -max_total_time=300
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "checker/batch/engine.h"
#include "dsl/compilation/compile.h"
#include "tests/property/generated_batch.h"

namespace {

using checker::batch::Engine;
using checker::batch::Input;

struct World {
  dsl::SourceMap sources;
  std::optional<dsl::Program> program;
  std::optional<Engine> engine;

  World() {
    constexpr unsigned kSeed = 7;
    const auto* const file = &sources.add("fuzz.rules", std::string(generated::kBatchVocabulary) +
                                                            generated::BatchRules(kSeed).norms());
    dsl::Diagnostics diagnostics;
    program = dsl::compile(std::span(&file, 1), diagnostics);
    if (!program) std::abort();
    const dsl::Date date = *dsl::make_date(2026, 1, 1);
    engine.emplace(*program, checker::batch::Dates{date, date});
  }
};

// Each design has exactly one verdict of each norm, or a fault.
void check(const checker::batch::BlockAnswer& block) {
  for (const auto& norm : *block.outcomes) {
    for (std::size_t i = 0; i < block.answers.size(); ++i) {
      int found = 0;
      for (const auto& mask : norm.by_outcome) found += checker::batch::has_bit(mask, i) ? 1 : 0;
      if (found != (block.answers[i].fault ? 0 : 1)) std::abort();
    }
  }
}

}  // namespace

// The name that libFuzzer calls.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static World world;
  static checker::batch::Judge judge(*world.engine);
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
