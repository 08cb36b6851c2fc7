// Formatting is idempotent and keeps the tree, on every rule text of the repository that can be
// parsed: the shipped packs, the documentation's examples and the golden cases.
#include "dsl/syntax/format.h"

#include <filesystem>
#include <string>
#include <vector>

#include "dsl/parse/parse.h"
#include "dsl/syntax/dump.h"
#include "tests/support/parsed.h"
#include "tests/support/rule_folder.h"
#include <catch2/catch.hpp>

namespace {

namespace fs = std::filesystem;

using test_support::files_below;
using test_support::Parsed;
using test_support::read_whole;

// Whether the text could be parsed, and so was looked at.
bool holds_to_its_tree(const std::string& name, const std::string& text) {
  const Parsed before(text, name);
  if (before.diagnostics.has_errors()) return false;
  INFO(name);
  const auto once = dsl::format(before.file, before.document);
  REQUIRE(once);
  const Parsed after(*once, name);
  INFO(*once << test_support::rendered(after.diagnostics, after.sources));
  REQUIRE_FALSE(after.diagnostics.has_errors());
  CHECK(dsl::dump(after.document) == dsl::dump(before.document));
  CHECK(dsl::format(after.file, after.document) == once);
  return true;
}

// What stands between the lines ```rules and ```.
std::vector<std::string> rule_blocks(const std::string& page) {
  const std::string opening = "```rules\n";
  std::vector<std::string> blocks;
  for (std::size_t at = page.find(opening); at != std::string::npos; at = page.find(opening, at)) {
    at += opening.size();
    blocks.push_back(page.substr(at, page.find("```", at) - at));
  }
  return blocks;
}

// Every blank twice, but in texts and comments.
std::string with_more_blanks(const std::string& text) {
  std::string result;
  bool in_text = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '#' && !in_text) {
      const std::size_t end = text.find('\n', i);
      result += text.substr(i, end - i);
      i = end - 1;
      continue;
    }
    if (text[i] == '"') in_text = !in_text;
    if (text[i] == '\\') result += text[i++];
    result += text[i] == ' ' && !in_text ? "  " : std::string(1, text[i]);
  }
  return result;
}

}  // namespace

TEST_CASE("formatting keeps the trees of the shipped packs") {
  for (const fs::path& path : files_below("rules", ".rules")) {
    CHECK(holds_to_its_tree(path.string(), read_whole(path)));
  }
}

TEST_CASE("formatting keeps the trees of the golden cases") {
  int looked_at = 0;
  for (const fs::path& path : files_below("tests/golden", ".rules")) {
    looked_at += holds_to_its_tree(path.string(), read_whole(path)) ? 1 : 0;
  }
  CHECK(looked_at > 100);
}

TEST_CASE("formatting keeps the trees of the documentation's examples") {
  for (const char* page : {"docs/language.md", "README.md"}) {
    for (const std::string& block : rule_blocks(read_whole(page))) {
      CHECK(holds_to_its_tree(page, block));
    }
  }
}

TEST_CASE("however many blanks stand between words, the shipped packs come out the same") {
  for (const fs::path& path : files_below("rules", ".rules")) {
    const std::string text = read_whole(path);
    const Parsed scattered(with_more_blanks(text), path.string());
    INFO(test_support::rendered(scattered.diagnostics, scattered.sources));
    REQUIRE_FALSE(scattered.diagnostics.has_errors());
    CHECK(dsl::format(scattered.file, scattered.document) == text);
  }
}
