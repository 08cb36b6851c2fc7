// Runs the program under test as a golden case asks for it, and keeps what it said.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace golden {

struct Output {
  std::string out;
  std::string err;
  int exit = 0;
};

// A folder of its own for one run of the runner, gone at the end of it.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

struct Setting {
  std::filesystem::path leeway;  // the program
  std::filesystem::path root;    // of the repository
  TemporaryFolder temporary;
};

// Runs `leeway ARGUMENTS` in `folder` through /bin/sh, after replacing `{root}`, `{dir}`, `{tmp}`
// and `{leeway}`. In what comes back, the paths of this machine are `{root}` and `{tmp}` again.
Output run_leeway(const Setting&, const std::filesystem::path& folder, std::string arguments);

void replace_all(std::string& text, std::string_view from, std::string_view to);
std::string read_file(const std::filesystem::path&);
void write_file(const std::filesystem::path&, std::string_view text);

// The words after `# test:`, or nothing where the line is no such comment.
std::string_view after_test_mark(std::string_view line);
std::string_view trimmed(std::string_view);

// In single quotes, so that the shell takes it for one word.
std::string shell_word(std::string_view);

// Whether the accepted output is to be rewritten rather than compared.
bool updating();

}  // namespace golden
