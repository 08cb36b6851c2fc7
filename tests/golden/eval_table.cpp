// A table NAME.eval holds lines of the form
//
//   EXPRESSION  =>  RESULT
//
// Each is run as `leeway eval OPTIONS --bare 'EXPRESSION'` (with `--` before one that opens with a
// minus); a first line `# test: eval OPTIONS` may give options for the whole table. RESULT is what
// stands on standard output. Where the run fails with a message, it is the message's first line,
// such as `error[E0305]: …`. Blank lines and lines that open with `#` are kept for the reader.

#include "tests/golden/eval_table.h"

#include <iostream>
#include <sstream>

namespace golden {
namespace {

constexpr std::string_view kArrow = "=>";

std::string result_of(const Output& output) {
  if (output.exit > 125) return "crashed with exit status " + std::to_string(output.exit);
  if (output.exit == 0 || trimmed(output.err).empty()) return std::string(trimmed(output.out));
  const std::string_view message = trimmed(output.err);
  return std::string(trimmed(message.substr(0, message.find('\n'))));
}

// The verb and options of the whole table.
std::string table_command(std::string_view text) {
  const std::string_view given = after_test_mark(text.substr(0, text.find('\n')));
  return std::string(given.empty() ? "eval" : given) + " --bare ";
}

}  // namespace

bool check_eval_table(const Setting& setting, const std::filesystem::path& table) {
  const std::string text = read_file(table);
  const std::string command = table_command(text);
  std::istringstream lines(text);
  std::string rewritten;
  std::string line;
  int number = 0;
  int rows = 0;
  int faults = 0;
  auto fault = [&]() -> std::ostream& {
    ++faults;
    return std::cout << table.filename().string() << ":" << number << ": ";
  };
  while (std::getline(lines, line)) {
    ++number;
    const std::string_view row = trimmed(line);
    const std::size_t arrow = line.rfind(kArrow);
    if (row.empty() || row.starts_with('#')) {
      rewritten += line + "\n";
      continue;
    }
    if (arrow == std::string::npos) {
      fault() << "no `=>` in `" << row << "`\n";
      continue;
    }
    ++rows;
    const std::string_view expression = trimmed(std::string_view(line).substr(0, arrow));
    const std::string_view expected = trimmed(std::string_view(line).substr(arrow + kArrow.size()));
    const Output output =
        run_leeway(setting, table.parent_path(),
                   command + (expression.starts_with('-') ? "-- " : "") + shell_word(expression));
    const std::string actual = result_of(output);
    rewritten += line.substr(0, arrow) + std::string(kArrow) + "  " + actual + "\n";
    if (actual == expected) continue;
    if (updating() && output.exit <= 125 && actual.find('\n') == std::string::npos) {
      std::cout << "updated line " << number << "\n";
      continue;
    }
    fault() << expression << "\n  expected: " << expected << "\n  actual:   " << actual << "\n";
    if (!output.err.empty()) std::cout << output.err;
  }
  if (rows == 0) fault() << "the table has no rows\n";
  if (updating() && faults == 0 && rewritten != text) write_file(table, rewritten);
  return faults == 0;
}

}  // namespace golden
