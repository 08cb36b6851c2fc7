// Lays out paragraphs for a terminal: wrapped, indented, sparsely coloured.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace checker {

enum class Ink : std::uint8_t { Plain, Strong, Dim, Red, Yellow, Green };

// A piece of a paragraph. Pieces are glued: blanks stand in the text where they are wanted.
struct Run {
  std::string text;
  Ink ink = Ink::Plain;
};

class Page {
 public:
  // No line is wider than `width` columns but for a word that is; `width` is at least 40.
  Page(std::ostream& out, int width, bool color);

  // Text from anywhere is made harmless. The lines after the first one stand `hanging` columns
  // further to the right.
  void paragraph(int indent, int hanging, const std::vector<Run>& runs);

  // One line as it stands, with its blanks, however wide it is.
  void line(int indent, std::string_view text);

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

}  // namespace checker
