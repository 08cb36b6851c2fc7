// Lays out text for a terminal: paragraphs wrapped, indented, sparsely coloured.
#pragma once

#include <cstdint>
#include <limits>
#include <ostream>
#include <string>
#include <vector>

namespace dsl {

// Where a terminal is narrower, lines are of so many columns all the same.
inline constexpr int kLeastWidth = 40;
// As a width: lines are not broken.
inline constexpr int kUnbroken = std::numeric_limits<int>::max();

struct TextStyle {
  int width = 80;  // columns; at least `kLeastWidth` is used
  bool color = false;
};

enum class Ink : std::uint8_t { Plain, Strong, Dim, Red, Yellow, Green, Cyan };

// A piece of a paragraph. Pieces are glued: blanks stand in the text where they are wanted.
struct Run {
  std::string text;
  Ink ink = Ink::Plain;
};

// Text from anywhere is made harmless.
class TerminalPage {
 public:
  // No line is wider than the style asks but for a word that is.
  TerminalPage(std::ostream& out, const TextStyle& style);

  int width() const { return width_; }

  // The lines after the first one stand `hanging` columns further to the right.
  void paragraph(int indent, int hanging, const std::vector<Run>& runs);

  // One line as it stands, with its blanks, however wide it is.
  void line(int indent, const std::vector<Run>& runs);

  // One empty line; several in a row and one at the top are one and none.
  void gap();

 private:
  struct Word {
    std::vector<Run> pieces;
    int width = 0;
  };

  static std::vector<Word> split(const std::vector<Run>& runs);
  void start_line(int indent);
  void put(const Word& word, bool after_blank);
  void set_ink(Ink ink);

  std::ostream& out_;
  int width_;
  bool color_;
  Ink ink_ = Ink::Plain;
  bool begun_ = false;
  bool gap_due_ = false;
};

}  // namespace dsl
