// The rule files of a folder, read into a source map.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "dsl/text/source_file.h"

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

}  // namespace test_support
