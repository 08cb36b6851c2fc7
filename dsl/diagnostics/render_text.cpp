#include "dsl/diagnostics/render_text.h"

#include <algorithm>
#include <string>

#include <fmt/core.h>

namespace dsl {
namespace {

constexpr std::string_view kReset = "\033[0m";
constexpr std::string_view kBold = "\033[1m";
constexpr std::string_view kDim = "\033[2m";

std::string_view severity_word(Severity severity) {
  switch (severity) {
    case Severity::Error: return "error";
    case Severity::Warning: return "warning";
    case Severity::Note: return "note";
  }
  return "error";
}

std::string_view severity_color(Severity severity) {
  switch (severity) {
    case Severity::Error: return "\033[31;1m";
    case Severity::Warning: return "\033[33;1m";
    case Severity::Note: return "\033[36;1m";
  }
  return kReset;
}

class Painter {
 public:
  explicit Painter(bool color) : color_(color) {}
  std::string paint(std::string_view style, std::string_view text) const {
    if (!color_) return std::string(text);
    return fmt::format("{}{}{}", style, text, kReset);
  }

 private:
  bool color_;
};

// The length of the UTF-8 sequence at `at`, 0 when there is none.
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xC2 ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF5 ? 4
                                           : 0;
  if (at + length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((static_cast<unsigned char>(text[at + i]) & 0xC0U) != 0x80U) return 0;
  }
  return length;
}

// Tabs become one blank each so that the caret stays under its text; control characters and bytes
// that are no UTF-8 become U+FFFD so that a hostile file cannot steer the terminal.
std::string printable(std::string_view line) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  std::string text;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t length = sequence_length(line, at);
    const char c = line[at];
    if (c == '\t') {
      text += ' ';
    } else if (length == 0 ||
               (length == 1 && (static_cast<unsigned char>(c) < 0x20 || c == 0x7F))) {
      text += kReplacement;
    } else {
      text += line.substr(at, length);
    }
    at += std::max<std::size_t>(1, length);
  }
  return text;
}

void render_place(std::ostream& out, Span span, const std::string& text, char mark,
                  std::string_view style, const SourceMap& sources, const Painter& painter) {
  const LineColumn begin = sources.locate(span.file, span.begin);
  const LineColumn end = sources.locate(span.file, span.end);
  const std::string_view line = sources.line(span.file, begin.line);
  const std::string number = std::to_string(begin.line);
  const std::string margin(number.size(), ' ');
  const std::uint32_t line_end = count_code_points(line) + 1;
  const std::uint32_t last = end.line == begin.line ? end.column : line_end;
  const std::uint32_t width =
      std::max<std::uint32_t>(1, last > begin.column ? last - begin.column : 0);
  const std::string place =
      fmt::format("{}:{}:{}", sources.file(span.file).name, begin.line, begin.column);
  out << "  " << painter.paint(kDim, place) << '\n';
  out << "  " << painter.paint(kDim, margin + " |") << '\n';
  out << "  " << painter.paint(kDim, number + " |") << ' ' << printable(line) << '\n';
  out << "  " << painter.paint(kDim, margin + " |") << ' ' << std::string(begin.column - 1, ' ')
      << painter.paint(style, std::string(width, mark) + (text.empty() ? "" : " " + text)) << '\n';
}

void render_details(std::ostream& out, std::string_view lines) {
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string line = printable(lines.substr(0, end));
    out << (line.empty() ? "" : "    ") << line << '\n';
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
}

}  // namespace

void render_text(std::ostream& out, const Diagnostic& diagnostic, const SourceMap& sources,
                 const DiagnosticStyle& style) {
  const Painter painter(style.color);
  const std::string_view color = severity_color(diagnostic.severity);
  out << painter.paint(color, fmt::format("{}[{}]", severity_word(diagnostic.severity),
                                          info(diagnostic.kind).code))
      << painter.paint(kBold, ": " + diagnostic.message) << '\n';
  if (diagnostic.span.file < sources.size()) {
    render_place(out, diagnostic.span, "", '^', color, sources, painter);
  }
  for (const Label& label : diagnostic.labels) {
    if (label.span.file < sources.size()) {
      render_place(out, label.span, label.text, '-', kDim, sources, painter);
    }
  }
  if (!diagnostic.help.empty()) out << "  help: " << diagnostic.help << '\n';
  render_details(out, diagnostic.details);
}

}  // namespace dsl
