#include "checker/design/yaml_fault.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "checker/design/document_text.h"
#include "checker/design/yaml_places.h"
#include "dsl/text/ascii.h"
#include <fmt/core.h>

namespace checker {
namespace {

using dsl::DiagnosticKind;
using dsl::Span;

struct FaultContext {
  const dsl::SourceFile& file;
  const DocumentBuilder& read;
  dsl::Diagnostics& diagnostics;

  std::string_view text() const { return file.text; }

  Span span(std::size_t begin, std::size_t end) const {
    return {file.id, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  // The visible part of the line around an offset.
  Span line(std::size_t offset) const {
    const std::size_t end = line_end(text(), offset);
    const std::size_t begin = text().find_first_not_of(" \t", line_begin(text(), offset));
    return span(std::min(begin, end), end);
  }
  dsl::Diagnostics::Builder report(Span place, const std::string& message) const {
    return diagnostics.report(DiagnosticKind::DesignSyntax, place, message);
  }
};

constexpr const char* kIndentHelp =
    "indent the keys of one group by the same number of spaces, and further than the group's name";

// The first tab in a line's indentation.
std::optional<std::size_t> find_tab(std::string_view text, std::size_t offset) {
  for (std::size_t at = line_begin(text, offset); at < line_end(text, offset); ++at) {
    if (text[at] == '\t') return at;
    if (text[at] != ' ') break;
  }
  return std::nullopt;
}

// In `state:CA`, the colon; only where a line begins with such a word.
std::optional<std::size_t> find_tight_colon(std::string_view text, std::size_t offset) {
  const std::size_t end = line_end(text, offset);
  std::size_t at = text.find_first_not_of(" \t-", line_begin(text, offset));
  const std::size_t begin = at;
  const auto is_word = [](char c) {
    return dsl::is_letter(c) || dsl::is_digit(c) || c == '_' || c == '.';
  };
  while (at < end && is_word(text[at])) ++at;
  if (at >= end || at == begin || text[at] != ':' || at + 1 >= end) return std::nullopt;
  const char next = text[at + 1];
  if (next == ' ' || next == '\t' || next == '/') return std::nullopt;
  return at;
}

std::optional<std::size_t> previous_line(std::string_view text, std::size_t offset) {
  std::size_t begin = line_begin(text, offset);
  while (begin > 0) {
    begin = line_begin(text, begin - 1);
    const std::size_t first = text.find_first_not_of(" \t\r", begin);
    if (first < text.size() && text[first] != '\n' && text[first] != '#') return begin;
  }
  return std::nullopt;
}

bool report_tab(const FaultContext& context, std::size_t offset) {
  const auto tab = find_tab(context.text(), offset);
  if (!tab) return false;
  context.report(context.span(*tab, *tab + 1), "a tab stands where only spaces can indent")
      .help("replace the tabs at the start of this line with spaces");
  return true;
}

bool report_tight_colon(const FaultContext& context, std::size_t offset) {
  const auto colon = find_tight_colon(context.text(), offset);
  if (!colon) return false;
  const Span line = context.line(offset);
  const std::string_view written = context.text().substr(line.begin, line.end - line.begin);
  const std::size_t split = *colon - line.begin + 1;
  context.report(context.span(*colon, *colon + 1), "a space is missing after this colon")
      .help(fmt::format("write `{} {}`", shown(written.substr(0, split)),
                        shown(written.substr(split))));
  return true;
}

// `key: value` or `key:`.
bool is_pair(std::string_view line) {
  return line.find(": ") != std::string_view::npos || line.ends_with(':');
}

void report_no_key(const FaultContext& context, Span line) {
  context.report(line, "this line has no key").help("write `key: value`");
}

// A quoted text that runs over several lines up to the fault: most likely its quote is not closed
// where it should be.
const DocumentNode* find_long_quote(const FaultContext& context, std::size_t offset) {
  const DocumentNode* open = context.read.innermost();
  if (open == nullptr || (open->entries.empty() && open->items.empty())) return nullptr;
  const DocumentNode& last =
      open->kind == NodeKind::Mapping ? open->entries.back().value : open->items.back();
  const bool is_long =
      last.style == ScalarStyle::Quoted && last.span.begin < line_begin(context.text(), offset);
  return is_long ? &last : nullptr;
}

void report_stray_colon(const FaultContext& context, std::size_t offset) {
  const std::string_view text = context.text();
  if (report_tab(context, offset)) return;
  const std::size_t begin = line_begin(text, offset);
  const std::string_view before = text.substr(begin, offset - begin);
  const std::size_t dash = before.find_first_not_of(' ');
  if (dash != std::string_view::npos && before[dash] == '-' && dash + 1 < before.size() &&
      before[dash + 1] != ' ') {
    context
        .report(context.span(begin + dash, begin + dash + 1), "a space is missing behind this dash")
        .help("each item of a list begins with `- `");
    return;
  }
  const std::size_t first = before.find(": ");
  if (first != std::string_view::npos) {
    const std::size_t value = text.find_first_not_of(' ', begin + first + 1);
    const std::string_view written = text.substr(value, line_end(text, offset) - value);
    context.report(context.span(offset, offset + 1), "a second colon on this line")
        .help(written.find('"') == std::string_view::npos
                  ? fmt::format("if it is part of a text, put the text in quotes: \"{}\"",
                                shown(written))
                  : "if it is part of a text, put the whole text in quotes");
    return;
  }
  if (const auto above = previous_line(text, offset)) {
    if (report_tight_colon(context, *above)) return;
    const Span line = context.line(*above);
    if (!is_pair(text.substr(line.begin, line.end - line.begin)))
      return report_no_key(context, line);
    context.report(context.line(offset), "the indentation of this line fits no line above it")
        .label(line, "the line before")
        .help(kIndentHelp);
    return;
  }
  context.report(context.span(offset, offset + 1), "this colon has no key before it")
      .help("write `key: value`");
}

void report_stray_line(const FaultContext& context, std::size_t offset) {
  const std::string_view text = context.text();
  if (report_tab(context, offset) || report_tight_colon(context, offset)) return;
  const Span line = context.line(offset);
  if (offset > line.begin) {
    const Span rest = context.span(offset, std::max<std::size_t>(line.end, offset));
    if (const DocumentNode* quoted = find_long_quote(context, offset)) {
      const Span quote = context.span(quoted->span.begin, quoted->span.begin + 1);
      context.report(quote, "the quote that opens here is closed on a later line")
          .label(rest, "the text ends before this")
          .help("close it on the same line");
      return;
    }
    context.report(rest, "this stands behind a value that has ended")
        .help("put the whole text in double quotes");
    return;
  }
  const std::string_view written = text.substr(line.begin, line.end - line.begin);
  if (is_pair(written) || written.starts_with("- ")) {
    context.report(line, "the indentation of this line fits no line above it").help(kIndentHelp);
  } else {
    report_no_key(context, line);
  }
}

// The parser notices at the end of the file, if at all.
void report_unclosed_quote(const FaultContext& context, std::size_t offset) {
  const std::string_view text = context.text();
  const bool is_there = offset < text.size() && (text[offset] == '"' || text[offset] == '\'');
  const std::size_t begin =
      is_there ? offset : skip_between(text, context.read.last_end(), ",[]{}:-?");
  const bool found = begin < text.size() && (text[begin] == '"' || text[begin] == '\'');
  const Span place = found ? context.span(begin, begin + 1) : character_at(context.file, offset);
  context.report(place, "the quote that opens here is never closed")
      .help("close it on the same line");
}

void report_unclosed_bracket(const FaultContext& context, std::size_t offset) {
  const char opener = context.text()[offset];
  context.report(context.span(offset, offset + 1), fmt::format("this `{}` is never closed", opener))
      .help(fmt::format("add the missing `{}`", opener == '[' ? ']' : '}'));
}

void report_unclosed_flow(const FaultContext& context, std::size_t offset) {
  const std::string_view text = context.text();
  const DocumentNode* open = context.read.innermost();
  if (open == nullptr) {
    context.report(character_at(context.file, offset),
                   "a comma or a closing bracket is missing here");
    return;
  }
  const char opener = open->kind == NodeKind::Sequence ? '[' : '{';
  const char closer = opener == '[' ? ']' : '}';
  const Span place = context.span(open->span.begin, open->span.begin + 1);
  const bool same_line = line_begin(text, offset) == line_begin(text, place.begin);
  if (same_line && offset < text.size()) {
    context
        .report(character_at(context.file, offset),
                fmt::format("a comma or `{}` is missing before this", closer))
        .label(place, fmt::format("this `{}` is open", opener))
        .help("separate the values with commas; a text with brackets or colons in it needs quotes");
    return;
  }
  auto report = context.report(place, fmt::format("this `{}` is never closed", opener));
  if (offset < text.size()) {
    report.label(character_at(context.file, offset), "something else begins before it ends");
  }
  report.help(fmt::format("add the missing `{}`", closer));
}

void report_stray_bracket(const FaultContext& context, std::size_t offset) {
  const std::string_view text = context.text();
  const Span place = character_at(context.file, offset);
  const std::string written(text.substr(place.begin, place.end - place.begin));
  const DocumentNode* open = context.read.innermost();
  const bool in_flow = open != nullptr && open->span.begin < text.size() &&
                       (text[open->span.begin] == '[' || text[open->span.begin] == '{');
  if (in_flow) {
    const char opener = text[open->span.begin];
    context
        .report(place, fmt::format("`{}` where `{}` belongs", written, opener == '[' ? ']' : '}'))
        .label(context.span(open->span.begin, open->span.begin + 1), "opened here")
        .help("close lists with `]` and groups with `}`, the innermost first");
    return;
  }
  context.report(place, fmt::format("this `{}` closes nothing", written))
      .help("delete it, or put the text that it belongs to in quotes");
}

void report_bad_start(const FaultContext& context, std::size_t offset) {
  if (report_tab(context, offset)) return;
  const Span place = character_at(context.file, offset);
  if (place.begin == place.end) {
    context.report(place, "the text ends where a value belongs");
    return;
  }
  const std::string written(context.text().substr(place.begin, place.end - place.begin));
  context.report(place, fmt::format("a value cannot begin with `{}`", shown(written)))
      .help("put the value in quotes");
}

// The parser stands behind the escape.
void report_bad_escape(const FaultContext& context, std::size_t offset) {
  const std::size_t found = context.text().rfind('\\', offset);
  const std::size_t begin = found == std::string_view::npos ? offset : found;
  context
      .report(context.span(begin, std::max(begin, offset)),
              "`\\` does not stand before this sign in double quotes")
      .help("write the text in single quotes, or each `\\` twice");
}

void report_feature(const FaultContext& context, std::size_t offset, const char* feature,
                    const char* help) {
  const Span place = character_at(context.file, offset);
  context.diagnostics.report(DiagnosticKind::YamlFeature, place, feature).help(help);
}

// The parser ends a document where the indentation falls below that of its first line.
void report_second_document(const FaultContext& context, std::size_t offset) {
  const std::string_view text = context.text();
  const std::string_view rest = text.substr(std::min(offset, text.size()));
  const std::size_t end = context.read.last_end();
  if (rest.starts_with("---") ||
      text.substr(end, offset - end).find("\n...") != std::string_view::npos) {
    const Span place = context.span(offset, std::min(offset + 3, text.size()));
    context.diagnostics.report(DiagnosticKind::YamlFeature, place, "several documents in one file")
        .help("write each design to a file of its own");
    return;
  }
  if (rest.starts_with(']') || rest.starts_with('}')) return report_stray_bracket(context, offset);
  if (report_tab(context, offset)) return;
  context.report(context.line(offset), "this stands outside the design, which has ended before")
      .help("begin the keys at the top of a design in one and the same column");
}

}  // namespace

void report_yaml_fault(YamlFault fault, std::size_t offset, const dsl::SourceFile& file,
                       const DocumentBuilder& read, dsl::Diagnostics& diagnostics) {
  const FaultContext context{file, read, diagnostics};
  const Span place = character_at(file, offset);
  switch (fault) {
    case YamlFault::Tab:
      if (!report_tab(context, offset)) context.report(place, "a tab stands where only spaces can");
      return;
    case YamlFault::UnclosedQuote: return report_unclosed_quote(context, offset);
    case YamlFault::UnclosedBracket: return report_unclosed_bracket(context, offset);
    case YamlFault::UnclosedFlow: return report_unclosed_flow(context, offset);
    case YamlFault::StrayBracket: return report_stray_bracket(context, offset);
    case YamlFault::StrayColon: return report_stray_colon(context, offset);
    case YamlFault::StrayDash:
      if (report_tab(context, offset)) return;
      context.report(place, "a list cannot begin here")
          .help("put `- ` at the start of a line of its own, below the list's key");
      return;
    case YamlFault::StrayLine: return report_stray_line(context, offset);
    case YamlFault::BadStart: return report_bad_start(context, offset);
    case YamlFault::BadEscape: return report_bad_escape(context, offset);
    case YamlFault::BadBlockText:
      context.report(place, "a text after `|` or `>` begins on the next line")
          .help("put a value that begins with `|` or `>` in quotes");
      return;
    case YamlFault::Anchor:
      return report_feature(
          context, offset, "anchors and aliases (`&name`, `*name`)",
          "write the value out; put a text that begins with `&` or `*` in quotes");
    case YamlFault::Tag:
      return report_feature(context, offset, "tags (`!name`)",
                            "leave the tag out; put a text that begins with `!` in quotes");
    case YamlFault::Directive:
      return report_feature(context, offset, "directives (`%name`)", "delete this line");
    case YamlFault::SecondDocument: return report_second_document(context, offset);
    case YamlFault::Other: break;
  }
  context.report(place, "this cannot be read as YAML")
      .help("write `key: value` lines; put unusual texts in quotes");
}

}  // namespace checker
