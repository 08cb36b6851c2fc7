// leeway explain-error: what the code of a message means.
#include <ostream>
#include <unistd.h>

#include "checker/cli/verbs.h"
#include "checker/report/message_page.h"
#include "dsl/diagnostics/suggest.h"

namespace checker {

ExitStatus run_explain_error(const ExplainErrorCommand& command, const Streams& streams) {
  const std::string code = message_code(command.code);
  const MessagePage* const page = find_message_page(code);
  if (page == nullptr) {
    std::vector<std::string> codes;
    for (const MessagePage& known : message_pages()) codes.emplace_back(known.code);
    streams.err << "leeway: no message has the code `" << command.code << "`; "
                << dsl::suggest(code, codes, "the codes are listed in docs/diagnostics.md") << '\n';
    return ExitStatus::Usage;
  }
  const Terminal terminal = terminal_of(STDOUT_FILENO, command.common.color);
  write_message_page(streams.out, *page, {terminal.width, terminal.color});
  return ExitStatus::Success;
}

}  // namespace checker
