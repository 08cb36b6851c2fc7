#include "checker/cli/files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace checker {
namespace {

namespace fs = std::filesystem;

// Messages about files have no place in any text.
constexpr dsl::Span kNoPlace{UINT32_MAX, 0, 0};

bool is_rule_file(const fs::path& path, RuleFiles which) {
  if (path.extension() != ".rules") return false;
  return which == RuleFiles::All || !path.stem().string().ends_with("_tests");
}

// By the path under which the disk knows a file: the path as it was given.
using FoundFiles = std::map<std::string, fs::path>;

void insert(FoundFiles& found, const std::string& known_as, const fs::path& path) {
  found.try_emplace(known_as, path.lexically_normal());
}

void collect(const std::string& path, RuleFiles which, FoundFiles& into,
             dsl::Diagnostics& diagnostics) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) {
    diagnostics.report(dsl::DiagnosticKind::CannotRead, kNoPlace, path, "there is no such path");
    return;
  }
  if (!fs::is_directory(status)) {
    insert(into, true_path(path), path);
    return;
  }
  bool any = false;
  const fs::path folder = true_path(path);
  fs::recursive_directory_iterator walk(path, error);
  for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
    if (!walk->is_regular_file(error) || !is_rule_file(walk->path(), which)) continue;
    // Folders that are links are not walked into, so that only the file itself may be one.
    const fs::path below = folder / walk->path().lexically_relative(path);
    insert(into, walk->is_symlink(error) ? true_path(below.string()) : below.string(),
           walk->path());
    any = true;
  }
  if (error) {
    diagnostics.report(dsl::DiagnosticKind::CannotRead, kNoPlace, path, error.message());
  } else if (!any) {
    diagnostics.report(dsl::DiagnosticKind::NoRules, kNoPlace, path)
        .help("rule files end in `.rules`");
  }
}

fs::perms permissions_of_new_files() {
  const mode_t mask = umask(0);
  umask(mask);
  return static_cast<fs::perms>(0666 & ~mask);
}

// The whole text to an open file; what went wrong, or nothing.
std::string write_whole(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(descriptor, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::strerror(errno);
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return {};
}

// All that can be read; nullopt after an error, which `errno` tells.
std::optional<std::string> read_to_end(int descriptor) {
  std::string text;
  std::array<char, 64 * 1024> part;
  while (true) {
    const ssize_t count = ::read(descriptor, part.data(), part.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::nullopt;
    if (count == 0) return text;
    text.append(part.data(), static_cast<std::size_t>(count));
  }
}

std::optional<std::string> read_and_close(int descriptor) {
  auto text = read_to_end(descriptor);
  const int fault = errno;
  ::close(descriptor);
  errno = fault;
  return text;
}

std::string write_to(const std::string& path, const std::string& text, std::ios::openmode mode) {
  errno = 0;
  std::ofstream stream(path, std::ios::binary | mode);
  stream << text << std::flush;
  if (stream) return {};
  return errno == 0 ? "it cannot be written" : std::strerror(errno);
}

}  // namespace

std::string_view environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

std::string shipped_rules_folder() {
  const std::string_view given = environment("LEEWAY_RULES");
  if (!given.empty()) return std::string(given);
  std::error_code error;
  if (fs::is_directory(LEEWAY_SOURCE_RULES_DIR, error)) return LEEWAY_SOURCE_RULES_DIR;
  return LEEWAY_INSTALL_RULES_DIR;
}

std::string true_path(const std::string& path) {
  std::error_code error;
  const fs::path canonical = fs::weakly_canonical(path, error);
  return error ? path : canonical.string();
}

std::set<std::string> rule_files_below(const std::vector<std::string>& paths) {
  dsl::Diagnostics unheard;
  FoundFiles found;
  for (const std::string& path : paths) collect(path, RuleFiles::All, found, unheard);
  std::set<std::string> files;
  for (const auto& [known_as, path] : found) files.insert(known_as);
  return files;
}

std::string display_path(const std::string& path) {
  std::error_code error;
  const fs::path here = fs::current_path(error);
  const fs::path relative = fs::absolute(path, error).lexically_normal().lexically_relative(here);
  if (error || relative.empty() || *relative.begin() == "..") return path;
  return relative.string();
}

const dsl::SourceFile* read_file(const std::string& path, dsl::SourceMap& sources,
                                 dsl::Diagnostics& diagnostics) {
  std::error_code error;
  if (!fs::exists(path, error)) {
    diagnostics.report(dsl::DiagnosticKind::CannotRead, kNoPlace, path, "there is no such file");
    return nullptr;
  }
  if (fs::is_directory(path, error)) {
    diagnostics.report(dsl::DiagnosticKind::CannotRead, kNoPlace, path, "it is a folder");
    return nullptr;
  }
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  auto text = descriptor < 0 ? std::nullopt : read_and_close(descriptor);
  if (!text) {
    diagnostics.report(dsl::DiagnosticKind::CannotRead, kNoPlace, path, std::strerror(errno));
    return nullptr;
  }
  return &sources.add(display_path(path), std::move(*text));
}

std::string put_in_place(const fs::path& target, const std::string& text, fs::perms permissions) {
  std::error_code error;
  std::string name =
      (target.parent_path() / ("." + target.filename().string() + ".XXXXXX")).string();
  const int descriptor = mkstemp(name.data());
  if (descriptor < 0) return std::strerror(errno);
  std::string fault = write_whole(descriptor, text);
  if (fault.empty() && ::fsync(descriptor) != 0) fault = std::strerror(errno);
  if (::close(descriptor) != 0 && fault.empty()) fault = std::strerror(errno);
  if (fault.empty()) {
    fs::permissions(name, permissions, error);
    if (!error) fs::rename(name, target, error);
    if (error) fault = error.message();
  }
  if (!fault.empty()) fs::remove(name, error);
  return fault;
}

std::optional<std::string> read_own(const std::string& path) {
  constexpr mode_t kOthersWrite = S_IWGRP | S_IWOTH;
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (descriptor < 0) return std::nullopt;
  struct stat status {};
  const bool is_known = ::fstat(descriptor, &status) == 0;
  if (is_known && S_ISREG(status.st_mode) && status.st_uid == ::geteuid() &&
      (status.st_mode & kOthersWrite) == 0) {
    return read_and_close(descriptor);
  }
  ::close(descriptor);
  errno = EPERM;
  return std::nullopt;
}

std::string replace_file(const std::string& path, const std::string& text) {
  std::error_code error;
  // A link goes on to point at the file that it points at.
  const fs::path target = fs::canonical(path, error);
  if (error) return error.message();
  const fs::perms permissions = fs::status(target, error).permissions();
  return put_in_place(target, text, permissions);
}

std::string write_file(const std::string& path, const std::string& text) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (fs::is_regular_file(status)) return replace_file(path, text);
  if (!fs::exists(status)) return put_in_place(path, text, permissions_of_new_files());
  if (fs::is_directory(status)) return "it is a folder";
  return write_to(path, text, std::ios::out);  // a pipe, a device
}

std::string append_to_file(const std::string& path, const std::string& text) {
  return write_to(path, text, std::ios::app);
}

std::vector<const dsl::SourceFile*> read_rule_files(const std::vector<std::string>& paths,
                                                    RuleFiles which, dsl::SourceMap& sources,
                                                    dsl::Diagnostics& diagnostics) {
  FoundFiles found;
  for (const std::string& path : paths) collect(path, which, found, diagnostics);
  std::set<fs::path> in_order;
  for (const auto& [known_as, path] : found) in_order.insert(path);
  std::vector<const dsl::SourceFile*> files;
  for (const fs::path& path : in_order) {
    if (const auto* file = read_file(path.string(), sources, diagnostics)) files.push_back(file);
  }
  return files;
}

bool is_yaml_name(std::string_view name) {
  return name.ends_with(".yaml") || name.ends_with(".yml");
}

bool is_design_name(std::string_view name) { return is_yaml_name(name) || name.ends_with(".json"); }

}  // namespace checker
