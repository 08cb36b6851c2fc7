// Any bytes as lines of designs: each line gets the fault or the verdicts that it has as a
// document, and nothing is read or written where it should not be.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "checker/batch/engine.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/property/generated_batch.h"
#include "tests/support/compiled.h"
#include "tests/support/judged_document.h"

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

// Of texts that are no JSON, or not fit to be read.
bool is_fault_of_text(const std::string& code) {
  return code == "E0102" || code == "E0104" || code == "E0501";
}

// A wrong value in a fact that no norm reads may go unnoticed, and nothing else.
void check(const Input& input, std::size_t i, const checker::batch::BlockAnswer& block,
           const World& world) {
  const auto expected =
      test_support::judge_as_document(input, world.engine.program(), world.engine.dates());
  const auto& fault = block.answers[i].fault;
  if (fault) {
    const bool is_right = fault->code == expected.fault;
    fuzz::require_none(is_right ? "" : "fault " + fault->code + ", not " + expected.fault);
  }
  if (!expected.fault.empty()) {
    const bool is_missed = !fault && is_fault_of_text(expected.fault);
    fuzz::require_none(is_missed ? "fault " + expected.fault + " goes unnoticed" : "");
    return;
  }
  for (std::size_t n = 0; n < expected.verdicts.size(); ++n) {
    for (int o = 0; o < checker::kOutcomeCount; ++o) {
      const auto outcome = static_cast<checker::Outcome>(o);
      const bool is_told = checker::batch::has_bit((*block.outcomes)[n].of(outcome), i);
      const bool is_right = is_told == (outcome == expected.verdicts[n].outcome);
      fuzz::require_none(is_right ? "" : "another verdict of a norm");
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
  if (inputs.empty()) return 0;
  const auto block = judge.judge(inputs);
  for (std::size_t i = 0; i < inputs.size(); ++i) check(inputs[i], i, block, world);
  return 0;
}
