#include <algorithm>
#include <string>

#include "checker/report/message_page.h"
#include "checker/report/text_parts.h"
#include "dsl/text/ascii.h"

namespace checker {
namespace {

// Links become their text: a terminal cannot follow them.
std::string without_links(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    const std::size_t open = text.find('[');
    const std::size_t middle = open == std::string_view::npos ? open : text.find("](", open);
    const std::size_t close = middle == std::string_view::npos ? middle : text.find(')', middle);
    if (close == std::string_view::npos) break;
    plain += text.substr(0, open);
    plain += text.substr(open + 1, middle - open - 1);
    text.remove_prefix(close + 1);
  }
  return plain.append(text);
}

}  // namespace

std::string message_code(std::string_view text) {
  const std::size_t open = text.find('[');
  if (open != std::string_view::npos) text.remove_prefix(open + 1);
  std::string code(text.substr(0, text.find(']')));
  std::transform(code.begin(), code.end(), code.begin(), dsl::to_upper);
  return code;
}

const MessagePage* find_message_page(std::string_view code) {
  for (const MessagePage& page : message_pages()) {
    if (page.code == code) return &page;
  }
  return nullptr;
}

void write_message_page(std::ostream& out, const MessagePage& page, const TextStyle& style) {
  TerminalPage sheet(out, style);
  bool is_title = true;
  bool in_example = false;
  for (std::string_view rest = page.text; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (is_title) {
      sheet.paragraph(0, 2, {{std::string(page.code) + ": " + std::string(line), Ink::Strong}});
      is_title = false;
    } else if (line.starts_with("```")) {
      in_example = !in_example;
    } else if (line.empty()) {
      sheet.gap();
    } else if (in_example) {
      sheet.line(2, {{std::string(line)}});
    } else {
      sheet.paragraph(0, 0, {{without_links(line)}});
    }
  }
}

}  // namespace checker
