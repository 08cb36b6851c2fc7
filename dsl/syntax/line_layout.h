// Writes runs of words onto a page, broken where a line would get too long, where a comment asks
// for it and where the writer broke it between the parts of an expression.
#pragma once

#include <vector>

#include "dsl/syntax/clause_forms.h"
#include "dsl/syntax/line_breaks.h"
#include "dsl/syntax/page.h"
#include "dsl/syntax/tokens.h"

namespace dsl {

class LineLayout {
 public:
  // Both outlive the layout.
  LineLayout(const std::vector<Token>& tokens, Page& page);

  // The page stands where this token goes, below the comments above it.
  void line_is_open_for(std::size_t index) { opened_ = index; }

  // As the range is on one line.
  std::size_t width(Range range) const;
  bool must_break(Range range) const;

  // On one line; the caller knows that it may be.
  void write_flat(Range range);

  // From where the page is; further lines begin at `base` or to the right of it.
  void write(Range range, std::size_t base);

  // The body of a clause, which falls into the parts of its form first.
  void write_body(Range range, std::size_t base, const ClauseForm& form);

 private:
  struct Place {
    std::size_t base = 0;   // where further lines begin
    std::size_t after = 0;  // width of what has to follow on the last line
  };

  Parts parts_of_body(Range range, const ClauseForm& form) const;
  bool needs_own_line(std::size_t index) const;
  bool fits(Range range, std::size_t after) const;
  void write_token(std::size_t index, std::size_t base);
  void write(Range range, Place place);
  void write_parts(Range range, const Parts& parts, Place place);
  void write_part(Range part, const Parts& parts, bool is_first, Place place);
  void write_unsplit(Range range, Place place);

  const std::vector<Token>& tokens_;
  Page& page_;
  std::size_t opened_ = 0;
  std::vector<std::size_t> positions_;  // of each token, were all on one line
};

}  // namespace dsl
