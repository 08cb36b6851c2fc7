#include "checker/report/markdown_text.h"

#include <algorithm>

#include "checker/report/uri.h"
#include "dsl/text/ascii.h"
#include "dsl/text/display_text.h"

namespace checker {
namespace {

bool is_name_character(char c) {
  return dsl::is_letter(c) || dsl::is_digit(c) ||
         std::string_view("_.[] ").find(c) != std::string_view::npos;
}

// The length of "`calendar.days`" at the start of a text; 0 where no such name stands there.
std::size_t name_in_backticks(std::string_view text) {
  if (!text.starts_with('`')) return 0;
  const std::size_t end = text.find('`', 1);
  if (end == std::string_view::npos || end == 1) return 0;
  const std::string_view name = text.substr(1, end - 1);
  return std::all_of(name.begin(), name.end(), is_name_character) ? end + 1 : 0;
}

std::string entity(char c) {
  switch (c) {
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '&': return "&amp;";
    case '$': return "&#36;";         // else a formula
    case '@': return "@&#8203;";      // else a mention
    case '#': return "&#35;&#8203;";  // else a heading or the number of an issue
    default: return {};
  }
}

// What would become a link by itself: `http://`, `www.`
bool starts_link(std::string_view before, std::string_view rest) {
  const auto is_www = [&] {
    return before.size() >= 3 && (before.ends_with("www") || before.ends_with("WWW"));
  };
  return rest.starts_with("://") || (rest.starts_with('.') && is_www());
}

// At the start of a text these begin a list or a line across.
bool starts_block(std::string_view text) {
  const std::size_t digits =
      std::min(static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), dsl::is_digit) -
                                        text.begin()),
               text.size());
  if (digits > 0) {
    return digits < text.size() && (text[digits] == '.' || text[digits] == ')');
  }
  return text.starts_with('-') || text.starts_with('+') || text.starts_with('=');
}

std::string escaped(std::string_view text) {
  static constexpr std::string_view kMarks = "\\`*_[]|~";
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const std::size_t name = name_in_backticks(text.substr(at));
    const std::string replacement = entity(c);
    if (name > 0) {
      result += text.substr(at, name);
      at += name - 1;
    } else if (!replacement.empty()) {
      result += replacement;
    } else if (starts_link(text.substr(0, at), text.substr(at))) {
      result += c == ':' ? "&#58;" : "&#46;";
    } else {
      if (kMarks.find(c) != std::string_view::npos) result += '\\';
      result += c;
    }
  }
  return result;
}

}  // namespace

std::string markdown_text(std::string_view text) {
  std::string harmless = dsl::printable(text);
  harmless.erase(0, std::min(harmless.find_first_not_of(' '), harmless.size()));
  if (!starts_block(harmless)) return escaped(harmless);
  const auto mark = static_cast<std::size_t>(
      std::find_if_not(harmless.begin(), harmless.end(), dsl::is_digit) - harmless.begin());
  return harmless.substr(0, mark) + '\\' + harmless[mark] +
         escaped(std::string_view(harmless).substr(mark + 1));
}

std::string markdown_code(std::string_view text) {
  std::string result = "<code>";
  for (const char c : dsl::printable(text)) {
    switch (c) {
      case '<': result += "&lt;"; break;
      case '>': result += "&gt;"; break;
      case '&': result += "&amp;"; break;
      case '`':
      case '*':
      case '_':
      case '[':
      case ']':
      case '|':
      case '~':
      case '\\': result += std::string("\\") + c; break;
      case '$': result += "&#36;"; break;
      case ':': result += "&#58;"; break;
      case '@': result += "@&#8203;"; break;
      case '#': result += "&#35;&#8203;"; break;
      default: result += c;
    }
  }
  return result + "</code>";
}

std::string markdown_link(std::string_view text, std::string_view address) {
  const std::string uri = web_uri(address);
  if (uri.empty()) return markdown_text(text);
  return "[" + markdown_text(text) + "](<" + uri + ">)";
}

}  // namespace checker
