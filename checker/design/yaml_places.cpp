#include "checker/design/yaml_places.h"

#include <algorithm>
#include <array>

namespace checker {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

bool is_blank(char c) { return kBlanks.find(c) != std::string_view::npos; }

std::size_t double_quoted_end(std::string_view text, std::size_t begin) {
  for (std::size_t at = begin + 1; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '"') {
      return at + 1;
    }
  }
  return std::string_view::npos;
}

std::size_t single_quoted_end(std::string_view text, std::size_t begin) {
  for (std::size_t at = begin + 1; at < text.size(); ++at) {
    if (text[at] != '\'') continue;
    if (at + 1 < text.size() && text[at + 1] == '\'') {
      ++at;
    } else {
      return at + 1;
    }
  }
  return std::string_view::npos;
}

// Follows the value's visible characters through the text.
std::size_t folded_end(std::string_view text, std::size_t begin, std::string_view value) {
  std::size_t end = begin;
  std::size_t at = begin;
  for (const char c : value) {
    if (is_blank(c)) continue;
    while (at < text.size() && is_blank(text[at])) ++at;
    if (at == text.size() || text[at] != c) return end;
    end = ++at;
  }
  return end;
}

}  // namespace

std::size_t scalar_end(std::string_view text, std::size_t begin, std::string_view value) {
  if (begin >= text.size()) return text.size();
  switch (text[begin]) {
    case '"': return double_quoted_end(text, begin);
    case '\'': return single_quoted_end(text, begin);
    case '|':
    case '>': {
      const std::size_t header_end = line_end(text, begin);
      return std::max(header_end, folded_end(text, header_end, value));
    }
    default: return folded_end(text, begin, value);
  }
}

std::string_view written_null(std::string_view text, std::size_t begin, bool is_key) {
  constexpr std::array<std::string_view, 4> kSpellings = {"~", "null", "Null", "NULL"};
  const std::string_view rest = text.substr(std::min(begin, text.size()));
  for (const std::string_view spelling : kSpellings) {
    if (!rest.starts_with(spelling)) continue;
    const std::string_view behind = rest.substr(spelling.size());
    if (!behind.empty() &&
        std::string_view(" \t\r\n,]}:").find(behind[0]) == std::string_view::npos) {
      continue;
    }
    const std::size_t next = behind.find_first_not_of(" \t");
    const bool has_colon = next != std::string_view::npos && behind[next] == ':';
    if (has_colon && !is_key) continue;
    return rest.substr(0, spelling.size());
  }
  return {};
}

std::size_t place_of_missing_item(std::string_view text, std::size_t next) {
  std::size_t at = std::min(next, text.size());
  while (at > 0 && is_blank(text[at - 1])) --at;
  if (at > 0 && std::string_view("-,[").find(text[at - 1]) != std::string_view::npos) return at - 1;
  return std::min(next, text.size());
}

std::size_t skip_between(std::string_view text, std::size_t from, std::string_view marks) {
  std::size_t at = from;
  while (at < text.size()) {
    if (text[at] == '#' && (at == 0 || is_blank(text[at - 1]))) {
      at = line_end(text, at);
    } else if (is_blank(text[at]) || marks.find(text[at]) != std::string_view::npos) {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

std::size_t flow_end(std::string_view text, std::size_t from, char closer) {
  const std::size_t at = skip_between(text, from, ",:?");
  return at < text.size() && text[at] == closer ? at + 1 : from;
}

bool is_closed(std::string_view text, std::size_t begin) {
  std::size_t depth = 0;
  for (std::size_t at = begin; at < text.size(); ++at) {
    const char c = text[at];
    const bool starts_token = at == 0 || is_blank(text[at - 1]) ||
                              std::string_view("[{,:").find(text[at - 1]) != std::string_view::npos;
    if ((c == '"' || c == '\'') && starts_token) {
      const std::size_t end = scalar_end(text, at, {});
      if (end == std::string_view::npos) return false;
      at = end - 1;
    } else if (c == '#' && starts_token) {
      at = line_end(text, at);
    } else if (c == '[' || c == '{') {
      ++depth;
    } else if ((c == ']' || c == '}') && --depth == 0) {
      return true;
    }
  }
  return false;
}

std::size_t line_begin(std::string_view text, std::size_t offset) {
  const std::size_t before = std::min(offset, text.size());
  if (before == 0) return 0;
  const std::size_t line_break = text.rfind('\n', before - 1);
  return line_break == std::string_view::npos ? 0 : line_break + 1;
}

std::size_t line_end(std::string_view text, std::size_t offset) {
  const std::size_t line_break = text.find('\n', std::min(offset, text.size()));
  std::size_t end = line_break == std::string_view::npos ? text.size() : line_break;
  if (end > 0 && text[end - 1] == '\r' && end > offset) --end;
  return end;
}

}  // namespace checker
