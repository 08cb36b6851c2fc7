// No text, however broken, makes the program crash, lose a word or stay silent: every shipped rule
// file and every example with mistakes in it, by seed.
//
// LEEWAY_MUTANT_ROUNDS in the environment multiplies the mutants of every file; the seeds go on.
#include <cstdlib>
#include <map>

#include "tests/support/mutated_text.h"
#include "tests/support/rule_folder.h"
#include "tests/support/text_laws.h"
#include <catch2/catch.hpp>

namespace {

namespace fs = std::filesystem;
using test_support::files_below;
using test_support::read_whole;
using test_support::TextMutator;

std::uint32_t rounds() {
  const char* const given = std::getenv("LEEWAY_MUTANT_ROUNDS");
  return given == nullptr ? 1 : static_cast<std::uint32_t>(std::strtoul(given, nullptr, 10));
}

// Tries the mutants of every file. `law` says what is wrong with a mutant.
template <typename Law>
void hold(const std::set<fs::path>& paths, std::uint32_t mutants, const Law& law) {
  REQUIRE_FALSE(paths.empty());
  for (const fs::path& path : paths) {
    const std::string text = read_whole(path);
    for (std::uint32_t seed = 1; seed <= mutants * rounds(); ++seed) {
      const std::string mutant = TextMutator(seed).mutate(text);
      std::string fault;
      try {
        fault = law(path, mutant);
      } catch (const std::exception& error) {
        fault = std::string("an exception: ") + error.what();
      }
      if (fault.empty()) continue;
      INFO(path.string() << ", seed " << seed << ":\n" << mutant.substr(0, 4000));
      FAIL_CHECK(fault);
    }
  }
}

}  // namespace

TEST_CASE("shipped_rule_files_with_mistakes_are_parsed_or_have_an_error") {
  hold(files_below("rules", ".rules"), 25, [](const fs::path&, const std::string& mutant) {
    return test_support::fault_of_rule_text(mutant);
  });
}

TEST_CASE("golden_rule_files_with_mistakes_are_parsed_or_have_an_error") {
  hold(files_below("tests/golden", ".rules"), 25, [](const fs::path&, const std::string& mutant) {
    return test_support::fault_of_rule_text(mutant);
  });
}

TEST_CASE("golden_rule_files_with_mistakes_give_a_program_or_an_error") {
  // Cases that need the declarations of another file have errors by themselves as well.
  hold(files_below("tests/golden", ".rules"), 10, [](const fs::path& path, std::string mutant) {
    dsl::SourceMap sources;
    std::vector<const dsl::SourceFile*> files;
    for (fs::path folder = path.parent_path(); folder != "tests"; folder = folder.parent_path()) {
      const fs::path world = folder / "world.rules";
      if (path != world && fs::exists(world)) {
        files.push_back(&sources.add(world.string(), read_whole(world)));
      }
    }
    files.push_back(&sources.add(path.string(), std::move(mutant)));
    return test_support::fault_of_rules(files, sources, 3);
  });
}

TEST_CASE("shipped_rules_with_a_file_of_mistakes_give_a_program_or_an_error") {
  // Each time all packs are compiled, so that only some files have their turn in a short run.
  const std::size_t step = rounds() > 1 ? 1 : 8;
  std::map<fs::path, std::string> texts;
  std::set<fs::path> mutated_files;
  for (const fs::path& path : files_below("rules", ".rules")) {
    if (texts.size() % step == 0) mutated_files.insert(path);
    texts[path] = read_whole(path);
  }
  hold(mutated_files, 1, [&](const fs::path& mutated, const std::string& mutant) {
    dsl::SourceMap sources;
    std::vector<const dsl::SourceFile*> files;
    for (const auto& [path, text] : texts) {
      if (path == mutated) {
        files.push_back(&sources.add(path.string(), mutant));
      } else if (!test_support::has_tests_only(path)) {
        files.push_back(&sources.add(path.string(), text));
      }
    }
    return test_support::fault_of_rules(files, sources, 1);
  });
}

TEST_CASE("designs_with_mistakes_are_read_or_have_an_error") {
  test_support::CompiledFolder shipped("rules");
  hold(files_below("examples", ".yaml"), 5, [&](const fs::path& path, const std::string& mutant) {
    return test_support::fault_of_design(*shipped.program, shipped.sources, path.string(), mutant);
  });
}
