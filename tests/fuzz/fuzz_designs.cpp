// Any bytes as a design that is judged by the shipped packs; JSON where they open with a brace.
#include <cstdint>

#include "tests/fuzz/fuzz_target.h"
#include "tests/support/rule_folder.h"
#include "tests/support/text_laws.h"

namespace {

struct Shipped {
  dsl::SourceMap sources;
  std::optional<dsl::Program> program;

  Shipped() {
    std::vector<const dsl::SourceFile*> files;
    for (const auto& path : test_support::files_below(LEEWAY_SOURCE_RULES_DIR, ".rules")) {
      if (test_support::has_tests_only(path)) continue;
      files.push_back(&sources.add(path.string(), test_support::read_whole(path)));
    }
    dsl::Diagnostics diagnostics;
    program = dsl::compile(files, diagnostics);
    fuzz::require_none(program ? "" : "the shipped packs do not compile");
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Shipped shipped;
  const std::string text(data, data + size);
  const char* const name = text.starts_with("{") ? "input.json" : "input.yaml";
  fuzz::require_none(test_support::fault_of_design(*shipped.program, shipped.sources, name, text));
  return 0;
}
