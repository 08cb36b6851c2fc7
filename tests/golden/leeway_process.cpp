#include "tests/golden/leeway_process.h"

#include <array>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <sys/wait.h>

namespace golden {
namespace {

// Replaces a path where it stands as a path: `/src` in `file:///src/a`, not in `x.org/src/a` nor
// in `/srcs`.
void replace_path(std::string& text, const std::string& path, std::string_view name) {
  auto is_word = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '.';
  };
  std::size_t at = 0;
  while ((at = text.find(path, at)) != std::string::npos) {
    const std::size_t end = at + path.size();
    const bool starts = at == 0 || !is_word(text[at - 1]);
    const bool ends = end == text.size() || !is_word(text[end]) || text[end] == '.';
    if (starts && ends) {
      text.replace(at, path.size(), name);
      at += name.size();
    } else {
      at = end;
    }
  }
}

void set_environment() {
  setenv("TZ", "Europe/Kyiv", 1);
  setenv("LC_ALL", "C.UTF-8", 1);
  setenv("NO_COLOR", "1", 1);
  setenv("COLUMNS", "80", 1);
  setenv("LEEWAY_CACHE", "none", 1);
  for (const char* name : {"LEEWAY_RULES", "CLICOLOR_FORCE", "FORCE_COLOR", "SOURCE_DATE_EPOCH",
                           "GITHUB_STEP_SUMMARY"}) {
    unsetenv(name);
  }
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "leeway-golden-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

Output run_leeway(const Setting& setting, const std::filesystem::path& folder,
                  std::string arguments) {
  const std::filesystem::path& temporary = setting.temporary.path();
  replace_all(arguments, "{root}", setting.root.string());
  replace_all(arguments, "{dir}", folder.string());
  replace_all(arguments, "{tmp}", temporary.string());
  replace_all(arguments, "{leeway}", setting.leeway.string());

  // The line break keeps a comment in the arguments from swallowing the parenthesis.
  const std::string command = "(cd " + shell_word(folder.string()) + " && " +
                              shell_word(setting.leeway.string()) + " " + arguments + "\n) 2>" +
                              shell_word((temporary / "stderr").string()) + " </dev/null";
  set_environment();
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
  Output output;
  std::array<char, 4096> buffer{};
  while (const std::size_t count = fread(buffer.data(), 1, buffer.size(), pipe)) {
    output.out.append(buffer.data(), count);
  }
  const int status = pclose(pipe);
  output.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  output.err = read_file(temporary / "stderr");
  for (std::string* text : {&output.out, &output.err}) {
    replace_path(*text, temporary.string(), "{tmp}");
    replace_path(*text, setting.root.string(), "{root}");
  }
  return output;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  std::size_t at = 0;
  while ((at = text.find(from, at)) != std::string::npos) {
    text.replace(at, from.size(), to);
    at += to.size();
  }
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(stream), {}};
}

void write_file(const std::filesystem::path& path, std::string_view text) {
  std::ofstream stream(path, std::ios::binary);
  stream << text;
  if (!stream.flush()) throw std::runtime_error("cannot write " + path.string());
}

std::string_view after_test_mark(std::string_view line) {
  constexpr std::string_view kMark = "# test:";
  return line.starts_with(kMark) ? trimmed(line.substr(kMark.size())) : std::string_view();
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::string shell_word(std::string_view text) {
  std::string word(text);
  replace_all(word, "'", R"('\'')");
  return "'" + word + "'";
}

bool updating() {
  const char* update = std::getenv("GOLDEN_UPDATE");
  return update != nullptr && std::string_view(update) == "1";
}

}  // namespace golden
