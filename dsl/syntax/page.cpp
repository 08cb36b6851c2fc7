#include "dsl/syntax/page.h"

#include <algorithm>
#include <utility>

#include "dsl/text/utf8.h"

namespace dsl {

std::size_t width_of(std::string_view words) { return count_code_points(words); }

void Page::write(std::string_view words) {
  text_.append(column_ - written_, ' ');
  text_ += words;
  column_ += width_of(words);
  written_ = column_;
}

void Page::pad_to(std::size_t column) { column_ = std::max(column, written_ + (written_ > 0)); }

void Page::new_line(std::size_t indent) {
  if (!text_.empty()) text_ += '\n';
  written_ = 0;
  column_ = indent;
  ++line_;
}

void Page::blank_line() {
  if (!text_.empty()) text_ += '\n';
}

std::string Page::take() {
  if (!text_.empty()) text_ += '\n';
  return std::move(text_);
}

}  // namespace dsl
