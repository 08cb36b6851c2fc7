#include "dsl/diagnostics/render_text.h"

#include <algorithm>
#include <string>

#include "dsl/text/display_text.h"
#include <fmt/core.h>

namespace dsl {
namespace {

constexpr int kIndent = 2;

std::string_view severity_word(Severity severity) {
  switch (severity) {
    case Severity::Error: return "error";
    case Severity::Warning: return "warning";
    case Severity::Note: return "note";
  }
  return "error";
}

Ink severity_ink(Severity severity) {
  switch (severity) {
    case Severity::Error: return Ink::Red;
    case Severity::Warning: return Ink::Yellow;
    case Severity::Note: return Ink::Cyan;
  }
  return Ink::Plain;
}

// A line of a file as it is shown, and where in it the marks stand, in columns from 0.
struct Excerpt {
  std::string text;
  int begin = 0;
  int end = 0;
};

Excerpt excerpt_of(std::string_view line, std::size_t begin, std::size_t end) {
  const std::string text = printable(line);
  const int first = display_width(printable(line.substr(0, begin)));
  const int last = display_width(printable(line.substr(0, end)));
  return {text, first, std::max(last, first + 1)};
}

// Of a line that is too wide, the part with the marks.
Excerpt narrowed(const Excerpt& whole, int room) {
  constexpr std::string_view kCut = "...";
  constexpr int kCutWidth = 3;
  const int width = display_width(whole.text);
  if (std::max(width, whole.end) <= room) return whole;
  const bool fits_at_left = whole.end <= room - kCutWidth;
  const int first =
      fits_at_left ? 0 : std::clamp(whole.begin - room / 3, 0, std::max(width - room, 0));
  const int last = first + room;
  const bool is_cut = last < width;
  Excerpt part;
  part.text =
      columns_of(whole.text, first == 0 ? 0 : first + kCutWidth, is_cut ? last - kCutWidth : last);
  if (first > 0) part.text.insert(0, kCut);
  if (is_cut) part.text += kCut;
  part.begin = whole.begin - first;
  part.end = std::max(std::min(whole.end, last) - first, part.begin + 1);
  return part;
}

// The place of a span, its first line, and marks beneath what it holds of that line.
class Place {
 public:
  Place(TerminalPage& page, Span span, const SourceMap& sources) : page_(page) {
    const LineColumn at = sources.locate(span.file, span.begin);
    const SourceFile& file = sources.file(span.file);
    const std::string_view line = sources.line(span.file, at.line);
    const auto line_begin = static_cast<std::size_t>(line.data() - file.text.data());
    const auto in_line = [&](std::uint32_t offset) {
      return std::min(offset - line_begin, line.size());
    };
    name_ = fmt::format("{}:{}:{}", file.name, at.line, at.column);
    number_ = std::to_string(at.line);
    margin_ = static_cast<int>(number_.size()) + 3;
    room_ = page.width() - kIndent - margin_;
    excerpt_ = narrowed(excerpt_of(line, in_line(span.begin), in_line(span.end)), room_);
  }

  void write(const std::string& text, char mark, Ink ink) const {
    const std::string blank_margin(number_.size(), ' ');
    const auto length = static_cast<std::size_t>(excerpt_.end - excerpt_.begin);
    const std::string marks =
        std::string(static_cast<std::size_t>(excerpt_.begin), ' ') + std::string(length, mark);
    const bool beside = excerpt_.end + 1 + display_width(printable(text)) <= room_;
    page_.line(kIndent, {{name_, Ink::Dim}});
    page_.line(kIndent, {{blank_margin + " |", Ink::Dim}});
    page_.line(kIndent, {{number_ + " |", Ink::Dim}, {" " + excerpt_.text}});
    page_.line(kIndent, {{blank_margin + " |", Ink::Dim},
                         {" "},
                         {marks + (beside && !text.empty() ? " " + text : ""), ink}});
    if (!beside) page_.paragraph(kIndent + margin_, 0, {{text, ink}});
  }

 private:
  TerminalPage& page_;
  std::string name_;
  std::string number_;
  int margin_ = 0;
  int room_ = 0;
  Excerpt excerpt_;
};

void write_details(TerminalPage& page, std::string_view lines) {
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    page.line(end == 0 ? 0 : 2 * kIndent, {{std::string(lines.substr(0, end))}});
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
}

}  // namespace

void render_text(std::ostream& out, const Diagnostic& diagnostic, const SourceMap& sources,
                 const TextStyle& style) {
  TerminalPage page(out, style);
  const Ink ink = severity_ink(diagnostic.severity);
  const std::string head =
      fmt::format("{}[{}]", severity_word(diagnostic.severity), info(diagnostic.kind).code);
  page.paragraph(0, kIndent, {{head, ink}, {": " + diagnostic.message, Ink::Strong}});
  if (diagnostic.span.file < sources.size()) {
    Place(page, diagnostic.span, sources).write("", '^', ink);
  }
  for (const Label& label : diagnostic.labels) {
    if (label.span.file >= sources.size()) continue;
    Place(page, label.span, sources).write(label.text, '-', Ink::Dim);
  }
  if (!diagnostic.help.empty()) {
    page.paragraph(kIndent, kIndent, {{"help: " + diagnostic.help}});
  }
  write_details(page, diagnostic.details);
}

}  // namespace dsl
