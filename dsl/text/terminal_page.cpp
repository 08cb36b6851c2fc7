#include "dsl/text/terminal_page.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "dsl/text/display_text.h"

namespace dsl {
namespace {

std::string_view escape_code(Ink ink) {
  switch (ink) {
    case Ink::Plain: return "\033[0m";
    case Ink::Strong: return "\033[1m";
    case Ink::Dim: return "\033[2m";
    case Ink::Red: return "\033[31;1m";
    case Ink::Yellow: return "\033[33;1m";
    case Ink::Green: return "\033[32m";
    case Ink::Cyan: return "\033[36;1m";
  }
  return {};
}

std::string blanks(int count) {
  std::string text(static_cast<std::size_t>(std::max(0, count)), ' ');
  return text;
}

}  // namespace

TerminalPage::TerminalPage(std::ostream& out, const TextStyle& style)
    : out_(out), width_(std::max(style.width, kLeastWidth)), color_(style.color) {}

void TerminalPage::paragraph(int indent, int hanging, const std::vector<Run>& runs) {
  const std::vector<Word> words = split(runs);
  if (words.empty()) return;
  start_line(indent);
  int column = indent;
  bool first_in_line = true;
  for (const Word& word : words) {
    const int needed = word.width + (first_in_line ? 0 : 1);
    if (!first_in_line && column + needed > width_) {
      set_ink(Ink::Plain);
      out_ << '\n' << blanks(indent + hanging);
      column = indent + hanging;
      first_in_line = true;
    }
    put(word, !first_in_line);
    column += word.width + (first_in_line ? 0 : 1);
    first_in_line = false;
  }
  set_ink(Ink::Plain);
  out_ << '\n';
}

void TerminalPage::line(int indent, const std::vector<Run>& runs) {
  start_line(indent);
  for (const Run& run : runs) {
    set_ink(run.ink);
    out_ << printable(run.text);
  }
  set_ink(Ink::Plain);
  out_ << '\n';
}

void TerminalPage::gap() { gap_due_ = begun_; }

std::vector<TerminalPage::Word> TerminalPage::split(const std::vector<Run>& runs) {
  std::vector<Word> words;
  Word word;
  const auto end_word = [&] {
    if (!word.pieces.empty()) words.push_back(std::move(word));
    word = {};
  };
  for (const Run& run : runs) {
    const std::string text = printable(run.text);
    std::size_t at = 0;
    while (at < text.size()) {
      if (text[at] == ' ') {
        end_word();
        ++at;
        continue;
      }
      const std::size_t end = std::min(text.find(' ', at), text.size());
      word.pieces.push_back({text.substr(at, end - at), run.ink});
      word.width += display_width(word.pieces.back().text);
      at = end;
    }
  }
  end_word();
  return words;
}

void TerminalPage::start_line(int indent) {
  if (gap_due_) out_ << '\n';
  gap_due_ = false;
  begun_ = true;
  out_ << blanks(indent);
}

void TerminalPage::put(const Word& word, bool after_blank) {
  if (after_blank) {
    // The blank belongs to both of its neighbours only where they are of one ink.
    if (word.pieces.front().ink != ink_) set_ink(Ink::Plain);
    out_ << ' ';
  }
  for (const Run& piece : word.pieces) {
    set_ink(piece.ink);
    out_ << piece.text;
  }
}

void TerminalPage::set_ink(Ink ink) {
  if (ink == ink_) return;
  if (color_) {
    if (ink_ != Ink::Plain) out_ << escape_code(Ink::Plain);
    if (ink != Ink::Plain) out_ << escape_code(ink);
  }
  ink_ = ink;
}

}  // namespace dsl
