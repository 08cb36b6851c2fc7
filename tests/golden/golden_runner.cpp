// Compares what leeway prints with what was accepted, one case a run.
//
// A case is one file below tests/golden, NAME.rules, NAME.yaml or NAME.json, with the accepted
// output NAME.golden beside it. Its first line is `# test: VERB ARGUMENTS`, its second says why the
// case exists. Where the file can hold no such comment (JSON), a sidecar NAME.args holds the line.
// A NAME.args without an input is a case by itself. A file whose first line opens with `# part` is
// an input of other cases, and so is JSON without a sidecar. NAME.eval is a table: eval_table.cpp.
//
// /bin/sh runs `leeway VERB ARGUMENTS` in the folder of the case, with nothing on standard input.
// In the arguments `{file}` is the case's file, `{dir}` its folder, `{root}` the repository,
// `{tmp}` a fresh folder and `{leeway}` the program again; where an input is not named by `{file}`,
// it comes last. The accepted output is standard output, then `--- stderr` and standard error if
// there was any, then `--- exit N`. Below a folder `bad` a case must exit non-zero, below `good`
// with zero; none may crash.
//
// GOLDEN_UPDATE=1 in the environment accepts what is printed now.

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <vector>

#include "tests/golden/eval_table.h"
#include "tests/golden/leeway_process.h"

namespace golden {
namespace {

namespace fs = std::filesystem;

struct Case {
  std::string file;  // the input's name in its folder; empty when there is none
  std::string arguments;
};

fs::path with_ending(const fs::path& stem, const char* ending) { return stem.string() + ending; }

std::string first_line(const fs::path& path) {
  const std::string text = read_file(path);
  return text.substr(0, text.find('\n'));
}

bool is_part(const fs::path& path) { return first_line(path).starts_with("# part"); }

std::vector<fs::path> inputs_of(const fs::path& stem) {
  const bool has_sidecar = fs::exists(with_ending(stem, ".args"));
  std::vector<fs::path> inputs;
  for (const char* ending : {".rules", ".yaml", ".json"}) {
    const fs::path path = with_ending(stem, ending);
    if (!fs::exists(path) || is_part(path)) continue;
    if (path.extension() == ".json" && !has_sidecar) continue;
    inputs.push_back(path);
  }
  return inputs;
}

Case read_case(const fs::path& stem) {
  const fs::path sidecar = with_ending(stem, ".args");
  const std::vector<fs::path> inputs = inputs_of(stem);
  if (inputs.size() > 1) throw std::runtime_error("two inputs have the same name");
  Case result;
  if (!inputs.empty()) {
    result.file = inputs.front().filename().string();
    result.arguments = after_test_mark(first_line(inputs.front()));
  }
  if (fs::exists(sidecar)) {
    if (!result.arguments.empty()) {
      throw std::runtime_error("both a sidecar and a first line `# test:`");
    }
    const std::string line = first_line(sidecar);
    const std::string_view marked = after_test_mark(line);
    result.arguments = marked.empty() ? trimmed(line) : marked;
  }
  if (result.arguments.empty()) {
    throw std::runtime_error("the first line is neither `# test: VERB …` nor `# part`");
  }
  if (!result.file.empty()) {
    if (result.arguments.find("{file}") == std::string::npos) result.arguments += " {file}";
    replace_all(result.arguments, "{file}", result.file);
  }
  return result;
}

std::string transcript(const Output& output) {
  auto ended = [](const std::string& text) {
    return text.empty() || text.ends_with('\n') ? text : text + "\n";
  };
  std::string text = ended(output.out);
  if (!output.err.empty()) text += "--- stderr\n" + ended(output.err);
  return text + "--- exit " + std::to_string(output.exit) + "\n";
}

// What is wrong with the exit status, if anything, whatever the accepted output says.
std::optional<std::string> exit_fault(const fs::path& name, int exit) {
  auto is_below = [&](const char* folder) {
    return std::find(name.begin(), name.end(), folder) != name.end();
  };
  if (exit > 125) return "crashed or was not found";
  if (exit == 0 && is_below("bad")) return "a case below bad/ must exit non-zero";
  if (exit != 0 && is_below("good")) return "a case below good/ must exit with zero";
  return std::nullopt;
}

void print_difference(const Setting& setting, const fs::path& golden, const std::string& actual) {
  const fs::path file = setting.temporary.path() / "actual";
  write_file(file, actual);
  const std::string command = "diff -u --label accepted --label actual " +
                              shell_word(golden.string()) + " " + shell_word(file.string());
  if (std::system(command.c_str()) == 0) std::cout << "(no difference shown)\n";
}

bool check_case(const Setting& setting, const fs::path& name) {
  const fs::path stem = setting.root / "tests/golden" / name;
  const fs::path golden = with_ending(stem, ".golden");
  const Output output = run_leeway(setting, stem.parent_path(), read_case(stem).arguments);
  const std::string actual = transcript(output);
  if (const auto fault = exit_fault(name.parent_path(), output.exit)) {
    std::cout << *fault << ":\n" << actual;
    return false;
  }
  if (fs::exists(golden) && read_file(golden) == actual) return true;
  if (updating()) {
    write_file(golden, actual);
    std::cout << "accepted " << golden.string() << "\n";
    return true;
  }
  if (fs::exists(golden)) {
    print_difference(setting, golden, actual);
  } else {
    std::cout << "there is no " << golden.filename().string() << "; this was printed:\n" << actual;
  }
  std::cout << "GOLDEN_UPDATE=1 accepts it." << std::endl;
  return false;
}

// An accepted output without a case would be kept for ever and never looked at.
bool check_orphans(const fs::path& root) {
  bool clean = true;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / "tests/golden")) {
    if (entry.path().extension() != ".golden") continue;
    fs::path stem = entry.path();
    stem.replace_extension();
    if (!fs::exists(with_ending(stem, ".args")) && inputs_of(stem).empty()) {
      std::cout << entry.path().string() << " belongs to no case\n";
      clean = false;
    }
  }
  return clean;
}

bool run(const std::vector<std::string>& arguments) {
  if (arguments.size() == 2 && arguments[0] == "--orphans") return check_orphans(arguments[1]);
  if (arguments.size() != 3) {
    throw std::runtime_error("usage: golden_runner LEEWAY ROOT CASE | --orphans ROOT");
  }
  const Setting setting{
      .leeway = arguments[0], .root = fs::canonical(arguments[1]), .temporary = {}};
  if (arguments[2].ends_with(".eval")) {
    return check_eval_table(setting, setting.root / "tests/golden" / arguments[2]);
  }
  return check_case(setting, arguments[2]);
}

}  // namespace
}  // namespace golden

int main(int argc, char** argv) {
  try {
    return golden::run({argv + 1, argv + argc}) ? EXIT_SUCCESS : EXIT_FAILURE;
  } catch (const std::exception& error) {
    std::cout << error.what() << std::endl;
    return EXIT_FAILURE;
  }
}
