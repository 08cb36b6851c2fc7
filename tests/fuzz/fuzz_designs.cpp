// Any bytes as a design that is judged by the shipped packs; JSON where they open with a brace.
#include <cstdint>

#include "tests/fuzz/fuzz_target.h"
#include "tests/support/rule_folder.h"
#include "tests/support/text_laws.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const test_support::CompiledFolder shipped(LEEWAY_SOURCE_RULES_DIR);
  const std::string text(data, data + size);
  const char* const name = text.starts_with("{") ? "input.json" : "input.yaml";
  fuzz::require_none(test_support::fault_of_design(*shipped.program, shipped.sources, name, text));
  return 0;
}
