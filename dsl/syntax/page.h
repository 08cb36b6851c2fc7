// A text under construction that knows its column. Blanks are written only before words, so no line
// ends in one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dsl {

class Page {
 public:
  static constexpr std::size_t kWidth = 100;

  void write(std::string_view words);
  // At least one blank if anything stands on the line.
  void pad_to(std::size_t column);
  void space() { pad_to(column_ + 1); }
  void new_line(std::size_t indent);
  void blank_line();

  bool fits(std::size_t width) const { return column_ + width <= kWidth; }
  // Counted in characters from 0.
  std::size_t column() const { return column_; }
  std::size_t line() const { return line_; }
  bool is_empty() const { return text_.empty(); }

  // What was written, with a line break at its end.
  std::string take();

 private:
  std::string text_;
  std::size_t written_ = 0;  // the column up to which the line is written
  std::size_t column_ = 0;
  std::size_t line_ = 0;
};

// In characters.
std::size_t width_of(std::string_view words);

}  // namespace dsl
