#include "checker/cli/first_lines.h"

#include <optional>

#include "checker/design/document_text.h"
#include <fmt/core.h>

namespace checker {
namespace {

// Takes lines off a text; those that hold nothing are passed over.
class Lines {
 public:
  Lines(std::string_view text, bool is_whole) : text_(text), is_whole_(is_whole) {}

  // nullopt: there is none, or its end is not there yet.
  std::optional<std::string_view> next() {
    while (!text_.empty()) {
      const std::size_t end = text_.find('\n');
      if (end == std::string_view::npos && !is_whole_) return std::nullopt;
      const std::string_view line = text_.substr(0, end);
      text_.remove_prefix(end == std::string_view::npos ? text_.size() : end + 1);
      const std::size_t begin = line.find_first_not_of(" \t\r");
      if (begin != std::string_view::npos) return line.substr(begin);
    }
    return std::nullopt;
  }

 private:
  std::string_view text_;
  bool is_whole_;
};

// Whether brackets are open at the end of the line. A string goes on past no line.
bool goes_on(std::string_view line) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return depth > 0 && !in_string;
}

}  // namespace

TextForm form_of(std::string_view text, bool is_whole) {
  text.remove_prefix(byte_order_mark_length(text));
  const TextForm nothing_else = is_whole ? TextForm::Lines : TextForm::NotYetKnown;
  Lines lines(text, is_whole);
  auto first = lines.next();
  while (first && first->starts_with('#')) first = lines.next();
  if (!first) return nothing_else;
  if (first->starts_with("leeway:") || first->starts_with("---")) return TextForm::Yaml;
  const bool is_list = first->starts_with('[');
  if ((!is_list && !first->starts_with('{')) || !goes_on(*first)) return TextForm::Lines;
  if (is_list) return TextForm::ListOverLines;
  const auto second = lines.next();
  if (!second) return nothing_else;
  return second->starts_with('{') ? TextForm::Lines : TextForm::DesignOverLines;
}

std::string form_complaint(TextForm form, const std::string& name, const std::string& argument) {
  constexpr const char* kOneALine = "`--batch` reads one design of JSON from each line";
  switch (form) {
    case TextForm::DesignOverLines:
      return fmt::format(
          "the first design of `{}` stands on several lines, and {}; put each on a line of its "
          "own, give `--batch` a folder of designs, or say `leeway check {}` if it is the only one",
          name, kOneALine, argument);
    case TextForm::ListOverLines:
      return fmt::format(
          "`{}` holds a list, and {}; put each design of the list on a line of its own, without "
          "the brackets and the commas of the list",
          name, kOneALine);
    case TextForm::Yaml:
      return fmt::format(
          "`{}` is a design in YAML, and {}; say `leeway check {}`, or give `--batch` a folder of "
          "designs",
          name, kOneALine, argument);
    case TextForm::Lines:
    case TextForm::NotYetKnown: break;
  }
  return {};
}

}  // namespace checker
