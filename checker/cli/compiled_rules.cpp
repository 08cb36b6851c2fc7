#include "checker/cli/compiled_rules.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <regex>
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
// What a killed run left half written is nobody's after so long.
constexpr std::chrono::hours kWriting{1};
constexpr const char* kEnding = ".program";

// Empty: nothing is kept.
fs::path folder_of_kept() {
  const fs::path given = environment("LEEWAY_CACHE");
  if (given == "none") return {};
  if (!given.empty()) return given;
  const fs::path caches = environment("XDG_CACHE_HOME");
  if (caches.is_absolute()) return caches / "leeway";
  const fs::path home = environment("HOME");
  return home.is_absolute() ? home / ".cache" / "leeway" : fs::path();
}

std::size_t length_of(std::span<const dsl::SourceFile* const> files) {
  std::size_t length = 0;
  for (const dsl::SourceFile* file : files) length += file->text.size();
  return length;
}

// Programs by when they were used last; what was never finished goes at once. Nothing in the folder
// is touched but what `keep` has written there.
std::vector<std::pair<fs::file_time_type, fs::path>> kept_in(const fs::path& folder) {
  static const std::regex kKept("[0-9a-f]{32}\\.program");
  static const std::regex kUnfinished("\\.[0-9a-f]{32}\\.program\\.[A-Za-z0-9]{6}");
  std::vector<std::pair<fs::file_time_type, fs::path>> kept;
  std::error_code error;
  fs::directory_iterator walk(folder, error);
  for (; !error && walk != fs::directory_iterator(); walk.increment(error)) {
    const std::string name = walk->path().filename().string();
    std::error_code unseen;
    const fs::file_time_type used = walk->last_write_time(unseen);
    if (unseen) continue;
    if (std::regex_match(name, kKept)) kept.emplace_back(used, walk->path());
    if (std::regex_match(name, kUnfinished) && used + kWriting < fs::file_time_type::clock::now()) {
      fs::remove(walk->path(), unseen);
    }
  }
  std::sort(kept.begin(), kept.end());
  return kept;
}

// So that no more are kept than may be; those used last stay.
void drop_oldest(const fs::path& folder) {
  auto kept = kept_in(folder);
  if (kept.size() <= kMostKept) return;
  kept.resize(kept.size() - kMostKept);
  std::error_code error;
  for (const auto& [used, path] : kept) fs::remove(path, error);
}

std::optional<dsl::Program> recall(const fs::path& file, const std::string& fingerprint) {
  auto bytes = read_own(file.string());
  if (!bytes) {
    if (errno != ENOENT) spdlog::info("{} is not used: {}", file.string(), std::strerror(errno));
    return std::nullopt;
  }
  auto program = dsl::from_bytes(std::move(*bytes), fingerprint);
  if (!program) {
    spdlog::info("{} is damaged; the rules are read again", file.string());
    return std::nullopt;
  }
  std::error_code error;
  fs::last_write_time(file, fs::file_time_type::clock::now(), error);
  spdlog::info("the rules are those compiled before, in {}", file.string());
  return program;
}

// For this user alone, for whom only the rules' own files decide who may read them.
void keep(const dsl::Program& program, const fs::path& file, const std::string& fingerprint) {
  const fs::path folder = file.parent_path();
  std::error_code error;
  if (fs::create_directories(folder, error)) {
    fs::permissions(folder, fs::perms::owner_all, error);
  }
  const std::string fault = put_in_place(file.string(), dsl::to_bytes(program, fingerprint),
                                         fs::perms::owner_read | fs::perms::owner_write);
  if (!fault.empty()) return spdlog::info("{} cannot be kept: {}", file.string(), fault);
  drop_oldest(folder);
}

}  // namespace

std::optional<dsl::Program> compile_or_recall(std::span<const dsl::SourceFile* const> files,
                                              dsl::Diagnostics& diagnostics) {
  const fs::path folder = folder_of_kept();
  // Where something is wrong already, as with a file that cannot be read, there is no program.
  if (folder.empty() || length_of(files) < kLeastText || diagnostics.has_errors()) {
    return dsl::compile(files, diagnostics);
  }
  const std::string fingerprint = dsl::fingerprint(files);
  const fs::path file = folder / (fingerprint + kEnding);
  if (auto program = recall(file, fingerprint)) return program;
  const std::size_t found_before = diagnostics.all().size();
  auto program = dsl::compile(files, diagnostics);
  if (program && diagnostics.all().size() == found_before) keep(*program, file, fingerprint);
  return program;
}

}  // namespace checker
