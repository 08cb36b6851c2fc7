// leeway explain-error: what the code of a message means.
#include <algorithm>
#include <ostream>
#include <string>
#include <unistd.h>
#include <vector>

#include "checker/cli/verbs.h"
#include "checker/report/message_page.h"
#include "dsl/diagnostics/suggest.h"

namespace checker {
namespace {

// All codes, those that begin most like `code` first: E0203 is nearer to E0202 than E0102 is.
std::vector<std::string> candidates(const std::string& code) {
  std::vector<std::string> codes;
  for (const MessagePage& page : message_pages()) codes.emplace_back(page.code);
  const auto common = [&code](const std::string& other) {
    return std::mismatch(code.begin(), code.end(), other.begin(), other.end()).first - code.begin();
  };
  std::stable_sort(codes.begin(), codes.end(), [&](const std::string& a, const std::string& b) {
    return common(a) > common(b);
  });
  return codes;
}

}  // namespace

ExitStatus run_explain_error(const ExplainErrorCommand& command, const Streams& streams) {
  const std::string code = message_code(command.code);
  const MessagePage* const page = find_message_page(code);
  if (page == nullptr) {
    streams.err << "leeway: no message has the code `" << command.code << "`; "
                << dsl::suggest(code, candidates(code),
                                "the codes are listed in docs/diagnostics.md")
                << '\n';
    return ExitStatus::Usage;
  }
  write_message_page(streams.out, *page, terminal_of(STDOUT_FILENO, command.common.color));
  return ExitStatus::Success;
}

}  // namespace checker
