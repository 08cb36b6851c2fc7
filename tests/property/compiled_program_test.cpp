// What is written of a compiled program comes back whole, or not at all.
#include "dsl/compilation/compiled_program.h"

#include "tests/support/rule_folder.h"
#include "tests/support/small_rules.h"
#include <catch2/catch.hpp>

namespace {

struct Written {
  std::string fingerprint;
  std::string bytes;
};

Written written(const test_support::CompiledFolder& rules) {
  std::string fingerprint = dsl::fingerprint(rules.files);
  std::string bytes = dsl::to_bytes(*rules.program, fingerprint);
  return {std::move(fingerprint), std::move(bytes)};
}

std::string fingerprint_of(const std::vector<std::pair<std::string, std::string>>& texts) {
  dsl::SourceMap sources;
  std::vector<const dsl::SourceFile*> files;
  for (const auto& [name, text] : texts) files.push_back(&sources.add(name, text));
  return dsl::fingerprint(files);
}

}  // namespace

TEST_CASE("the shipped packs with their tests come back from their bytes") {
  const test_support::CompiledFolder rules("rules", test_support::WhichRules::All);
  const auto [fingerprint, bytes] = written(rules);
  const auto read = dsl::from_bytes(bytes, fingerprint);
  REQUIRE(read);
  CHECK(read->typed().norms.size() == rules.program->typed().norms.size());
  CHECK(read->typed().tests.size() == rules.program->typed().tests.size());
  CHECK(read->types().unit_words.words() == rules.program->types().unit_words.words());
  CHECK(dsl::to_bytes(*read, fingerprint) == bytes);
}

TEST_CASE("damaged bytes and those of other rules give no program") {
  const test_support::Compiled rules(test_support::kSmallRules);
  const std::string fingerprint(32, '7');
  const std::string bytes = dsl::to_bytes(*rules.program, fingerprint);
  REQUIRE(dsl::from_bytes(bytes, fingerprint));
  CHECK_FALSE(dsl::from_bytes(bytes, std::string(31, '7') + "8"));
  CHECK_FALSE(dsl::from_bytes(bytes + "x", fingerprint));
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    INFO(length << " of " << bytes.size() << " bytes");
    REQUIRE_FALSE(dsl::from_bytes(bytes.substr(0, length), fingerprint));
  }
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    INFO("byte " << at);
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    REQUIRE_FALSE(dsl::from_bytes(damaged, fingerprint));
  }
}

TEST_CASE("rules with another text or order have another fingerprint, whatever they are called") {
  const std::string one = fingerprint_of({{"a", "text"}, {"b", "more"}});
  CHECK(one.size() == 32);
  CHECK(one == fingerprint_of({{"a", "text"}, {"b", "more"}}));
  CHECK(one != fingerprint_of({{"a", "text"}, {"b", "mora"}}));
  CHECK(one == fingerprint_of({{"a", "text"}, {"c", "more"}}));
  CHECK(one != fingerprint_of({{"b", "more"}, {"a", "text"}}));
  CHECK(one != fingerprint_of({{"a", "textm"}, {"b", "ore"}}));
  CHECK(one != fingerprint_of({{"a", "text"}}));
}
