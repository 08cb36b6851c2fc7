// The rule files of a folder, read and compiled.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tests/support/compiled.h"

namespace test_support {

inline std::string read_whole(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

// In the order of their paths.
inline std::set<std::filesystem::path> files_below(const std::filesystem::path& folder,
                                                   const std::string& ending) {
  std::set<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.path().extension() == ending) paths.insert(entry.path());
  }
  return paths;
}

inline bool has_tests_only(const std::filesystem::path& path) {
  return path.stem().string().ends_with("_tests");
}

enum class WhichRules { WithoutTests, All };

// All rule files below the folder.
inline std::vector<const dsl::SourceFile*> add_rule_files(const std::filesystem::path& folder,
                                                          WhichRules which,
                                                          dsl::SourceMap& sources) {
  std::vector<const dsl::SourceFile*> files;
  for (const std::filesystem::path& path : files_below(folder, ".rules")) {
    if (which == WhichRules::WithoutTests && has_tests_only(path)) continue;
    files.push_back(&sources.add(path.string(), read_whole(path)));
  }
  return files;
}

struct CompiledFolder {
  dsl::SourceMap sources;
  std::vector<const dsl::SourceFile*> files;
  std::optional<dsl::Program> program;

  // Throws with the rendered errors when the rules do not compile.
  explicit CompiledFolder(const std::filesystem::path& folder,
                          WhichRules which = WhichRules::WithoutTests)
      : files(add_rule_files(folder, which, sources)) {
    dsl::Diagnostics diagnostics;
    program = dsl::compile(files, diagnostics);
    if (!program) throw std::runtime_error(rendered(diagnostics, sources));
  }
};

}  // namespace test_support
