#include "checker/cli/compiled_rules.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "checker/cli/files.h"
#include "dsl/compilation/compile.h"
#include "dsl/compilation/compiled_program.h"
#include <spdlog/spdlog.h>

namespace checker {
namespace {

namespace fs = std::filesystem;

// Parsing less takes no longer than a file more.
constexpr std::size_t kLeastText = 64 * 1024;
// What a folder may hold: the shipped packs, and some that are being written.
constexpr std::size_t kMostKept = 8;
constexpr const char* kEnding = ".program";

fs::path environment_path(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? fs::path() : fs::path(value);
}

// Empty: nothing is kept.
fs::path folder_of_kept() {
  const fs::path given = environment_path("LEEWAY_CACHE");
  if (given == "none") return {};
  if (!given.empty()) return given;
  const fs::path caches = environment_path("XDG_CACHE_HOME");
  if (caches.is_absolute()) return caches / "leeway";
  const fs::path home = environment_path("HOME");
  return home.is_absolute() ? home / ".cache" / "leeway" : fs::path();
}

std::size_t length_of(std::span<const dsl::SourceFile* const> files) {
  std::size_t length = 0;
  for (const dsl::SourceFile* file : files) length += file->text.size();
  return length;
}

// So many of the kept programs that one more has room; those used last stay.
void make_room(const fs::path& folder) {
  std::error_code error;
  std::vector<std::pair<fs::file_time_type, fs::path>> kept;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() != kEnding) continue;
    kept.emplace_back(entry.last_write_time(error), entry.path());
  }
  if (kept.size() < kMostKept) return;
  std::sort(kept.begin(), kept.end());
  kept.resize(kept.size() - kMostKept + 1);
  for (const auto& [used, path] : kept) fs::remove(path, error);
}

std::optional<dsl::Program> recall(const fs::path& file, const std::string& fingerprint) {
  auto bytes = read_whole(file.string());
  if (!bytes) return std::nullopt;
  auto program = dsl::from_bytes(std::move(*bytes), fingerprint);
  if (!program) {
    spdlog::info("{} is damaged; the rules are read again", file.string());
    return std::nullopt;
  }
  std::error_code error;
  fs::last_write_time(file, fs::file_time_type::clock::now(), error);
  return program;
}

void keep(const dsl::Program& program, const fs::path& file, const std::string& fingerprint) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  make_room(file.parent_path());
  const std::string fault = write_file(file.string(), dsl::to_bytes(program, fingerprint));
  if (!fault.empty()) spdlog::info("{} cannot be kept: {}", file.string(), fault);
}

}  // namespace

std::optional<dsl::Program> compile_or_recall(std::span<const dsl::SourceFile* const> files,
                                              dsl::Diagnostics& diagnostics) {
  const fs::path folder = folder_of_kept();
  if (folder.empty() || length_of(files) < kLeastText) return dsl::compile(files, diagnostics);
  const std::string fingerprint = dsl::fingerprint(files);
  const fs::path file = folder / (fingerprint + kEnding);
  if (auto program = recall(file, fingerprint)) return program;
  const std::size_t found_before = diagnostics.all().size();
  auto program = dsl::compile(files, diagnostics);
  if (program && diagnostics.all().size() == found_before) keep(*program, file, fingerprint);
  return program;
}

}  // namespace checker
