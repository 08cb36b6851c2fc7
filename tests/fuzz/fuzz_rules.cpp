// Any bytes as a rule file: by itself where it declares a vocabulary, else behind the shipped one.
#include <cstdint>

#include "tests/fuzz/fuzz_target.h"
#include "tests/support/rule_folder.h"
#include "tests/support/text_laws.h"

namespace {

// The shipped vocabulary, which most shipped files need before they say anything.
const dsl::SourceMap& vocabulary() {
  static const dsl::SourceMap sources = [] {
    dsl::SourceMap read;
    test_support::add_rule_files(LEEWAY_SOURCE_RULES_DIR "/vocabulary",
                                 test_support::WhichRules::WithoutTests, read);
    return read;
  }();
  return sources;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  fuzz::require_none(test_support::fault_of_rule_text(text));
  const bool stands_alone =
      text.starts_with("vocabulary") || text.find("\nvocabulary") != std::string::npos;
  dsl::SourceMap sources = stands_alone ? dsl::SourceMap() : vocabulary();
  sources.add("input.rules", text);
  std::vector<const dsl::SourceFile*> files;
  for (std::uint32_t i = 0; i < sources.size(); ++i) files.push_back(&sources.file(i));
  fuzz::require_none(test_support::fault_of_rules(files, sources, 2));
  return 0;
}
