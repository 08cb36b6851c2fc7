#include "checker/cli/site_folder.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>
#include <system_error>

namespace checker {
namespace {

namespace fs = std::filesystem;

constexpr const char* kMark = ".leeway-site";
constexpr const char* kMarkTitle = "Written by leeway doc, which may replace these files:";

std::string quoted(const fs::path& path) { return "`" + path.string() + "`"; }

// A line of the mark may have been edited; it must not lead out of the folder.
bool stays_inside(const fs::path& path) {
  return !path.empty() && path.is_relative() &&
         std::none_of(path.begin(), path.end(), [](const fs::path& part) { return part == ".."; });
}

std::set<std::string> marked_files(const fs::path& folder) {
  std::set<std::string> files;
  std::ifstream stream(folder / kMark);
  std::string line;
  std::getline(stream, line);
  while (std::getline(stream, line)) {
    if (stays_inside(line)) files.insert(line);
  }
  return files;
}

std::string write_file(const fs::path& path, const std::string& content) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  if (error) return "cannot write " + quoted(path.parent_path()) + ": " + error.message();
  errno = 0;
  std::ofstream stream(path, std::ios::binary);
  stream << content << std::flush;
  return stream ? "" : "cannot write " + quoted(path) + ": " + std::strerror(errno);
}

std::string mark_text(const std::set<std::string>& files) {
  std::string text = std::string(kMarkTitle) + "\n";
  for (const std::string& file : files) text += file + "\n";
  return text;
}

// Why the folder may not be written to; empty when it may.
std::string refusal(const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(folder, error)) return {};
  if (!fs::is_directory(folder, error)) return quoted(folder) + " is no folder";
  const bool is_empty = fs::is_empty(folder, error);
  if (error) return "cannot read " + quoted(folder) + ": " + error.message();
  if (is_empty || fs::exists(folder / kMark, error)) return {};
  return quoted(folder) + " is not empty, and no site of leeway is in it; name a new folder";
}

}  // namespace

std::string write_site_folder(const std::string& name, const std::vector<site::SiteFile>& files) {
  const fs::path folder(name);
  if (std::string fault = refusal(folder); !fault.empty()) return fault;
  std::set<std::string> now;
  for (const site::SiteFile& file : files) now.insert(file.path);
  const std::set<std::string> before = marked_files(folder);
  // Should the writing be cut short, the mark names every file that may be there.
  std::set<std::string> both = before;
  both.insert(now.begin(), now.end());
  if (std::string fault = write_file(folder / kMark, mark_text(both)); !fault.empty()) return fault;
  for (const site::SiteFile& file : files) {
    if (std::string fault = write_file(folder / file.path, file.content); !fault.empty()) {
      return fault;
    }
  }
  std::error_code error;
  for (const std::string& file : before) {
    if (!now.contains(file)) fs::remove(folder / file, error);
  }
  return write_file(folder / kMark, mark_text(now));
}

}  // namespace checker
